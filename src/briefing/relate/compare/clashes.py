"""Numbers of two claims that are not the same: which of them may be of one thing, and which are shown so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, product
from typing import NamedTuple

from msgspec import Struct

from briefing.relate.compare.features import Features
from briefing.relate.compare.number_features import CountedFeatures, counted
from briefing.relate.compare.overlap import Index, Places
from briefing.relate.compare.statements import Figure
from briefing.relate.slots.numbers import SURELY, Number
from briefing.relate.slots.units import Kind

_FITTING = 0.6
"""Units that fit well enough for one article to know the other's number."""

COUNTED = 0.5
"""The least score of two numbers that are of one thing."""


class Given(NamedTuple):
    """A number of an article that is compared with another."""

    figure: Figure
    is_known: bool
    """Whether the other article gives it too."""
    is_alone: bool
    """Whether its own article counts this only once."""


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

    @property
    def is_alone(self) -> bool:
        """Whether each article counts such a thing only once, so that no formula tells of many: « 780 hectares »."""
        return self.features.alone > 0 and self.one.number.kind in (Kind.SIZE, Kind.THING)

    def counts_one(self, score: float) -> bool:
        """Whether both may be shown as of one thing: « trois centres » and « deux syndicats » are of two.

        So are « freine à 180 mètres » and « étend son linge à 200 mètres », whose sentences share no word.
        A bare « 31 » may be of anything.
        """
        named = self.one.number.unit is not None and self.other.number.unit is not None
        fit = named and self.one.number.fits(self.other.number) >= SURELY
        return score >= COUNTED and fit and self.features.words > 0


def clashes(mine: Index, theirs: Index, compared: Mapping[Places, Features]) -> dict[Places, tuple[Clash, ...]]:
    """The numbers that part, by the places of their claims."""
    here = _given(mine, theirs, {a for a, _ in compared})
    yonder = _given(theirs, mine, {b for _, b in compared})
    return {(a, b): tuple(_clashes(here[a], yonder[b], claims)) for (a, b), claims in compared.items()}


def _clashes(mine: Iterable[Given], theirs: Iterable[Given], claims: Features) -> Iterator[Clash]:
    """Numbers of two claims in units that fit."""
    for (x, one), (y, other) in product(enumerate(mine), enumerate(theirs)):
        if one.figure.number.fits(other.figure.number) and not one.figure.number.equals(other.figure.number):
            known, alone = (one.is_known, other.is_known), one.is_alone and other.is_alone
            yield Clash(one.figure, other.figure, (x, y), counted(one.figure, other.figure, claims, known, alone=alone))


def _given(mine: Index, theirs: Index, places: Collection[int]) -> dict[int, list[Given]]:
    """The numbers of some claims, and what their article and another give beside them."""
    return {place: [_compared(f, mine, theirs) for f in mine.statements[place].figures] for place in places}


def _compared(figure: Figure, mine: Index, theirs: Index) -> Given:
    counts = sum(figure.number.fits(number) == 1.0 for number in mine.numbers)
    return Given(figure, _gives(theirs, figure.number), counts == 1)


def _gives(index: Index, mine: Number) -> bool:
    """Whether another article gives the same number, or one that agrees with it, in a unit that fits."""
    same = (number for number in index.valued.get(mine.value, ()) if number.equals(mine))
    agreeing = (number for number in index.bounded[not mine.is_bounded] if number.allows(mine))
    return any(number.fits(mine) >= _FITTING for number in chain(same, agreeing))
