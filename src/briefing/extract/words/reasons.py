"""The sentences by which a language says why two claims differ or were not joined."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter


@cache
def reasons(package: str) -> dict[str, str]:
    """The entries of a pack's `reasons.yaml`, by key."""
    text = (files(package) / "reasons.yaml").read_text("utf-8")
    return TypeAdapter(dict[str, str]).validate_python(yaml.safe_load(text))
