"""Who says what: questions as rows, the parties that speak most on them as columns, in each cell what a party says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.annotation import EntityType
from briefing.model.claim import Modality
from briefing.model.relation import Party
from briefing.pages.strings import table
from briefing.pages.views.across.paging import chunks
from briefing.pages.views.groups import GroupPage
from briefing.pages.views.inside.telling import says, unfit
from briefing.pages.views.questions.parties import Parties
from briefing.pages.views.questions.questions import QuestionShown
from briefing.pages.views.shown import ClaimShown, Link

_COLUMNS = 6
_ROWS = 60
_SIGNS, _PASSAGES = 9, 3
"""Claims that a cell shows, passages that stand for what a party says besides; the others are counted."""


class Cell(Struct, frozen=True):
    """What a party says on a subject, denials last, and how many claims more."""

    claims: tuple[ClaimShown, ...]
    left: int


class Row(Struct, frozen=True):
    """A question, or what several articles say and none disputes."""

    question: QuestionShown | None
    group: GroupPage | None
    cells: tuple[Cell, ...]

    @property
    def stands(self) -> bool:
        """Whether a person stands behind it."""
        return self.question.stands if self.question else bool(self.group and self.group.decision.stands)


class Table(Struct, frozen=True):
    """Rows, and above them who says something in one of them."""

    columns: tuple[Link, ...]
    rows: tuple[Row, ...]

    @property
    def verified(self) -> bool:
        """Whether a person stands behind any of its rows."""
        return any(row.stands for row in self.rows)


class Rest(Struct, frozen=True):
    """What a party says besides: the claims that tell most, in the order of the texts, and how many more there are."""

    party: Link
    claims: tuple[ClaimShown, ...]
    left: int


class Positions(Struct, frozen=True, kw_only=True):
    """A page of rows. Behind the columns of the parties stand those who are not named, and the articles themselves."""

    questions: Table
    agreed: Table
    rest: tuple[Rest, ...]
    modalities: tuple[str, ...]
    """Those of its claims, for the key."""


def positions(parties: Parties, questions: Sequence[QuestionShown], groups: Iterable[GroupPage]) -> list[Positions]:
    """Questions first, then what nobody disputes, at the end what no other article takes up."""
    claims = parties.catalogue.claims.values()
    asked = {claim.id for question in questions for claim in question.claims}
    agreed = [group for group in groups if any(claim.id not in asked for claim in group.claims)]
    told = asked.union(claim.id for group in agreed for claim in group.claims)
    heard = _most_heard(parties, (claim for claim in claims if claim.id in told))

    def cells(found: Iterable[ClaimShown]) -> tuple[Cell, ...]:
        return _cells(parties, heard, found)

    rows = [Row(question, None, cells(question.claims)) for question in questions]
    rows += [Row(None, group, cells(group.claims)) for group in agreed]
    pages = chunks(rows, _ROWS)
    rest = _rest(parties, [claim for claim in parties.catalogue.checkable if claim.id not in told])
    others = table(parties.catalogue.words, "position")
    heads = (*map(parties.link, heard), Link(others["unnamed"]), Link(others["article"]))
    return [_page(heads, page, rest if page is pages[-1] else ()) for page in pages]


def _most_heard(parties: Parties, claims: Iterable[ClaimShown]) -> tuple[Party, ...]:
    """Those who say most of the claims; of equals bodies and states before people."""
    said = Counter(party for claim in claims for party in parties.of[claim.id])

    def weight(party: Party) -> tuple[int, bool, str]:
        known = parties.catalogue.dossier.entity.get(party.id)
        return -said[party], known is not None and known.type is EntityType.PERSON, party.name

    return tuple(sorted(said, key=weight)[:_COLUMNS])


def _rest(parties: Parties, claims: Sequence[ClaimShown]) -> tuple[Rest, ...]:
    """What those who say most of the claims say, a few passages each."""
    found = []
    for party in _most_heard(parties, claims):
        said = [claim for claim in claims if party in parties.of[claim.id] and claim.passage]
        chosen = {claim.id for claim in sorted(said, key=lambda c: (-says(c), unfit(c), c.id))[:_PASSAGES]}
        kept = tuple(claim for claim in said if claim.id in chosen)
        found.append(Rest(parties.link(party), kept, len(said) - len(kept)))
    return tuple(one for one in found if one.claims)


def _page(heads: tuple[Link, ...], given: Sequence[Row], rest: tuple[Rest, ...]) -> Positions:
    used = {claim.modality for row in given for cell in row.cells for claim in cell.claims}
    return Positions(
        questions=_table(heads, [row for row in given if row.question]),
        agreed=_table(heads, [row for row in given if row.group]),
        rest=rest,
        modalities=tuple(modality.value for modality in Modality if modality in used),
    )


def _table(heads: tuple[Link, ...], rows: Sequence[Row]) -> Table:
    """Without the columns of those who say nothing in any of its rows."""
    kept = [any(row.cells[place].claims for row in rows) for place in range(len(heads))]
    return Table(
        tuple(compress(heads, kept)), tuple(replace(row, cells=tuple(compress(row.cells, kept))) for row in rows)
    )


def _cells(parties: Parties, heard: Sequence[Party], claims: Iterable[ClaimShown]) -> tuple[Cell, ...]:
    """A claim under each party that says it; else with those who are not named, or with the articles."""
    found: list[list[ClaimShown]] = [[] for _ in range(len(heard) + 2)]
    for claim in claims:
        mine = [place for place, party in enumerate(heard) if party in parties.of[claim.id]]
        for place in mine or [-1 if claim.speaks_itself else -2]:
            found[place].append(claim)
    return tuple(_cell(said) for said in found)


def _cell(claims: list[ClaimShown]) -> Cell:
    ordered = sorted(claims, key=lambda claim: claim.modality is Modality.DENIED)
    return Cell(tuple(ordered[:_SIGNS]), max(0, len(ordered) - _SIGNS))
