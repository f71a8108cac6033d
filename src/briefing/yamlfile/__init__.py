"""YAML files that people write: read once, validated against a type, every mistake with its line."""

from briefing.yamlfile.document import Document, parse
from briefing.yamlfile.shape import fitted

__all__ = ["Document", "fitted", "parse"]
