"""Numbers of two claims that are not the same: which of them may be of one thing, and which are shown so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, product

from msgspec import Struct

from briefing.relate.compare.features import Features
from briefing.relate.compare.number_features import CountedFeatures, counted
from briefing.relate.compare.overlap import Index, Places
from briefing.relate.compare.statements import Figure
from briefing.relate.slots.numbers import SURELY, Number

_FITTING = 0.6
"""Units that fit well enough for one article to know the other's number."""

COUNTED = 0.5
"""The least score of two numbers that are of one thing."""

_Given = tuple[Figure, bool]
"""A number, and whether the other article gives it too."""


class Clash(Struct, frozen=True, eq=False):
    """Two numbers of a pair that are not the same, and how they compare."""

    one: Figure
    other: Figure
    places: Places
    """Which of the numbers of their claims they are."""
    features: CountedFeatures

    @property
    def is_told(self) -> bool:
        """Whether one of the claims says itself that its number took the place of the other's."""
        return self.features.moved > 0

    def counts_one(self, score: float) -> bool:
        """Whether both may be shown as of one thing: « trois centres » and « deux syndicats » are of two.

        So are « freine à 180 mètres » and « étend son linge à 200 mètres », whose sentences share no word.
        """
        fit = self.one.number.fits(self.other.number) >= SURELY
        return score >= COUNTED and fit and self.features.words > 0


def clashes(mine: Index, theirs: Index, compared: Mapping[Places, Features]) -> dict[Places, tuple[Clash, ...]]:
    """The numbers that part, by the places of their claims."""
    here = _given(mine, theirs, {a for a, _ in compared})
    yonder = _given(theirs, mine, {b for _, b in compared})
    return {(a, b): tuple(_clashes(here[a], yonder[b], claims)) for (a, b), claims in compared.items()}


def _clashes(mine: Iterable[_Given], theirs: Iterable[_Given], claims: Features) -> Iterator[Clash]:
    """Numbers of two claims in units that fit."""
    for (x, (one, known)), (y, (other, known_back)) in product(enumerate(mine), enumerate(theirs)):
        if one.number.fits(other.number) and not one.number.equals(other.number):
            yield Clash(one, other, (x, y), counted(one, other, claims, (known, known_back)))


def _given(mine: Index, theirs: Index, places: Collection[int]) -> dict[int, list[_Given]]:
    """The numbers of some claims, each with whether another article gives it too."""
    statements = mine.statements
    return {place: [(f, _gives(theirs, f.number)) for f in statements[place].figures] for place in places}


def _gives(index: Index, mine: Number) -> bool:
    """Whether another article gives the same number, or one that agrees with it, in a unit that fits."""
    same = (number for number in index.valued.get(mine.value, ()) if number.equals(mine))
    agreeing = (number for number in index.bounded[not mine.is_bounded] if number.allows(mine))
    return any(number.fits(mine) >= _FITTING for number in chain(same, agreeing))
