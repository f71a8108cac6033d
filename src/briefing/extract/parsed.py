"""The analysed sentences of an article, found by place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax


class Parsed(Struct, frozen=True, dict=True):
    """The analysed sentences of an article: those around quotations and headings, then those within quotations.

    Both are in the order of the text. A quotation that runs over several sentences joins them around it.
    """

    outer: tuple[Syntax, ...] = ()
    inner: tuple[Syntax, ...] = ()

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [syntax.span.start for syntax in self.outer]

    @cached_property
    def _inner_starts(self) -> list[int]:
        return [syntax.span.start for syntax in self.inner]

    def outer_number(self, offset: int) -> int | None:
        """The number in `outer` of the sentence that holds an offset, quotations and all."""
        i = bisect_right(self._outer_starts, offset) - 1
        return i if i >= 0 and offset < self.outer[i].span.end else None

    def at(self, offset: int) -> Syntax | None:
        """The innermost analysis that holds an offset."""
        for i in range(bisect_right(self._inner_starts, offset) - 1, -1, -1):
            if offset < self.inner[i].span.end:
                return self.inner[i]
            if self.inner[i].quotation is not None and self.inner[i].span.end <= offset:
                break
        number = self.outer_number(offset)
        return None if number is None else self.outer[number]
