"""What speaks for two different numbers being of one thing, so that they do not agree."""

from __future__ import annotations

import math
from typing import NamedTuple

from briefing.relate.compare.features import FEATURES, shared_context
from briefing.relate.compare.statements import Figure
from briefing.relate.slots.numbers import SURELY
from briefing.relate.slots.units import Kind

_TOLD_ALIKE = 1.0
"""What the words around two equal numbers must weigh for them to be of one thing."""
_WIDE = 2.0
"""A natural logarithm: numbers of one thing rarely lie so far apart."""


class CountedFeatures(NamedTuple):
    """Two numbers of different articles compared; symmetric. Weights: `weights.yaml`, by these names."""

    around: float
    """Rarity of the words around both numbers, summed."""
    part: float
    """The same of the words in their own part of the sentence."""
    unit: float
    """Whether both count the same thing by name: « hectares »."""
    nouns: float
    """Whether each names something else: « postes », « usines »."""
    sign: float
    """Whether both have the same sign, which says nothing of what is counted: %, euros."""
    duration: float
    closeness: float
    """0 for equal numbers, down to -1 for those that lie far apart."""
    moved: float
    """Whether one took the other's place, as its sentence says and the other article does not."""
    elsewhere: float
    """How many of both articles give the other's number themselves."""
    closest: float
    """1.0 for two numbers that are each other's nearest; the less, the more numbers stand between."""


COUNTED = (*CountedFeatures._fields, *FEATURES)
"""What the score of two numbers is made of: their own features, and those of their claims."""


def counted(one: Figure, other: Figure, known: tuple[bool, bool], ranks: tuple[int, int]) -> CountedFeatures:
    """Compare two numbers: whether the other article gives each too, and how many stand nearer to each (`ranks`)."""
    mine, theirs = one.number, other.number
    same_unit = mine.fits(theirs) == 1.0
    return CountedFeatures(
        around=min(3.0, shared_context(one, other)),
        part=min(3.0, math.fsum(min(one.weights[s], other.weights[s]) for s in _own(one) & _own(other))),
        unit=float(same_unit and mine.kind in (Kind.THING, Kind.PEOPLE, Kind.SIZE) and not mine.counts_people),
        nouns=float(0 < mine.fits(theirs) < SURELY),
        sign=float(same_unit and mine.is_signed),
        duration=float(Kind.TIME in (mine.kind, theirs.kind)),
        closeness=closeness(one, other),
        moved=float(
            (theirs.replaces == mine.value and not known[1]) or (mine.replaces == theirs.value and not known[0])
        ),
        elsewhere=float(sum(known)),
        closest=1 / (1 + sum(ranks)),
    )


def told_alike(one: Figure, other: Figure) -> bool:
    """Whether two equal numbers are of one thing by the words around them; a sign alone (%, euros) tells nothing."""
    fits = one.number.fits(other.number) > 0 and one.number.equals(other.number)
    return fits and one.number.kind is not Kind.TIME and shared_context(one, other) >= _TOLD_ALIKE


def closeness(one: Figure, other: Figure) -> float:
    """How near two numbers lie, from -1 to 0."""
    mine, theirs = (max(abs(figure.number.value), 0.001) for figure in (one, other))
    return -min(_WIDE, abs(math.log(mine / theirs))) / _WIDE


def _own(figure: Figure) -> frozenset[str]:
    return figure.number.part & figure.weights.keys()
