"""What articles answer in several ways: differences on one subject, gathered under a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from briefing.extract.words.questions import Answer, Ask
from briefing.model.article import Article, Rights
from briefing.model.claim import Claim, Modality
from briefing.model.entity import Entity
from briefing.model.relation import Asked, Corroboration, Difference, Field, Question
from briefing.relate.parties import parties, speaking

ASKED: Mapping[Field, Asked] = {
    Field.QUANTITY: Asked.HOW_MANY,
    Field.POLARITY: Asked.WHETHER,
    Field.PLACE: Asked.WHERE,
    Field.DATE: Asked.WHEN,
    Field.CERTAINTY: Asked.HOW_SURE,
    Field.NAME: Asked.WHICH_NAME,
    Field.CONTENT: Asked.WHAT,
}


class Told(Struct, frozen=True):
    """All claims in order of publication and text, each with its article, and who is named in them."""

    claims: Mapping[str, tuple[Article, Claim]]
    entities: Mapping[str, Entity]


def questions(
    differences: Iterable[Difference], groups: Iterable[Corroboration], told: Told, ask: Ask
) -> tuple[Question, ...]:
    """Every question, by id: that of its first difference."""
    place = {claim: number for number, claim in enumerate(told.claims)}
    known = parties(told.entities, [claim for _, claim in told.claims.values()])
    found = []
    for gathered in _gathered(differences, groups):
        named = {claim for difference in gathered for claim in difference.claims}
        ids = tuple(sorted(named, key=place.__getitem__))
        said = (party for ident in ids for party in speaking(told.claims[ident][1], told.entities, known))
        found.append(
            Question(
                id="q-" + min(difference.id for difference in gathered).removeprefix("d-"),
                asked=ASKED[gathered[0].field],
                title=_title(gathered, ids, told, ask),
                claims=ids,
                differences=tuple(difference.id for difference in gathered),
                parties=tuple(dict.fromkeys(said)),
            )
        )
    return tuple(sorted(found, key=lambda question: question.id))


def _gathered(differences: Iterable[Difference], groups: Iterable[Corroboration]) -> Iterator[list[Difference]]:
    """Differences of one field that share a claim, or whose claims say the same; akin is not the same."""
    subjects: dict[str, list[str]] = defaultdict(list)
    for group in (group for group in groups if not group.akin):
        for claim in group.claims:
            subjects[claim].append(group.id)
    left = sorted(differences, key=lambda difference: difference.id)
    holders: dict[tuple[Field, str], list[Difference]] = defaultdict(list)
    marks = {d.id: [(d.field, mark) for c in d.claims for mark in (c, *subjects[c])] for d in left}
    for difference in left:
        for mark in marks[difference.id]:
            holders[mark].append(difference)
    seen: set[str] = set()
    for difference in left:
        if difference.id not in seen:
            yield sorted(_reached(difference, marks, holders, seen), key=lambda d: d.id)


def _reached(
    first: Difference,
    marks: Mapping[str, Sequence[tuple[Field, str]]],
    holders: Mapping[tuple[Field, str], Sequence[Difference]],
    seen: set[str],
) -> Iterator[Difference]:
    waiting = [first]
    seen.add(first.id)
    while waiting:
        difference = waiting.pop()
        yield difference
        for other in (other for mark in marks[difference.id] for other in holders[mark] if other.id not in seen):
            seen.add(other.id)
            waiting.append(other)


def _title(gathered: Sequence[Difference], ids: Sequence[str], told: Told, ask: Ask) -> str:
    """What a person called it, else the language's question; the first reason where a language has none."""
    if named := next((difference.title for difference in gathered if difference.title), None):
        return named
    claims = [told.claims[ident] for ident in ids]
    units = [{quantity.unit for quantity in claim.quantities} for _, claim in claims]
    shared = {unit for n, mine in enumerate(units) for theirs in units[:n] for unit in mine & theirs}
    answers = [answer(*each, shared or frozenset().union(*units)) for each in claims]
    return ask(ASKED[gathered[0].field], answers) or gathered[0].reason


def answer(article: Article, claim: Claim, units: AbstractSet[str | None]) -> Answer:
    """A claim as an answer, with its numbers in the `units` on which answers differ."""
    whole = claim.evidence.span
    reported = [a.content.span for a in claim.attribution] or [quote.span for quote in claim.quotes if quote.cue]
    said = [span for span in reported if whole.contains(span)]
    return Answer(
        text=article.text,
        passage=whole,
        said=max(said, key=len, default=whole),
        quotations=tuple(quote.span for quote in claim.quotes),
        numbers=tuple(quantity for quantity in claim.quantities if quantity.unit in units),
        is_denial=claim.modality is Modality.DENIED,
        is_shown=article.meta.rights is not Rights.NONE,
    )
