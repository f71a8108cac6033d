"""What speaks for and against two claims saying the same, as numbers of about one size."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from briefing.relate.compare.statements import Figure, Statement
from briefing.relate.slots.moments import compatible, exclude

_MOST_SHARED, _MOST_NAMES = 3.5, 2.0
_DAY = len("2026-11-21")
_LONG = 8
"""So many telling words are enough."""
_OFTEN = 3
"""A number that more claims give than this says less."""


class Features(NamedTuple):
    """Two claims of different articles compared; symmetric. Weights: `weights.yaml`, by these names."""

    words: float
    """Cosine of all telling words."""
    shared: float
    """Rarity of the shared words that are no names, summed."""
    rarest: float
    """Rarity of the rarest of them."""
    names: float
    """Rarity of the shared names, summed."""
    held: float
    """Share of the shorter claim's words that stand in the other."""
    entities: float
    """Share of their people, bodies and places that both name, by rarity."""
    strangers: float
    """Whether each names somebody or a place, and none is shared."""
    speaker: float
    """Rarity of who says both."""
    speakers_apart: float
    """Whether each has speakers, and none is shared."""
    day: float
    """Rarity of a day that both name."""
    numbered_day: float
    """The same, where it is told by a number: « le 24 mars »."""
    other_dates: float
    """Whether both name dates that cannot be of one moment, or one tells of what is long past."""
    one_denies: float
    """Rarity of the shared words that one of them denies, where they deny nothing together."""
    both_deny: float
    """Rarity of those that both deny."""
    number: float
    """A number that both give, in units that fit: small ones and frequent ones count less."""
    telling_number: float
    """The same, of a number that nobody gives by chance: « 1 900 », « 53,4 »."""
    number_words: float
    """The same, by the words that stand around it in both."""
    digits: float
    """Whether both give the same time of day or score: « 3 h 50 »."""
    bound: float
    """Numbers that agree within their bounds: « plus d'un million », « 1,1 million »."""
    clash: float
    """Numbers of one thing that cannot both be true, where none is shared."""
    numberless: float
    """Whether neither gives a number."""
    openings: float
    """Whether each opens its article: openings share words and sum up different things."""
    distance: float
    """How far apart they stand in their articles."""
    beside: float
    """What the claims right before and behind them share."""
    brevity: float
    """Whether the shorter one is long enough to tell what it is about."""
    nearest: float
    """Whether one is the other's nearest in its article."""
    rank: float
    """1.0 for two that are each other's nearest; the less, the more claims stand between."""


FEATURES = Features._fields


def features(one: Statement, other: Statement, ranks: tuple[int, int], beside: float) -> Features:
    """Compare two statements; `ranks`: how many stand nearer to the one and to the other; `beside` as the feature."""
    mine, theirs = one.slots, other.slots
    told, named, product = _common(one, other)
    shared, names = sum(told.values()), sum(named)
    numbers = _numbers(one, other) if one.figures and other.figures else (0.0, 0.0, 0.0, 0.0, 0.0)
    dated = bool(mine.dates and theirs.dates)
    both_deny = not mine.denied_heads.isdisjoint(theirs.denied_heads)
    return Features(
        words=product / (one.length * other.length),
        shared=min(_MOST_SHARED, shared),
        rarest=max(told.values(), default=0.0),
        names=min(_MOST_NAMES, names),
        held=(shared + names) / (min(one.mass, other.mass) or 1.0),
        entities=_entities(one, other) if one.entities and other.entities else 0.0,
        strangers=float(bool(mine.entities and theirs.entities) and mine.entities.isdisjoint(theirs.entities)),
        speaker=max((weight for who, weight in one.speakers.items() if who in other.speakers), default=0.0),
        speakers_apart=float(bool(mine.speakers and theirs.speakers) and mine.speakers.isdisjoint(theirs.speakers)),
        day=_day(one, mine.dates, theirs.dates) if dated else 0.0,
        numbered_day=_day(one, mine.dates & theirs.dates, mine.numbered | theirs.numbered) if dated else 0.0,
        other_dates=float(mine.is_past != theirs.is_past or (dated and exclude(mine.dates, theirs.dates))),
        one_denies=0.0 if both_deny else min(_MOST_NAMES, _denied(told, mine.denied ^ theirs.denied)),
        both_deny=min(_MOST_NAMES, _denied(told, mine.denied & theirs.denied)),
        number=numbers[0],
        telling_number=numbers[1],
        number_words=numbers[2],
        digits=float(len(mine.digits) > 1 and mine.digits == theirs.digits),
        bound=numbers[3],
        clash=numbers[4],
        numberless=float(not mine.numbers and not theirs.numbers),
        openings=float(mine.place == 0 and theirs.place == 0),
        distance=abs(mine.place - theirs.place),
        beside=min(1.0, beside),
        brevity=min(1.0, min(len(one.weights), len(other.weights)) / _LONG),
        nearest=float(0 in ranks),
        rank=1 / (1 + sum(ranks)),
    )


