"""What speaks for two different numbers being of one thing, so that they do not agree."""

from __future__ import annotations

from typing import NamedTuple

from briefing.relate.compare.features import Features, closeness, shared_context
from briefing.relate.compare.statements import Figure
from briefing.relate.slots.numbers import SURELY
from briefing.relate.slots.units import Kind

_TOLD_ALIKE = 1.0
"""What the words around two equal numbers must weigh for them to be of one thing."""


class CountedFeatures(NamedTuple):
    """Two numbers of different articles compared; symmetric. Weights: `weights.yaml`, by these names."""

    words: float
    """Of their claims: cosine of all telling words."""
    rarest: float
    """Of their claims: rarity of the rarest word that both share."""
    distance: float
    """How far apart their claims stand in their articles."""
    nouns: float
    """Whether each names something else: « postes », « usines »."""
    duration: float
    closeness: float
    """0 for equal numbers, down to -1 for those that lie far apart."""
    small: float
    """Whether both stand in many sentences: « deux », « trois »."""
    repeated: float
    """Whether more claims give one of them."""
    moved: float
    """Whether one took the other's place, as its sentence says and the other article does not."""
    elsewhere: float
    """How many of both articles give the other's number themselves."""
    alone: float
    """Whether each of both articles counts such a thing only once: of one event, that is of one thing."""


COUNTED = CountedFeatures._fields


def counted(one: Figure, other: Figure, claims: Features, known: tuple[bool, bool], *, alone: bool) -> CountedFeatures:
    """Compare two numbers of claims that compare as `claims`; `known`: whether the other article gives each too."""
    mine, theirs = one.number, other.number
    return CountedFeatures(
        words=claims.words,
        rarest=claims.rarest,
        distance=claims.distance,
        nouns=float(0 < mine.fits(theirs) < SURELY),
        duration=float(Kind.TIME in (mine.kind, theirs.kind)),
        closeness=closeness(mine, theirs),
        small=float(mine.is_small and theirs.is_small),
        repeated=float(max(one.repeated, other.repeated) > 1),
        moved=float(
            (theirs.replaces == mine.value and not known[1]) or (mine.replaces == theirs.value and not known[0])
        ),
        elsewhere=float(sum(known)),
        alone=float(alone and mine.fits(theirs) == 1.0 and mine.kind is not Kind.TIME),
    )


def told_alike(one: Figure, other: Figure) -> bool:
    """Whether two equal numbers are of one thing by the words around them; a sign alone (%, euros) tells nothing."""
    fits = one.number.fits(other.number) > 0 and one.number.equals(other.number)
    return fits and one.number.kind is not Kind.TIME and shared_context(one, other) >= _TOLD_ALIKE
