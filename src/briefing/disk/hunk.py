"""The lines of a file that one act changed, found again in the file as it stands later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

_AROUND = 3
"""Lines beside those that changed by which they are told from others like them."""


class MisfitError(Exception):
    """The lines do not stand there, or could be several."""


class Change(Struct, frozen=True):
    """A file of the project before and after; None: there is no such file."""

    path: str
    before: str | None
    after: str | None


class Hunk(Struct, frozen=True, kw_only=True):
    """The changed lines of a file, from line `line` (from 0) on, and the unchanged ones on both sides."""

    path: str
    line: int
    above: str
    below: str
    before: str | None
    """None where the file was not there."""
    after: str | None
    """None where the file is gone."""

    def reversed(self) -> Hunk:
        """What takes it back."""
        return replace(self, before=self.after, after=self.before)

    def put_into(self, text: str | None) -> str | None:
        """The text of a file with the lines changed where they stand now: at their place, or else the only such lines.

        Raises MisfitError.
        """
        if self.before is None or text is None:
            return self.in_place(text)
        try:
            return self.in_place(text)
        except MisfitError:
            places = list(self._places(text))
        if len(places) != 1:
            raise MisfitError
        return self._exchanged(text, places[0])

    def in_place(self, text: str | None) -> str | None:
        """The same only where they stood. Raises MisfitError."""
        if self.before is None or text is None:
            if text != self.before:
                raise MisfitError
            return self.after
        lines = text.splitlines(keepends=True)
        place = len("".join(lines[: self.line])) - len(self.above)
        if len(lines) < self.line or place < 0 or not self._stands(text, place):
            raise MisfitError
        return self._exchanged(text, place)

    def _stands(self, text: str, place: int) -> bool:
        return text.startswith(f"{self.above}{self.before}{self.below}", place)

    def _places(self, text: str) -> Iterator[int]:
        words = f"{self.above}{self.before}{self.below}"
        place = text.find(words)
        while place >= 0:
            if place == 0 or text[place - 1] == "\n":
                yield place
            place = text.find(words, place + 1)

    def _exchanged(self, text: str, place: int) -> str | None:
        start = place + len(self.above)
        if self.after is None:
            if text != self.before:
                raise MisfitError
            return None
        return text[:start] + self.after + text[start + len(self.before or "") :]


def hunk_of(change: Change) -> Hunk:
    """The lines that differ, all others left out."""
    if change.before is None or change.after is None:
        return Hunk(path=change.path, line=0, above="", below="", before=change.before, after=change.after)
    was, now = (text.splitlines(keepends=True) for text in (change.before, change.after))
    first = _equal(was, now)
    last = _equal(was[first:][::-1], now[first:][::-1])
    stop, end = len(was) - last, len(now) - last
    return Hunk(
        path=change.path,
        line=first,
        above="".join(was[max(0, first - _AROUND) : first]),
        below="".join(was[stop : stop + _AROUND]),
        before="".join(was[first:stop]),
        after="".join(now[first:end]),
    )


def _equal(one: list[str], other: list[str]) -> int:
    """How many lines both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
