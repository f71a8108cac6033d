"""JSON as exports write it: a line for each thing, so that files stay small and versions can be compared."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

_encode = json.JSONEncoder(allow_nan=False, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def written(value: object, depth: int) -> str:
    """`value` as JSON, its outer `depth` levels on lines of their own and in order, inside sorted."""
    return _lines(value, depth) + "\n"


def _lines(value: object, depth: int) -> str:
    if depth and isinstance(value, Mapping) and value:
        inside = ",\n".join(f"{_encode(key)}:{_lines(item, depth - 1)}" for key, item in value.items())
        return f"{{\n{inside}\n}}"
    if depth and isinstance(value, Sequence) and not isinstance(value, str) and value:
        inside = ",\n".join(_lines(item, depth - 1) for item in value)
        return f"[\n{inside}\n]"
    return _encode(value)
