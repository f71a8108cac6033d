"""Words of an article that a person selects: they become a claim, or the passage of one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from briefing.corpus.places import occurrences
from briefing.corpus.text import fold
from briefing.extract.assemble import Layers
from briefing.extract.reading import Reading, Statement
from briefing.model.article import Article
from briefing.model.claim import BY_HAND, Because, Claim, Modality, free_claim_id
from briefing.model.span import Span
from briefing.problems import BriefingError, Problem, Where
from briefing.project.sources import read_by_rules
from briefing.review.acts.claim_files import Filed, filed, rewritten
from briefing.review.acts.plan import Plan
from briefing.store.place import mapped
from briefing.store.reconcile import proposed


def added(root: Path, article: str, words: str, nth: int = 0) -> Plan:
    """A claim made of words that a person selected, with what the rules find in them; a draft until it is accepted.

    `nth`: which of equal words, from 1. Raises BriefingError when the words are not the article's, stand in several
    places, or are a claim's already.
    """
    found = filed(root, article)
    span = place(found.article, words, nth)
    for claim in found.claims:
        if claim.evidence.span == span:
            raise BriefingError(
                Problem(found.where(claim.id), f"these words are those of {claim.id}, which is {claim.status}")
            )
    taken = {claim.id for claim in found.said.claims}
    name = free_claim_id(found.article.id, span.of(found.article.text), taken)
    claim = drawn(read_by_rules(root, found.article), name, span)
    after = sum(1 for other in found.claims if other.evidence.start <= span.start)
    claims = [*found.said.claims[:after], claim, *found.said.claims[after:]]
    return Plan(f"claim {name}", (name,), (rewritten(found, claims),))


def moved(root: Path, found: Filed, claim: Claim, words: str) -> Claim:
    """The claim with other words of its article: what the rules find in them takes the rows' place."""
    was = next(c for c in found.claims if c.id == claim.id).evidence.span
    span = place(found.article, words, 0, near=was)
    fresh = drawn(read_by_rules(root, found.article), claim.id, span)
    return replace(
        claim,
        evidence=fresh.evidence,
        attribution=fresh.attribution,
        quotes=fresh.quotes,
        dates=fresh.dates,
        quantities=fresh.quantities,
        entities=fresh.entities,
    )


def place(article: Article, words: str, nth: int = 0, near: Span | None = None) -> Span:
    """Where words stand in an article, apostrophes and spaces as one types them; `near`: of several, those that touch.

    Raises BriefingError when they stand nowhere, or in several places and nobody says in which.
    """
    where, wanted = Where(article.path), fold(unicodedata.normalize("NFC", words.strip()))
    spans = list(occurrences(fold(article.text), wanted))
    if not spans:
        raise BriefingError(Problem(where, f"“{words[:60]}” is not in the article word for word; copy it from there"))
    touching = [span for span in spans if near and span.overlap(near)]
    if len(spans) == 1 or len(touching) == 1:
        return (touching or spans)[0]
    if 0 < nth <= len(spans):
        return spans[nth - 1]
    message = f"“{words[:60]}” stands {len(spans)} times in the article; say which with --nth, or take more words"
    raise BriefingError(Problem(Where(article.path, article.line_of(spans[0].start)), message))


def drawn(reading: Reading, name: str, span: Span) -> Claim:
    """The claim at a span with what the rules find in it, as its file will say it."""
    modality, because = _outlook(reading.statements, span)
    claim = Layers(reading).claim(name, span, modality, because)
    (numbered,) = proposed(reading.article, [claim], "").file.claims
    return mapped(numbered, lambda passage: replace(passage, start=0, end=0))


def _outlook(statements: Iterable[Statement], span: Span) -> tuple[Modality, Because]:
    """The modality of the statement that most of the words stand in."""
    best = max(statements, key=lambda s: s.span.overlap(span), default=None)
    if best is None or best.span.overlap(span) * 2 <= len(span) or best.modality is Modality.QUESTION:
        return Modality.ASSERTED, Because(BY_HAND)
    return best.modality, best.because
