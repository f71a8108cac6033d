"""How deep YAML nests, counted before a parser meets it: thousands of levels exhaust the stack of every parser."""

from __future__ import annotations

import re

import yaml

_DEEPEST = 60
TOO_DEEP = f"values are nested more than {_DEEPEST} deep; write the file in fewer levels"
_Parser: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BRACKET = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(rf"^[ \t?-]{{{_DEEPEST}}}", re.MULTILINE)


def is_too_deep(text: str) -> bool:
    """Whether collections nest more than _DEEPEST levels; text that is no YAML beyond a point counts up to there.

    Raises yaml.YAMLError where a text that may be deep cannot be read.
    """
    return _may_be_deep(text) and _depth(text) > _DEEPEST


def _may_be_deep(text: str) -> bool:
    """Whether brackets or indentation could nest too deep; a quick look that passages full of brackets deceive."""
    depth = deepest = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST or _DEEP_LINE.search(text) is not None


def _depth(text: str) -> int:
    depth = deepest = 0
    for event in yaml.parse(text, Loader=_Parser):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            break
    return deepest
