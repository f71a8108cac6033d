"""What two claims share at first sight: cheap enough for every claim of two articles about one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property

from briefing.cache.digest import digest
from briefing.relate.compare.statements import Statement
from briefing.relate.slots.numbers import Number

_COSINE, _NUMBER, _UNIT, _KIND, _DATE, _ENTITY, _SPEAKER = 1.6, 1.0, 0.3, 0.1, 0.5, 0.2, 0.2
"""What the cosine, a shared number, unit, kind of unit, date, entity or speaker are worth beside the shared words."""
_WEIGHED = tuple(name for name in Statement.__struct_fields__ if name != "slots")

Places = tuple[int, int]
"""Where a claim of the first and one of the second article stand among their claims; or a claim, and a number in it."""
Shares = list[list[float]]
"""What each claim of one article (a row) shares with each of another; 0.0 where nothing."""


class Index:
    """The claims of an article by the words that they use, what a word adds there, and what else they name."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.statements[0].slots.article.id

    @cached_property
    def fingerprint(self) -> str:
        """The hash of all that is compared: the claims, their article, and what everything weighs."""
        article = self.statements[0].slots.article
        weighed = [(one.slots.claim, *(getattr(one, name) for name in _WEIGHED)) for one in self.statements]
        return digest(article.id, article.meta, article.text_sha256, weighed)

    @cached_property
    def holders(self) -> Mapping[str, Sequence[tuple[int, float, float]]]:
        """For each word the claims that use it, with half of its weight there, and its share of the claim's length."""
        found = defaultdict(list)
        for place, one in enumerate(self.statements):
            for stem, weight in one.weights.items():
                found[stem].append((place, weight / 2, weight / one.length))
        return found

    @cached_property
    def things(self) -> Sequence[Mapping[Hashable, float]]:
        """What each claim names beside words, and what it is worth where another names it too."""
        return [_things(statement) for statement in self.statements]

    @cached_property
    def named(self) -> Mapping[Hashable, Sequence[int]]:
        """For each of these things the claims that name it."""
        found = defaultdict(list)
        for place, things in enumerate(self.things):
            for thing in things:
                found[thing].append(place)
        return found

    @cached_property
    def valued(self) -> Mapping[float, Sequence[Number]]:
        """The numbers that the claims give, by their value."""
        found = defaultdict(list)
        for number in self.numbers:
            found[number.value].append(number)
        return found

    @cached_property
    def bounded(self) -> Mapping[bool, Sequence[Number]]:
        """The same, apart by whether their words say that the true number may be another."""
        return {bound: [n for n in self.numbers if n.is_bounded is bound] for bound in (True, False)}

    @cached_property
    def numbers(self) -> Sequence[Number]:
        """All that the claims give, in order of the text."""
        return [number for one in self.statements for number in one.slots.numbers]


def _things(statement: Statement) -> dict[Hashable, float]:
    found: dict[Hashable, float] = dict.fromkeys(statement.slots.entities, _ENTITY)
    found.update(dict.fromkeys(statement.slots.speakers, _SPEAKER))
    found.update(dict.fromkeys(statement.slots.dates, _DATE))
    if len(statement.slots.digits) > 1:
        found[statement.slots.digits] = _NUMBER
    for number in statement.slots.numbers:
        found[number.value] = _NUMBER
        if number.unit:
            found[number.unit] = _UNIT
        if number.is_counted:
            found[number.kind] = _KIND
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
