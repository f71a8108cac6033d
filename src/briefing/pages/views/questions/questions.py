"""The questions on which articles do not agree as pages show them, each with its picture, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefing.model.relation import Asked, Decided, Question
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.figures import Series, compared
from briefing.pages.views.questions.answers import Answers, answers
from briefing.pages.views.questions.parties import Parties
from briefing.pages.views.shown import ClaimShown, DifferenceHead, GroupHead

_ORDER = (Asked.HOW_MANY, Asked.WHERE, Asked.WHETHER, Asked.WHAT, Asked.WHEN, Asked.HOW_SURE, Asked.WHICH_NAME)
_FOREMOST = frozenset(_ORDER[:4])
_WIDER = frozenset({Asked.HOW_MANY, Asked.WHETHER, Asked.WHAT})
"""Kinds of question that claims which say the same, or go the same way, answer too."""


class QuestionShown(Struct, frozen=True, kw_only=True):
    """What articles answer in several ways, and its picture: marks on a track, or who answers what, and when."""

    asked: Asked
    id: str
    """Its place on the page of all questions."""
    title: str
    subject: GroupHead | None
    """What it is about, where a person called a corroboration so."""
    claims: tuple[ClaimShown, ...]
    differences: tuple[DifferenceHead, ...]
    chart: Series | None
    answers: Answers
    stands: bool
    """Whether a person stands behind each of its differences."""

    @property
    def sources(self) -> int:
        """How many sources answer it, named or not, beside the articles themselves."""
        return len({who.key for claim in self.claims for who in claim.speakers} - {"voice-of-article"})

    @property
    def contradictions(self) -> int:
        """How many of its differences cannot both be true."""
        return sum(difference.kind == "contradiction" for difference in self.differences)

    @property
    def weight(self) -> tuple[int, int, int]:
        """The heaviest is the least."""
        return -self.contradictions, -self.sources, -len(self.claims)


def questions(parties: Parties) -> tuple[QuestionShown, ...]:
    """Every question, those that a person stands behind first, then in the order in which readers ask."""
    found = [_shown(parties, question) for question in parties.catalogue.dossier.questions]
    whole = [question for question in found if len(question.claims) > 1]
    return tuple(sorted(whole, key=lambda q: (not q.stands, _ORDER.index(q.asked), *q.weight, q.id)))


def chief(found: Sequence[QuestionShown], most: int) -> tuple[QuestionShown, ...]:
    """The weightiest: one of each kind that readers ask about first, then the rest, in the order of kinds."""
    first = {question.asked: question.id for question in reversed(found) if question.asked in _FOREMOST}
    ranked = sorted(found, key=lambda q: (first.get(q.asked) != q.id, not q.stands, *q.weight))
    return tuple(sorted(ranked[:most], key=lambda question: _ORDER.index(question.asked)))


def _shown(parties: Parties, question: Question) -> QuestionShown:
    catalogue = parties.catalogue
    own, answering = dict.fromkeys(question.claims), _answering(catalogue, question)
    differences = [catalogue.differences[ident] for ident in question.differences]
    return QuestionShown(
        asked=question.asked,
        id=question.id,
        title=question.title,
        subject=_subject(own, catalogue.chosen(own)),
        claims=answering,
        differences=tuple(differences),
        chart=compared(catalogue, question, answering) if question.asked is Asked.HOW_MANY else None,
        answers=answers(parties, question.asked, answering),
        stands=all(_stands(catalogue, ident) for ident in question.differences),
    )


def _stands(catalogue: Catalogue, ident: str) -> bool:
    found = next(difference for difference in catalogue.dossier.differences if difference.id == ident)
    return found.decided in (Decided.CONFIRMED, Decided.ADDED) and not found.suspect


def _answering(catalogue: Catalogue, question: Question) -> tuple[ClaimShown, ...]:
    """In order of publication its claims and those that say the same; « combien ? » these answer by a number alone."""
    own = dict.fromkeys(question.claims)
    wide = catalogue.chosen(_wider(catalogue, own) if question.asked in _WIDER else own)
    counts = question.asked is Asked.HOW_MANY
    answering = (claim for claim in wide if claim.id in own or claim.figures or not counts)
    return tuple(sorted(answering, key=_in_time))


def _wider(catalogue: Catalogue, claims: Mapping[str, None]) -> dict[str, None]:
    """The claims, and those of the corroborations that they belong to."""
    groups = (g for claim in claims for g in catalogue.dossier.corroborating.get(claim, ()))
    return {**claims, **dict.fromkeys(other for group in groups for other in group.claims)}


def _subject(own: Mapping[str, None], claims: Iterable[ClaimShown]) -> GroupHead | None:
    """The corroboration that holds most of the claims, of those that a person named."""
    groups = {group.id: group for claim in claims for group in claim.groups if group.titled}

    def weight(group: GroupHead) -> tuple[int, int, str]:
        return sum(claim.id in own for claim in group.claims), len(group.claims), group.id

    return max(groups.values(), key=weight, default=None)


def _in_time(claim: ClaimShown) -> tuple[str, str, int]:
    return claim.article.published or "9999", claim.article.id, claim.number
