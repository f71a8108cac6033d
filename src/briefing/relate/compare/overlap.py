"""What two claims share at first sight: cheap enough for every claim of two articles about one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from briefing.relate.compare.statements import Statement

_LEAST = 0.02
"""Claims that share less are not compared."""
_COSINE, _NUMBER, _UNIT, _DATE, _ENTITY = 1.6, 1.0, 0.3, 0.5, 0.2
"""What the cosine, a shared number, unit, date or entity are worth beside the shared words."""

Places = tuple[int, int]
"""Where a claim of the first and one of the second article stand among their claims."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """The cosine of the words, and what all that is shared is worth."""

    words: float
    share: float


class Index:
    """The claims of an article by the words that they use, what a word weighs there, and what else they name."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self.holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self.named: dict[Hashable, list[int]] = defaultdict(list)
        self.things = [_things(statement) for statement in statements]
        for place, statement in enumerate(statements):
            for stem, weight in statement.weights.items():
                self.holders[stem].append((place, weight))
            for thing in self.things[place]:
                self.named[thing].append(place)


def _things(statement: Statement) -> dict[Hashable, float]:
    """What a claim names beside words, and what it is worth where another names it too."""
    slots = statement.slots
    found: dict[Hashable, float] = dict.fromkeys(slots.entities, _ENTITY)
    found.update(dict.fromkeys(slots.dates, _DATE))
    for number in slots.numbers:
        found[number.value] = _NUMBER
        if number.unit:
            found[number.unit] = _UNIT
    return found


def overlaps(mine: Index, theirs: Index) -> dict[Places, Overlap]:
    """What each two claims of two articles share, by their places; pairs that share nothing are never looked at."""
    found = {}
    holders, named, others = theirs.holders, theirs.named, theirs.statements
    for place, one in enumerate(mine.statements):
        products: dict[int, float] = {}
        worth: dict[int, float] = {}
        for stem, weight in one.weights.items():
            for other, their_weight in holders.get(stem, ()):
                products[other] = products.get(other, 0.0) + weight * their_weight
                worth[other] = worth.get(other, 0.0) + (weight + their_weight) / 2
        for thing, value in mine.things[place].items():
            for other in named.get(thing, ()):
                worth[other] = worth.get(other, 0.0) + value
        for other, value in worth.items():
            cosine = products.get(other, 0.0) / (one.length * others[other].length)
            share = value + _COSINE * cosine
            if share > _LEAST:
                found[place, other] = Overlap(cosine, share)
    return found
