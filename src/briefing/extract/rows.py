"""Rows of a layer, found by the place that they touch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from briefing.model.span import Span

T = TypeVar("T")


class Rows(Generic[T]):
    """Rows in the order of the text, from which those that touch a span are found without a full scan."""

    def __init__(self, rows: Iterable[T], span: Callable[[T], Span]) -> None:
        self.rows: Sequence[T] = sorted(rows, key=span)
        self.spans = [span(r) for r in self.rows]
        self.starts = [s.start for s in self.spans]
        self.longest = max((len(s) for s in self.spans), default=0)

    def touching(self, span: Span) -> tuple[T, ...]:
        """The rows that share at least one code point with `span`."""
        first = bisect_left(self.starts, span.start - self.longest)
        last = bisect_right(self.starts, span.end)
        if first == last:
            return ()
        return tuple([self.rows[i] for i in range(first, last) if self.spans[i].overlap(span)])
