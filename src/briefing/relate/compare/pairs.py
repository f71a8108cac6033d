"""The pairs of claims that are compared, with their features: those that share most, of articles about one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from briefing.relate.compare.counted import CountedFeatures, closeness, counted, given
from briefing.relate.compare.features import Features, features, shared_context
from briefing.relate.compare.overlap import Index, Places, overlaps
from briefing.relate.compare.statements import Figure, Statement

_COMPARED = 12
"""With how many claims of all articles near one is compared; it keeps the work linear."""
_NEAR = 0.3
"""Numbers are compared where no more than two other claims stand nearer."""

H = TypeVar("H", int, tuple[int, int])
"""The place of a claim in its article, or of a claim and of a number in it."""


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


def pairs(mine: Index, theirs: Index, near: int, alike: float) -> Iterator[Pair]:
    """The pairs of two articles' claims worth comparing, in order of the text.

    `near`: how many articles are compared with them; `alike`: how alike the two are.
    """
    found = overlaps(mine, theirs)
    ranks = _ranks({places: overlap.share for places, overlap in found.items()})
    kept = max(1, _COMPARED // max(1, near))
    chosen = sorted(places for places in found if min(ranks[places]) < kept)
    one, other = mine.statements, theirs.statements
    compared = {(a, b): features(one[a], other[b], found[a, b], ranks[a, b]) for a, b in chosen}
    clashes = _clashes(one, other, compared)
    for (a, b), described in compared.items():
        yield Pair(one[a], other[b], described, tuple(clashes.get((a, b), ())), alike)


def _ranks(shares: Mapping[tuple[H, H], float]) -> dict[tuple[H, H], tuple[int, int]]:
    """For each two which nearest each is to the other, 0 for the first, among all that it is compared with."""
    mine: dict[H, list[tuple[float, H]]] = defaultdict(list)
    theirs: dict[H, list[tuple[float, H]]] = defaultdict(list)
    for (one, other), share in shares.items():
        mine[one].append((-share, other))
        theirs[other].append((-share, one))
    there = {(one, other): rank for one, row in mine.items() for rank, (_, other) in enumerate(sorted(row))}
    back = {(one, other): rank for other, row in theirs.items() for rank, (_, one) in enumerate(sorted(row))}
    return {both: (there[both], back[both]) for both in shares}


def _clashes(
    mine: Sequence[Statement], theirs: Sequence[Statement], compared: Mapping[Places, Features]
) -> dict[Places, list[Clash]]:
    """The numbers that part, by the places of their claims."""
    likeness = {}
    for (a, b), claims in compared.items():
        if claims.rank > _NEAR and mine[a].figures and theirs[b].figures:
            of_claims = claims.shared / 2 + 0.3 * (claims.rank == 1.0)
            for (x, one), (y, other) in product(enumerate(mine[a].figures), enumerate(theirs[b].figures)):
                if (fit := one.number.fits(other.number)) and not one.number.equals(other.number):
                    likeness[(a, x), (b, y)] = _likeness(one, other, fit) + of_claims
    ranks = _ranks(likeness)
    there = {place: given(mine[place[0]].figures[place[1]], theirs) for place in {one for one, _ in likeness}}
    back = {place: given(theirs[place[0]].figures[place[1]], mine) for place in {other for _, other in likeness}}
    clashes: dict[Places, list[Clash]] = defaultdict(list)
    for here, yonder in likeness:
        (a, x), (b, y) = here, yonder
        figures, elsewhere = (mine[a].figures[x], theirs[b].figures[y]), there[here] + back[yonder]
        described = counted(*figures, compared[a, b], elsewhere, ranks[here, yonder])
        clashes[a, b].append(Clash(*figures, described))
    return clashes


def _likeness(one: Figure, other: Figure, fit: float) -> float:
    """How near two numbers are by their words, units and values."""
    return min(3.0, shared_context(one, other)) + (fit == 1.0) / 2 + closeness(one, other)
