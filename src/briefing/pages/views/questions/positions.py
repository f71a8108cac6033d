"""Who says what: the questions as rows, the parties that speak most as columns, in each cell what a party says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model.annotation import EntityType
from briefing.model.claim import Modality
from briefing.model.relation import Party
from briefing.pages.views.across.paged import chunks
from briefing.pages.views.gathered import GroupPage
from briefing.pages.views.questions.parties import Parties
from briefing.pages.views.questions.questions import QuestionShown
from briefing.pages.views.shown import ClaimShown, Link

_COLUMNS = 6
_ROWS = 60
_SIGNS = 9
"""Claims a cell shows; the others are counted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party says on a subject, denials last, and how many claims more."""

    claims: tuple[ClaimShown, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Row:
    """A question, or what several articles say and none disputes, or, with neither, all that is in no other row."""

    question: QuestionShown | None
    group: GroupPage | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """A page of rows. Behind the columns of the parties stand those who are not named, and the articles themselves."""

    parties: tuple[Link, ...]
    questions: tuple[Row, ...]
    agreed: tuple[Row, ...]
    rest: Row | None
    modalities: tuple[str, ...]
    """Those of its claims, for the key."""


def positions(parties: Parties, questions: Sequence[QuestionShown], groups: Iterable[GroupPage]) -> list[Positions]:
    """Questions first, then what nobody disputes, at the end what no other article takes up."""
    claims = tuple(parties.catalogue.claims.values())
    heard = _most_heard(parties)
    asked = {claim.id for question in questions for claim in question.claims}
    agreed = [group for group in groups if any(claim.id not in asked for claim in group.claims)]
    told = asked.union(claim.id for group in agreed for claim in group.claims)

    def cells(found: Iterable[ClaimShown]) -> tuple[Cell, ...]:
        return _cells(parties, heard, found)

    rows = [Row(question, None, cells(question.claims)) for question in questions]
    rows += [Row(None, group, cells(group.claims)) for group in agreed]
    pages = chunks(rows, _ROWS)
    rest = Row(None, None, cells(claim for claim in claims if claim.id not in told and parties.of(claim.id)))
    heads = tuple(map(parties.link, heard))
    return [_page(heads, page, rest if page is pages[-1] else None) for page in pages]


def _most_heard(parties: Parties) -> tuple[Party, ...]:
    """Those who say most; of equals bodies and states before people."""
    said = Counter(party for claim in parties.catalogue.claims for party in parties.of(claim))

    def weight(party: Party) -> tuple[int, bool, str]:
        known = parties.catalogue.dossier.entity.get(party.id)
        return -said[party], known is not None and known.type is EntityType.PERSON, party.name

    return tuple(sorted(said, key=weight)[:_COLUMNS])


def _page(parties: tuple[Link, ...], rows: Sequence[Row], rest: Row | None) -> Positions:
    shown = (*rows, rest) if rest and any(cell.claims for cell in rest.cells) else tuple(rows)
    used = {claim.modality for row in shown for cell in row.cells for claim in cell.claims}
    return Positions(
        parties=parties,
        questions=tuple(row for row in rows if row.question),
        agreed=tuple(row for row in rows if row.group),
        rest=rest if rest in shown else None,
        modalities=tuple(modality.value for modality in Modality if modality in used),
    )


def _cells(parties: Parties, heard: Sequence[Party], claims: Iterable[ClaimShown]) -> tuple[Cell, ...]:
    """A claim under each party that says it; else with those who are not named, or with the articles."""
    found: list[list[ClaimShown]] = [[] for _ in range(len(heard) + 2)]
    for claim in claims:
        mine = [place for place, party in enumerate(heard) if party in parties.of(claim.id)]
        for place in mine or [-1 if claim.speaker.key == "voice-of-article" else -2]:
            found[place].append(claim)
    return tuple(_cell(said) for said in found)


def _cell(claims: list[ClaimShown]) -> Cell:
    ordered = sorted(claims, key=lambda claim: claim.modality is Modality.DENIED)
    return Cell(tuple(ordered[:_SIGNS]), max(0, len(ordered) - _SIGNS))