def shared_context(one: Figure, other: Figure) -> float:
    """How rare the words are that stand around both numbers, summed."""
    return sum(_around(one, other))


def _around(one: Figure, other: Figure) -> list[float]:
    """How rare each word is that stands around both numbers: the geometric mean of its weights."""
    theirs = other.roots
    return [root * theirs[stem] for stem, root in one.roots.items() if stem in theirs]


def _common(one: Statement, other: Statement) -> tuple[dict[str, float], list[float], float]:
    """The rarity of the shared words that are no names, by stem, of the shared names, and all weights multiplied."""
    mine, theirs, weights = one.slots, other.slots, other.weights
    told, named, product = {}, [], 0.0
    for stem, weight in one.weights.items():
        if stem in weights:
            product += weight * weights[stem]
            if stem in mine.content and stem in theirs.content:
                told[stem] = (weight + weights[stem]) / 2
            elif stem in mine.names and stem in theirs.names:
                named.append((weight + weights[stem]) / 2)
    return told, named, product


def _denied(told: Mapping[str, float], denied: frozenset[str]) -> float:
    """Rarity of the shared words in a scope of denial."""
    return sum(weight for stem, weight in told.items() if stem in denied) if denied else 0.0


def _entities(one: Statement, other: Statement) -> float:
    both = one.entities | other.entities
    whole = sum(both.values())
    return sum(weight for who, weight in both.items() if who in one.entities and who in other.entities) / (whole or 1.0)


def _day(one: Statement, mine: Collection[str], theirs: Collection[str]) -> float:
    """The rarity of a day of mine that may be one of theirs."""
    days = [day for day in theirs if len(day) >= _DAY]
    shared = (one.dates[day] for day in mine if len(day) >= _DAY and any(compatible(day, d) for d in days))
    return max(shared, default=0.0)


def _numbers(one: Statement, other: Statement) -> tuple[float, float, float, float, float]:
    """How well numbers are shared, are shared and tell, with the words around them, agree within bounds, clash."""
    same = telling = same_words = agree = clash = 0.0
    for mine in one.figures:
        for theirs in other.figures:
            fit = mine.number.fits(theirs.number)
            if not fit or (mine.number.equals(theirs.number) and not mine.number.is_told_by(theirs.number)):
                continue
            if mine.number.is_told_by(theirs.number):
                worth = fit * _worth(mine)
                same = max(same, worth)
                telling = max(telling, fit * mine.number.tells)
                same_words = max(same_words, worth * min(1.5, max(_around(mine, theirs), default=0.0) * 1.4))
            elif mine.number.allows(theirs.number) and mine.number.quantity.bound is not theirs.number.quantity.bound:
                agree = max(agree, fit * min(1.5, shared_context(mine, theirs)))
            else:
                clash = max(clash, fit * min(1.5, shared_context(mine, theirs)))
    return (same, telling, same_words, 0.0, _left_clash(one, other)) if same else (0.0, 0.0, 0.0, agree, clash)


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
    telling = 0.5 if figure.number.is_small else 1.0
    return telling * (1.0 if figure.repeated <= _OFTEN else 0.7)
