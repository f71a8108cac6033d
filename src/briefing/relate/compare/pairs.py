"""The pairs of claims that are compared, with their features: those that share most, of articles about one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.relate.compare.clashes import Clash, clashes
from briefing.relate.compare.comparison import Couple
from briefing.relate.compare.features import Features, features
from briefing.relate.compare.overlap import Places, Shares, shares
from briefing.relate.compare.statements import Statement

_COMPARED = 18
"""With how many claims of all articles near one is compared; it keeps the work linear."""
_LEAST = 0.02
"""Claims that share less are not compared."""


class Pair(Struct, frozen=True, eq=False):
    """Two claims of different articles, the earlier one first; `clashes` are numbers of theirs that are not equal."""

    one: Statement
    other: Statement
    features: Features
    clashes: tuple[Clash, ...]
    alike: float
    """How likely their articles tell of one event."""

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of both claims."""
        return self.one.slots.claim.id, self.other.slots.claim.id


def pairs(couple: Couple) -> Iterator[Pair]:
    """The pairs of two articles' claims worth comparing, in order of the text."""
    mine, theirs, alike = couple.one, couple.other, couple.alike
    one, other = mine.statements, theirs.statements
    rows = shares(mine, theirs)
    ranks = _nearest(rows, max(1, _COMPARED // max(1, couple.near)))
    compared = {(a, b): features(one[a], other[b], both) for (a, b), both in ranks.items()}
    apart = clashes(mine, theirs, compared)
    for (a, b), described in compared.items():
        yield Pair(one[a], other[b], described, apart[a, b], alike)


def _nearest(rows: Shares, most: int) -> dict[Places, tuple[int, int]]:
    """Each claim with the `most` that it shares most with: how many stand nearer to the one, and to the other."""
    there, back = list(map(_ordered, rows)), list(map(_ordered, zip(*rows, strict=True)))
    chosen = {(a, b) for a, order in enumerate(there) for b in order[:most]}
    chosen |= {(a, b) for b, order in enumerate(back) for a in order[:most]}
    return {(a, b): (there[a].index(b), back[b].index(a)) for a, b in sorted(chosen) if rows[a][b] > _LEAST}


def _ordered(values: Sequence[float]) -> list[int]:
    """The places of values, the greatest first, of equal ones the first."""
    return sorted(range(len(values)), key=values.__getitem__, reverse=True)
