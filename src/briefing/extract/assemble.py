"""Annotations become draft claims: one for each statement that is one."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from msgspec.structs import replace

from briefing.extract.reading import Reading
from briefing.extract.rows import Rows
from briefing.model.annotation import Attribution
from briefing.model.claim import Because, Claim, Modality, claim_id
from briefing.model.span import Passage, Span


def _content(attribution: Attribution) -> Span:
    return attribution.content.span


_where = attrgetter("span")


class Layers:
    """The layers of a reading, of which a claim holds what touches its passage."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._attributions = Rows(reading.attributions, _content)
        self._quotations, self._dates = Rows(reading.quotations, _where), Rows(reading.dates, _where)
        self._quantities, self._mentions = Rows(reading.quantities, _where), Rows(reading.mentions, _where)

    def claim(self, name: str, span: Span, modality: Modality, because: Because) -> Claim:
        """The claim at a span. Its evidence is cut from the article's own text, never from the fold."""
        return Claim(
            id=name,
            evidence=Passage.at(self._text, span),
            modality=modality,
            because=because,
            attribution=self._attributions.touching(span),
            quotes=self._quotations.touching(span),
            dates=self._dates.touching(span),
            quantities=self._quantities.touching(span),
            entities=self._mentions.touching(span),
        )


def assemble(reading: Reading) -> tuple[Claim, ...]:
    """The draft claims of a reading."""
    layers, seen = Layers(reading), Counter[str]()
    claims = []
    for statement in sorted(reading.statements, key=lambda s: (s.span.start, s.span.end)):
        if not statement.is_claim:
            continue
        exact = statement.span.of(reading.article.text)
        name = claim_id(reading.article.id, exact, seen[exact])
        claim = layers.claim(name, statement.span, statement.modality, statement.because)
        claims.append(replace(claim, checkable=statement.checkable, reason=statement.reason))
        seen[exact] += 1
    return tuple(claims)
