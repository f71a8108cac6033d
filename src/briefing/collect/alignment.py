"""The letters of a page's lines, by which text that a library gives back is found again in the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

_MISSES = 1000
"""After so many pieces that do not stand in the page, the rest is not looked for."""
PIECE = 40
"""A block of which a part was left out is looked for in pieces of so many letters."""


class _Letters(Struct, frozen=True):
    """The letters of some lines in one string, and where each line begins in it."""

    text: str
    starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def letters(text: str) -> str:
    """What remains of a text without white space, bullets and bars."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff|•-]+", "", text)


def chosen_lines(lines: Sequence[str], blocks: Iterable[str]) -> list[int]:
    """Which lines a selection of text comes from: those at least half of whose letters stand in its blocks."""
    page = _letters_of(lines)
    seen = [0] * len(lines)
    cursor = misses = 0
    for block in blocks:
        if misses > _MISSES:
            break
        wanted = letters(block)
        whole = _find(page.text, wanted, cursor)
        pieces = [wanted] if whole >= 0 else [wanted[i : i + PIECE] for i in range(0, len(wanted), PIECE)]
        for piece in pieces:
            start = _find(page.text, piece, cursor)
            misses += start < 0
            if piece and start >= 0:
                cursor = start + len(piece)
                _count(page, seen, start, cursor)
    return [n for n, line in enumerate(lines) if seen[n] * 2 >= max(len(letters(line)), 1)]


def _letters_of(lines: Iterable[str]) -> _Letters:
    text, starts, size = [], [], 0
    for line in lines:
        starts.append(size)
        text.append(letters(line))
        size += len(text[-1])
    return _Letters("".join(text), tuple(starts))


def _find(text: str, piece: str, cursor: int) -> int:
    """Where a piece stands, from the cursor on or else before it; short pieces are not looked for behind it."""
    start = text.find(piece, cursor)
    return start if start >= 0 or len(piece) < PIECE else text.find(piece)


def _count(page: _Letters, seen: list[int], start: int, end: int) -> None:
    number = page.line_at(start)
    while start < end:
        upto = min(end, page.starts[number + 1]) if number + 1 < len(page.starts) else end
        seen[number] += upto - start
        start, number = upto, number + 1
