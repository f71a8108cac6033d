"""JSON as exports write it: what is unknown left out, a line for each thing, so that versions can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Node = dict[str, Json]

# Inside a script element, what would end it or open a comment.
_INERT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_NEXT = ",\n"
_in_order, _sorted = msgspec.json.Encoder().encode, msgspec.json.Encoder(order="sorted").encode


class Lines(Struct, frozen=True):
    """Items of a list that are written already, each on a line of its own; there may be none."""

    text: str


def written(value: object, depth: int) -> str:
    """`value` as JSON, its outer `depth` levels on lines of their own and in order, inside sorted.

    A list among these may be an iterator: then no two of its items are held at once.
    """
    return _lines(value, depth) + "\n"


def lines(items: Iterable[object]) -> str:
    """Items as `written` would write them in a list."""
    return _NEXT.join(map(_line, items))


def without_unknown(node: Node) -> Node:
    """The node without what is unknown or empty."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def inline(value: object) -> str:
    """`value` as JSON that may stand in a script."""
    text = _in_order(value).decode()
    for sign, written_so in _INERT.items():
        text = text.replace(sign, written_so)
    return text


def _lines(value: object, depth: int) -> str:
    if isinstance(value, Lines):
        return value.text
    if depth and isinstance(value, Mapping) and value:
        inside = _NEXT.join(f"{_line(key)}:{_lines(item, depth - 1)}" for key, item in value.items())
        return f"{{\n{inside}\n}}"
    if depth and isinstance(value, Sequence | Iterator) and not isinstance(value, str):
        inside = _NEXT.join(filter(None, (_lines(item, depth - 1) for item in value)))
        return f"[\n{inside}\n]" if inside else "[]"
    return _line(value)


def _line(value: object) -> str:
    return _sorted(value).decode()
