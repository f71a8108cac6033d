"""Titles for themes: Material and those made after it print some of them as HTML, escape some, unescape others."""

from __future__ import annotations

from briefing.problems import printable

_MARKS = str.maketrans({"<": "‹", ">": "›", '"': "”"})


def plain_title(title: str) -> str:
    """A title on one line that is the same text however it is printed, and markup nowhere."""
    return printable(title).replace("&", "&amp;").translate(_MARKS)
