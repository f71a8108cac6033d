"""Numbers of two claims that are not the same: which of them may be of one thing, and which are shown so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product

from msgspec import Struct

from briefing.relate.compare.counted import CountedFeatures, closeness, counted
from briefing.relate.compare.features import Features, shared_context
from briefing.relate.compare.overlap import Index, Places
from briefing.relate.compare.statements import Figure, Statement
from briefing.relate.slots.numbers import Number
from briefing.relate.slots.units import Kind

_FITTING = 0.6
"""Units that fit well enough for one article to know the other's number."""

COUNTED = 0.55
"""The least score of two numbers that are of one thing."""
_BESIDE = 0.5
"""No more than one other number stands nearer."""


class Clash(Struct, frozen=True, eq=False):
    """Two numbers of a pair that are not the same, and how they compare."""

    one: Figure
    other: Figure
    places: Places
    """Which of the numbers of their claims they are."""
    features: CountedFeatures
    claims: Features
    """How their claims compare."""

    @property
    def values(self) -> tuple[float, ...]:
        """All that its score is made of."""
        return (*self.features, *self.claims)

    @property
    def is_told(self) -> bool:
        """Whether one of the claims says itself that its number took the place of the other's."""
        return self.features.moved > 0

    def counts_one(self, score: float) -> bool:
        """Whether both may be shown as of one thing; neither article gives the other's, lengths of time are many."""
        is_time = Kind.TIME in (self.one.number.kind, self.other.number.kind)
        known = self.features.elsewhere > 0
        return score >= COUNTED and self.features.closest >= _BESIDE and not (is_time or known)


def clashes(mine: Index, theirs: Index, compared: Mapping[Places, Features]) -> dict[Places, list[Clash]]:
    """The numbers that part, by the places of their claims."""
    one, other = mine.statements, theirs.statements
    alike = dict(_alike(one, other, compared))
    there = _gathered((here, value) for (here, _), value in alike.items())
    back = _gathered((yonder, value) for (_, yonder), value in alike.items())
    known = {here: _gives(theirs, _at(one, here).number) for here in there}
    known_back = {yonder: _gives(mine, _at(other, yonder).number) for yonder in back}
    found: dict[Places, list[Clash]] = defaultdict(list)
    for (here, yonder), value in alike.items():
        left, right, claims = _at(one, here), _at(other, yonder), (here[0], yonder[0])
        ranks = _above(there[here], value), _above(back[yonder], value)
        described = counted(left, right, (known[here], known_back[yonder]), ranks)
        found[claims].append(Clash(left, right, (here[1], yonder[1]), described, compared[claims]))
    return found


def _alike(
    mine: Sequence[Statement], theirs: Sequence[Statement], compared: Mapping[Places, Features]
) -> Iterator[tuple[tuple[Places, Places], float]]:
    """Numbers of two claims in units that fit, by their places, with how near they are."""
    for (a, b), claims in compared.items():
        of_claims = claims.shared / 2 + 0.3 * (claims.rank == 1.0)
        for (x, one), (y, other) in product(enumerate(mine[a].figures), enumerate(theirs[b].figures)):
            if (fit := one.number.fits(other.number)) and not one.number.equals(other.number):
                yield ((a, x), (b, y)), _likeness(one, other, fit) + of_claims


def _likeness(one: Figure, other: Figure, fit: float) -> float:
    """How near two numbers are by their words, units and values."""
    return min(3.0, shared_context(one, other)) + (fit == 1.0) / 2 + closeness(one, other)


def _gathered(values: Iterable[tuple[Places, float]]) -> Mapping[Places, list[float]]:
    found: dict[Places, list[float]] = defaultdict(list)
    for place, value in values:
        found[place].append(value)
    return found


def _above(values: Iterable[float], value: float) -> int:
    """How many are greater."""
    return sum(other > value for other in values)


def _at(statements: Sequence[Statement], place: Places) -> Figure:
    return statements[place[0]].figures[place[1]]


def _gives(index: Index, mine: Number) -> bool:
    """Whether another article gives the same number, or one that agrees with it, in a unit that fits."""
    same = (number for number in index.valued.get(mine.value, ()) if number.equals(mine))
    agreeing = (number for number in index.bounded[not mine.is_bounded] if number.allows(mine))
    return any(number.fits(mine) >= _FITTING for number in chain(same, agreeing))
