"""What two claims share at first sight: cheap enough for every claim of two articles about one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from briefing.relate.compare.statements import Statement
from briefing.relate.slots.numbers import Number

_COSINE, _NUMBER, _UNIT, _DATE, _ENTITY = 1.6, 1.0, 0.3, 0.5, 0.2
"""What the cosine, a shared number, unit, date or entity are worth beside the shared words."""
Places = tuple[int, int]
"""Where a claim of the first and one of the second article stand among their claims; or a claim, and a number in it."""
Shares = list[list[float]]
"""What each claim of one article (a row) shares with each of another; 0.0 where nothing."""


class Index:
    """The claims of an article by the words that they use, what a word adds there, and what else they name."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self.holders: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
        self.named: dict[Hashable, list[int]] = defaultdict(list)
        self.things = [_things(statement) for statement in statements]
        self.numbers: dict[float, list[Number]] = defaultdict(list)
        self.exact: list[Number] = []
        self.bounded: list[Number] = []
        for place, statement in enumerate(statements):
            for stem, weight in statement.weights.items():
                self.holders[stem].append((place, weight / 2, weight / statement.length))
            for thing in self.things[place]:
                self.named[thing].append(place)
            for number in statement.slots.numbers:
                self.numbers[number.value].append(number)
                (self.bounded if number.is_bounded else self.exact).append(number)


def _things(statement: Statement) -> dict[Hashable, float]:
    """What a claim names beside words, and what it is worth where another names it too."""
    found: dict[Hashable, float] = dict.fromkeys(statement.entities, _ENTITY)
    found.update(dict.fromkeys(statement.dates, _DATE))
    for number in statement.slots.numbers:
        found[number.value] = _NUMBER
        if number.unit:
            found[number.unit] = _UNIT
    return found


def shares(mine: Index, theirs: Index) -> Shares:
    """What each two claims of two articles share."""
    holders, named, width = theirs.holders, theirs.named, len(theirs.statements)
    rows = []
    for one, things in zip(mine.statements, mine.things, strict=True):
        row = [0.0] * width
        for stem, weight in one.weights.items():
            if stem in holders:
                half, unit = weight / 2, _COSINE * weight / one.length
                for other, their_half, their_unit in holders[stem]:
                    row[other] += half + their_half + unit * their_unit
        for thing, value in things.items():
            if thing in named:
                for other in named[thing]:
                    row[other] += value
        rows.append(row)
    return rows
