"""Spans of an article's text: half-open intervals of Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """Code points `start` to `end` (excluded) of an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies inside, ends included."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many code points both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def stripped(self, text: str, chars: str | None = None) -> Span:
        """The span without the white space (or `chars`) at its two ends."""
        words = self.of(text)
        left = len(words) - len(words.lstrip(chars))
        return Span(self.start + left, self.start + max(left, len(words.rstrip(chars))))


def outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans that lie in no other, in order."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


class Passage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of an article, verbatim, and where they stand (W3C TextQuoteSelector + TextPositionSelector)."""

    exact: str
    """The words, copied from the article."""
    start: int
    """Where they begin, in code points of the text below the front matter. A claim file need not say; it is found."""
    end: int
    """Where they end: the code point behind the last."""
    nth: int | None = None
    """Which of the same words, from 1: of the article's, or for a row of those in the claim's evidence."""

    @classmethod
    def at(cls, text: str, span: Span) -> Self:
        """The passage of `text` that `span` covers; only for classes without further required fields."""
        return cls(exact=span.of(text), start=span.start, end=span.end)

    @property
    def span(self) -> Span:
        """Where the passage stands."""
        return Span(self.start, self.end)
