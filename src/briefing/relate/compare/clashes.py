"""Numbers of two claims that are not the same: which of them may be of one thing, and which are shown so.

The score ranks; to be shown a rule by what is counted must hold too. Units that only share a sign (%, euros), and
people in general (« hommes »), say nothing of what is counted: a word beside both numbers must, and of what is weighed
(« tonnes de fioul ») a second one. A noun tells it where neither article counts anything else by it. Numbers of two
nouns are shown so only where one is of people in general and the other names what befell them (« 31 blessés »,
« 34 personnes ont été blessées »); lengths of time never.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, product

from msgspec import Struct

from briefing.relate.compare.counted import CountedFeatures, closeness, counted
from briefing.relate.compare.features import Features, shared_context
from briefing.relate.compare.overlap import Index, Places
from briefing.relate.compare.statements import Figure, Statement
from briefing.relate.slots.numbers import Number

_NEAR = 0.3
"""Numbers are compared where no more than two other claims stand nearer."""
_FITTING = 0.6
"""Units that fit well enough for one article to know the other's number."""

COUNTED = 0.5
"""The least score of two numbers that are of one thing by their score alone."""
_LIKELY = 0.3
"""The least where both name what they count, and words beside them say the same of it."""
_BESIDE = 0.5
"""No more than one other number stands nearer."""
_RIGHT_BESIDE = 0.9
"""What a word weighs that stands next to a number, or but one: what befell the people who are counted."""
_SAID = 0.3
"""How rare a word must be that stands beside both numbers."""


class Clash(Struct, frozen=True, eq=False):
    """Two numbers of a pair that are not the same, and how they compare."""

    one: Figure
    other: Figure
    places: Places
    """Which of the numbers of their claims they are."""
    features: CountedFeatures


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
        elsewhere = known[here] + known_back[yonder]
        described = counted(left, right, compared[claims], elsewhere, ranks)
        found[claims].append(Clash(left, right, (here[1], yonder[1]), described))
    return found


def _alike(
    mine: Sequence[Statement], theirs: Sequence[Statement], compared: Mapping[Places, Features]
) -> Iterator[tuple[tuple[Places, Places], float]]:
    """Numbers of near claims in units that fit, by their places, with how near they are."""
    for (a, b), claims in compared.items():
        if claims.rank > _NEAR and mine[a].figures and theirs[b].figures:
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


def counts_one(clash: Clash, score: float, names: Collection[str]) -> bool:
    """Whether two numbers may be shown as of one thing; `names` tell where and whose, not what is counted."""
    one, other = clash.one.number, clash.other.number
    if clash.features.nearest < _BESIDE or one.is_duration or other.is_duration:
        return False
    said = sum(rarity >= _SAID for rarity in _said(clash, names))
    is_said = said > one.is_size  # of « tonnes de fioul » one word is what is weighed
    if one.is_signed or other.is_signed:
        return score >= COUNTED and one.fits(other) == 1.0 and is_said
    if one.unit is not None and one.unit == other.unit:
        is_only = clash.one.is_only and clash.other.is_only and not one.counts_people
        return (score >= COUNTED and is_only) or (score >= _LIKELY and is_said)
    return score >= _LIKELY and is_said and (_names_people(one, other) or _names_people(other, one))


def _names_people(one: Number, other: Number) -> bool:
    """« 34 personnes ont été blessées » counts what « 31 blessés » does, and not what « neuf pièces » do."""
    if other.unit is None or other.counts_people:
        return one.counts_people
    return one.counts_people and one.around.get(other.unit, 0) >= _RIGHT_BESIDE


def _said(clash: Clash, names: Collection[str]) -> Iterator[float]:
    """How rare the words are that stand beside both numbers, without what they count and names."""
    mine, theirs = clash.one.weights, clash.other.weights
    units = (clash.one.number.unit, clash.other.number.unit)
    yield from (min(mine[s], theirs[s]) for s in mine if s in theirs and s not in units and s not in names)
