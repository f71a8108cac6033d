"""Annotations become draft claims: one for each statement that can be checked."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from briefing.extract.reading import Reading
from briefing.extract.rows import Rows
from briefing.model.annotation import Attribution
from briefing.model.claim import Claim, claim_id
from briefing.model.span import Passage, Span


def _content(attribution: Attribution) -> Span:
    return attribution.content.span


_where = attrgetter("span")


def assemble(reading: Reading) -> tuple[Claim, ...]:
    """The draft claims of a reading. Evidence is cut from the article's own text, never from the fold."""
    text = reading.article.text
    attributions = Rows(reading.attributions, _content)
    quotations, dates = Rows(reading.quotations, _where), Rows(reading.dates, _where)
    quantities, mentions = Rows(reading.quantities, _where), Rows(reading.mentions, _where)
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
