"""An article's body, in which annotated words are found: at the offset that they name, else at the nearest place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from briefing.model.span import Span

from .annotated import Row
from .folding import fold

R = TypeVar("R")
G = TypeVar("G", bound=Row)
_ENDS = ' ".'
"""What does not count at the ends of a row, after folding."""


@dataclass(frozen=True, slots=True)
class Located(Generic[R]):
    """A row, annotated or found, and where its words stand in the article."""

    span: Span
    row: R


@dataclass(frozen=True)
class Body:
    """The text below the front matter."""

    text: str

    @cached_property
    def _folded(self) -> tuple[str, list[Span]]:
        """The text folded, and where each of its characters stands."""
        found = [(" " if m[0].isspace() else fold(m[0]), Span(*m.span())) for m in re.finditer(r"\s+|\S", self.text)]
        return "".join(part for part, _ in found), [span for part, span in found for _ in part]

    def places(self, words: str) -> list[Span]:
        """Every place where these words stand as words."""
        bare = fold(words).strip(_ENDS)
        if not bare:
            return []
        before, after = r"(?<!\w)(?<!\d[.,])" * bare[0].isalnum(), r"(?!\w)" * bare[-1].isalnum()
        text, at = self._folded
        matches = re.finditer(f"{before}{re.escape(bare)}{after}", text)
        return [Span(at[m.start()].start, at[m.end() - 1].end) for m in matches]

    def trimmed(self, span: Span) -> Span:
        """A place without the marks and spaces at its ends, as annotations are compared."""
        start, end = span.start, span.end
        while start < end and not fold(self.text[start]).strip(_ENDS):
            start += 1
        while start < end and not fold(self.text[end - 1]).strip(_ENDS):
            end -= 1
        return Span(start, end)

    def located(self, rows: Iterable[G]) -> list[Located[G]]:
        """The annotated rows whose words are in the text, each at its own place."""
        found: list[Located[G]] = []
        taken: set[Span] = set()
        for row in rows:
            span = self._place(row, taken)
            if span is not None:
                taken.add(span)
                found.append(Located(span, row))
        return found

    def _place(self, row: Row, taken: Container[Span]) -> Span | None:
        if row.start is not None:
            named = Span(row.start, row.start + len(row.text))
            if fold(named.of(self.text)).strip(_ENDS) == fold(row.text).strip(_ENDS):
                return self.trimmed(named)
        near = row.start or 0
        return min(self.places(row.text), key=lambda span: (span in taken, abs(span.start - near)), default=None)
