"""Claims weighed in their dossier: a word counts the more, the fewer claims of its article and of those near use it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from msgspec import Struct

from briefing.relate.slots.numbers import Number
from briefing.relate.slots.slots import Articles, Slots

Weights = dict[str, float]
T = TypeVar("T", str, float)

_FEW = 14
"""Among fewer claims nothing can be told to be rare."""


class Rarity:
    """How rare words and dates are among some claims: 1.0 is what two of them share, common things are 0."""

    def __init__(self, counts: Mapping[str, int], claims: int) -> None:
        scale = math.log((max(claims, _FEW) + 1) / 2.5)
        self._counts = counts
        self._levels = {count: math.log((claims + 1) / (count + 0.5)) / scale for count in {1, *counts.values()}}

    def of(self, thing: str) -> float:
        """The rarity of a stem or a date."""
        return self._levels[self._counts.get(thing, 1)]

    def weighed(self, things: Iterable[str]) -> Weights:
        """The rarity of each, in the order of their names."""
        return {thing: self.of(thing) for thing in sorted(things)}


class Figure(Struct, frozen=True, eq=False):
    """A number with the words around it, weighed."""

    number: Number
    weights: Weights
    roots: Weights
    """Their square roots, none below 0."""
    repeated: int
    """How many claims near give this value."""


class Statement(Struct, frozen=True, eq=False):
    """A claim's slots, weighed by rarity in an order that no run changes, so that sums are the same to the last bit.

    `place` tells which claim of its article it is; `weights` are those of the words, `length` is Euclidean.
    """

    place: int
    slots: Slots
    weights: Weights
    length: float
    dates: Weights
    figures: tuple[Figure, ...]


def statements(articles: Articles, near: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[Statement, ...]]:
    """The statements of each article, in the order of its text; `near` are the articles that may tell of one event."""
    counts = {ident: _counts(claims) for ident, claims in articles.items()}
    values = {ident: Counter(n.value for c in claims for n in c.numbers) for ident, claims in articles.items()}
    found = {}
    for ident, claims in articles.items():
        around = (ident, *near[ident])
        rarity = Rarity(_sum(counts[a] for a in around), sum(len(articles[a]) for a in around))
        repeated = _sum(values[a] for a in around)
        found[ident] = tuple(_statements(claims, rarity, repeated))
    return found


def _counts(claims: Sequence[Slots]) -> Counter[str]:
    return Counter(chain.from_iterable(claim.stems | claim.dates for claim in claims))


def _sum(counts: Iterator[Counter[T]]) -> Counter[T]:
    total: Counter[T] = Counter()
    for one in counts:
        total.update(one)
    return total


def _statements(claims: Sequence[Slots], rarity: Rarity, repeated: Mapping[float, int]) -> Iterator[Statement]:
    for place, claim in enumerate(claims):
        weights = rarity.weighed(claim.stems)
        figures = tuple(_figure(number, rarity, repeated) for number in claim.numbers)
        yield Statement(place, claim, weights, length(weights), dates=rarity.weighed(claim.dates), figures=figures)


def _figure(number: Number, rarity: Rarity, repeated: Mapping[float, int]) -> Figure:
    weights = {stem: weight * rarity.of(stem) for stem, weight in number.around.items()}
    roots = {stem: math.sqrt(max(0.0, weight)) for stem, weight in weights.items()}
    return Figure(number, weights, roots, repeated.get(number.value, 1))


def length(weights: Weights) -> float:
    """The Euclidean length of a vector; 1 for an empty one."""
    return math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
