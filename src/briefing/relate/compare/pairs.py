"""The pairs of claims that are compared, with their features: those that share most, of articles about one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.relate.compare.counted import CountedFeatures, closeness, counted, given
from briefing.relate.compare.features import Features, around, features
from briefing.relate.compare.overlap import Places, overlaps
from briefing.relate.compare.statements import Figure, Statement

_COMPARED = 18
"""With how many claims of all articles near one is compared; it keeps the work linear."""
_NEAR = 0.3
"""Numbers are compared where no more than two other claims stand nearer."""

FigurePlaces = tuple[int, int, int, int]
"""The places of a claim and its number in the first article, and of those in the second."""


@dataclass(frozen=True, slots=True, eq=False)
class Clash:
    """Two numbers of a pair that are not the same, and how they compare."""

    one: Figure
    other: Figure
    features: CountedFeatures


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two claims of different articles, the earlier one first; `clashes` are numbers of theirs that are not equal."""

    one: Statement
    other: Statement
    features: Features
    clashes: tuple[Clash, ...]
    alike: float
    """How alike their articles are: the cosine by which they may tell of one event."""

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of both claims."""
        return self.one.slots.claim.id, self.other.slots.claim.id


def pairs(mine: Sequence[Statement], theirs: Sequence[Statement], near: int, alike: float) -> Iterator[Pair]:
    """The pairs of two articles' claims worth comparing, in order of the text.

    `near`: how many articles are compared with them; `alike`: how alike the two are.
    """
    found = overlaps(mine, theirs)
    ranks = _ranks({places: overlap.share for places, overlap in found.items()})
    kept = max(1, _COMPARED // max(1, near))
    chosen = sorted(places for places in found if min(ranks[places]) < kept)
    compared = {(a, b): features(mine[a], theirs[b], found[a, b], ranks[a, b]) for a, b in chosen}
    clashes = _clashes(mine, theirs, compared)
    for (a, b), described in compared.items():
        yield Pair(mine[a], theirs[b], described, tuple(clashes.get((a, b), ())), alike)


def _ranks(shares: Mapping[Places, float]) -> dict[Places, tuple[int, int]]:
    """For each pair which nearest each is to the other, among the claims of its article."""
    mine: dict[int, list[tuple[float, int]]] = defaultdict(list)
    theirs: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), share in shares.items():
        mine[a].append((-share, b))
        theirs[b].append((-share, a))
    there = {(a, b): rank for a, row in mine.items() for rank, (_, b) in enumerate(sorted(row))}
    back = {(a, b): rank for b, row in theirs.items() for rank, (_, a) in enumerate(sorted(row))}
    return {places: (there[places], back[places]) for places in shares}


def _clashes(
    mine: Sequence[Statement], theirs: Sequence[Statement], compared: Mapping[Places, Features]
) -> dict[Places, list[Clash]]:
    """The numbers that part, by the places of their claims."""
    shares = {
        (a, x, b, y): _likeness(one, other) + claims.shared / 2 + 0.3 * (claims.rank == 1.0)
        for (a, b), claims in compared.items()
        if claims.rank > _NEAR
        for x, one in enumerate(mine[a].figures)
        for y, other in enumerate(theirs[b].figures)
        if one.number.fits(other.number) and not one.number.equals(other.number)
    }
    ranks = _figure_ranks(shares)
    clashes: dict[Places, list[Clash]] = defaultdict(list)
    for a, x, b, y in shares:
        one, other = mine[a].figures[x], theirs[b].figures[y]
        elsewhere = given(one, theirs) + given(other, mine)
        described = counted(one, other, compared[a, b], elsewhere, ranks[a, x, b, y])
        clashes[a, b].append(Clash(one, other, described))
    return clashes


def _likeness(one: Figure, other: Figure) -> float:
    """How near two numbers are by their words, units and values."""
    return min(3.0, around(one, other)) + (one.number.fits(other.number) == 1.0) / 2 + closeness(one, other)


def _figure_ranks(shares: Mapping[FigurePlaces, float]) -> dict[FigurePlaces, tuple[int, int]]:
    """For each two numbers which nearest each is to the other."""
    mine: dict[Places, list[tuple[float, Places]]] = defaultdict(list)
    theirs: dict[Places, list[tuple[float, Places]]] = defaultdict(list)
    for (a, x, b, y), share in shares.items():
        mine[a, x].append((-share, (b, y)))
        theirs[b, y].append((-share, (a, x)))
    there = {(*one, *other): rank for one, row in mine.items() for rank, (_, other) in enumerate(sorted(row))}
    back = {(*one, *other): rank for other, row in theirs.items() for rank, (_, one) in enumerate(sorted(row))}
    return {places: (there[places], back[places]) for places in shares}
