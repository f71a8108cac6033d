"""What speaks for and against two claims saying the same, as numbers of about one size.

Few, as dossiers that nobody had read are judged better by few: what told nothing more there is left out, such as
shared entities, speakers and openings, or the share of a claim that stands in the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefing.relate.compare.statements import Figure, Statement
from briefing.relate.slots.moments import compatible
from briefing.relate.slots.numbers import Number

_MOST_SHARED, _MOST_DENIED = 3.5, 2.0
_OFTEN = 3
"""A number that more claims give than this says less."""
_WIDE = 2.0
"""A natural logarithm: numbers of one thing rarely lie so far apart."""


class Features(NamedTuple):
    """Two claims of different articles compared; symmetric. Weights: `weights.yaml`, by these names."""

    words: float
    """Cosine of all telling words."""
    shared: float
    """Rarity of the shared words that are no names, summed."""
    rarest: float
    """Rarity of the rarest of them."""
    squared: float
    """Rarity of all shared words, squared and summed: one rare word tells more than two frequent ones."""
    date: float
    """Rarity of a date that both name, or that may be one: « en mars », « le 24 mars »."""
    number: float
    """A number that both give, in units that fit: small ones and frequent ones count less."""
    numbers: float
    """How many of them both give."""
    digits: float
    """Whether both give the same time of day or score: « 3 h 50 »."""
    bound: float
    """Numbers that agree within their bounds: « plus d'un million », « 1,1 million »."""
    clash: float
    """Numbers of one thing that cannot both be true, where none is shared."""
    near: float
    """How near two numbers of one kind lie that are not small: 0.0 from a factor of seven on, 1.0 for equal ones."""
    numberless: float
    """Whether neither gives a number."""
    one_denies: float
    """Rarity of the shared words that one of them denies, where they deny nothing together."""
    distance: float
    """How far apart they stand in their articles."""
    rank: float
    """1.0 for two that are each other's nearest; the less, the more claims stand between."""


FEATURES = Features._fields


def features(one: Statement, other: Statement, ranks: tuple[int, int]) -> Features:
    """Compare two statements; `ranks`: how many stand nearer to the one and to the other."""
    mine, theirs = one.slots, other.slots
    both = {stem: min(weight, other.weights[stem]) for stem, weight in one.weights.items() if stem in other.weights}
    told = {stem: weight for stem, weight in both.items() if stem in mine.content and stem in theirs.content}
    count, number, bound, clash = _numbers(one, other)
    return Features(
        words=sum(one.weights[stem] * other.weights[stem] for stem in both) / (one.length * other.length),
        shared=min(_MOST_SHARED, sum(told.values())),
        rarest=max(told.values(), default=0.0),
        squared=sum(weight * weight for weight in both.values()),
        date=_date(one.dates, other.dates),
        number=number,
        numbers=count,
        digits=float(len(mine.digits) > 1 and mine.digits == theirs.digits),
        bound=bound,
        clash=clash,
        near=_near(mine.numbers, theirs.numbers),
        numberless=float(not mine.numbers and not theirs.numbers),
        one_denies=_denied(told, one, other),
        distance=abs(mine.place - theirs.place),
        rank=1 / (1 + sum(ranks)),
    )


def shared_context(one: Figure, other: Figure) -> float:
    """How rare the words are that stand around both numbers, summed: of each the geometric mean of its weights."""
    theirs = other.roots
    return sum([root * theirs[stem] for stem, root in one.roots.items() if stem in theirs])


def _denied(told: Mapping[str, float], one: Statement, other: Statement) -> float:
    """Rarity of the shared words in the scope of a denial that the other does not share."""
    mine, theirs = one.slots, other.slots
    if not mine.denied_heads.isdisjoint(theirs.denied_heads):
        return 0.0
    denied = mine.denied ^ theirs.denied
    return min(_MOST_DENIED, sum(weight for stem, weight in told.items() if stem in denied)) if denied else 0.0


def _near(mine: Iterable[Number], theirs: Iterable[Number]) -> float:
    counted = [number for number in theirs if number.is_counted]
    both = (1 + closeness(a, b) for a in mine if counted and a.is_counted for b in counted if a.kind is b.kind)
    return max(both, default=0.0)


def closeness(one: Number, other: Number) -> float:
    """How near two numbers lie, from -1 to 0."""
    mine, theirs = (max(abs(number.value), 0.001) for number in (one, other))
    return -min(_WIDE, abs(math.log(mine / theirs))) / _WIDE


def _date(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    both = (min(mine[a], theirs[b]) for a in mine for b in theirs if compatible(a, b))
    return max(both, default=0.0)


def _numbers(one: Statement, other: Statement) -> tuple[int, float, float, float]:
    """How many numbers are shared, how well one is, and else how well two agree within bounds, or clash."""
    shared = [
        max((mine.number.fits(b.number) for b in other.figures if mine.number.is_told_by(b.number)), default=0.0)
        * _worth(mine)
        for mine in one.figures
    ]
    if count := sum(worth > 0 for worth in shared):
        return count, max(shared), 0.0, _left_clash(one, other)
    agree = clash = 0.0
    for mine in one.figures:
        for theirs in other.figures:
            fit = mine.number.fits(theirs.number)
            if not fit or mine.number.equals(theirs.number):
                continue
            worth = fit * min(1.5, shared_context(mine, theirs))
            if mine.number.allows(theirs.number) and mine.number.quantity.bound is not theirs.number.quantity.bound:
                agree = max(agree, worth)
            else:
                clash = max(clash, worth)
    return 0, 0.0, agree, clash


def _left_clash(one: Statement, other: Statement) -> float:
    """« 2 morts, 14 blessés », « 3 morts, 14 blessés »: how well numbers of one name fit that one of them gives."""
    mine, theirs = (_left(*sides) for sides in ((one, other), (other, one)))
    named = (
        min(1.5, shared_context(a, b))
        for a in mine
        for b in theirs
        if a.number.fits(b.number) == 1.0 and not a.number.is_signed and a.number.parts_from(b.number)
    )
    return max(named, default=0.0)


def _left(one: Statement, other: Statement) -> list[Figure]:
    """The numbers that the other does not give."""
    return [a for a in one.figures if not any(a.number.is_told_by(b.number) for b in other.figures)]


def _worth(figure: Figure) -> float:
    return (0.5 if figure.number.is_small else 1.0) * (1.0 if figure.repeated <= _OFTEN else 0.7)
