"""What speaks for two different numbers being of one thing, so that they do not agree."""

from __future__ import annotations

import math
from typing import NamedTuple

from briefing.relate.compare.features import Features, shared_context
from briefing.relate.compare.statements import Figure

_TOLD_ALIKE = 1.0
"""What the words around two equal numbers must weigh for them to be of one thing."""
_WIDE = 2.0
"""A natural logarithm: numbers of one thing rarely lie so far apart."""


class CountedFeatures(NamedTuple):
    """Two numbers of claims of different articles compared; symmetric. Weights: `weights.yaml`, by these names."""

    around: float
    """Rarity of the words around both numbers, summed."""
    part: float
    """The same of the words in their own part of the sentence."""
    unit: float
    """Whether both count the same thing by name: « hectares »."""
    sign: float
    """Whether both have the same sign, which says nothing of what is counted: %, euros."""
    duration: float
    closeness: float
    """0 for equal numbers, down to -1 for those that lie far apart."""
    rarest: float
    """Of the claims: the rarest word that both use."""
    names: float
    held: float
    strangers: float
    day: float
    other_dates: float
    distance: float
    rank: float
    agreed: float
    """Whether the claims share another number: then this one is hardly another."""
    elsewhere: float
    """How many of both articles give the other's number themselves."""
    nearest: float
    """1.0 for two numbers that are each other's nearest; the less, the more numbers stand between."""


COUNTED = CountedFeatures._fields


def counted(one: Figure, other: Figure, claims: Features, elsewhere: int, ranks: tuple[int, int]) -> CountedFeatures:
    """Compare two numbers whose claims compare as `claims`."""
    mine, theirs = one.number, other.number
    same_unit = mine.fits(theirs) == 1.0
    return CountedFeatures(
        around=min(3.0, shared_context(one, other)),
        part=min(3.0, math.fsum(min(one.weights[s], other.weights[s]) for s in _own(one) & _own(other))),
        unit=float(same_unit and not mine.is_signed and not mine.is_duration and not mine.counts_people),
        sign=float(same_unit and mine.is_signed),
        duration=float(mine.is_duration or theirs.is_duration),
        closeness=closeness(one, other),
        rarest=claims.rarest,
        names=claims.names,
        held=claims.held,
        strangers=claims.strangers,
        day=claims.day,
        other_dates=claims.other_dates,
        distance=claims.distance,
        rank=claims.rank,
        agreed=float(claims.number > 0),
        elsewhere=float(elsewhere),
        nearest=1 / (1 + sum(ranks)),
    )


def told_alike(one: Figure, other: Figure) -> bool:
    """Whether two equal numbers are of one thing by the words around them; a sign alone (%, euros) tells nothing."""
    fits = one.number.fits(other.number) > 0 and one.number.equals(other.number)
    return fits and not one.number.is_duration and shared_context(one, other) >= _TOLD_ALIKE


def closeness(one: Figure, other: Figure) -> float:
    """How near two numbers lie, from -1 to 0."""
    mine, theirs = (max(abs(figure.number.value), 0.001) for figure in (one, other))
    return -min(_WIDE, abs(math.log(mine / theirs))) / _WIDE


def _own(figure: Figure) -> frozenset[str]:
    return figure.number.part & figure.weights.keys()
