"""Annotations become draft claims: one for each statement that can be checked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Generic, TypeVar

from briefing.extract.reading import Reading
from briefing.model.annotation import Attribution
from briefing.model.claim import Claim, claim_id
from briefing.model.span import Passage, Span

T = TypeVar("T")


class _Rows(Generic[T]):
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
        return tuple(self.rows[i] for i in range(first, last) if self.spans[i].overlap(span))


def _content(attribution: Attribution) -> Span:
    return attribution.content.span


_where = attrgetter("span")


def assemble(reading: Reading) -> tuple[Claim, ...]:
    """The draft claims of a reading. Evidence is cut from the article's own text, never from the fold."""
    text = reading.article.text
    attributions = _Rows(reading.attributions, _content)
    quotations, dates = _Rows(reading.quotations, _where), _Rows(reading.dates, _where)
    quantities, mentions = _Rows(reading.quantities, _where), _Rows(reading.mentions, _where)
    seen: Counter[str] = Counter()
    claims = []
    for statement in sorted(reading.statements, key=lambda s: (s.span.start, s.span.end)):
        if not statement.checkable:
            continue
        evidence = Passage.at(text, statement.span)
        claims.append(
            Claim(
                id=claim_id(reading.article.id, evidence.exact, seen[evidence.exact]),
                evidence=evidence,
                modality=statement.modality,
                because=statement.because,
                attribution=attributions.touching(statement.span),
                quotes=quotations.touching(statement.span),
                dates=dates.touching(statement.span),
                quantities=quantities.touching(statement.span),
                entities=mentions.touching(statement.span),
            )
        )
        seen[evidence.exact] += 1
    return tuple(claims)
