"""Titles for themes: Material and those made after it print some of them as HTML, escape some, unescape others."""

from __future__ import annotations

import re

_MARKS = str.maketrans({"&": "&amp;", "<": "‹", ">": "›", '"': "”"})
_OPENING = re.compile(r'(?<![^\s(\[«“‹-])"(?=\S)')
_NO_BREAK = "\u00a0\u202f"


def plain_title(title: str) -> str:
    """A title on one line, without what nobody sees: the same text however it is printed, and markup nowhere."""
    return _OPENING.sub("“", "".join(_seen(char) for char in title)).translate(_MARKS)


def _seen(char: str) -> str:
    if char.isprintable() or char in _NO_BREAK:
        return char
    return " " if char.isspace() else ""
