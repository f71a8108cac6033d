"""The word lists of this component, read once: number words, scales, units, currencies, bounds, word classes."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from msgspec import field

from briefing.extract.quantities.arithmetic import decimal
from briefing.extract.quantities.numerals import NumberWords, Scale
from briefing.extract.words.lexicon import Entry, listed, load
from briefing.languages.fr.grammar.voices import nouns_of
from briefing.model.annotation import Bound

_TWENTY, _HUNDRED, _THOUSAND = 20, 100, 1000


class Kind(StrEnum):
    """What is counted; decides what else the words may be (a length of time may be a date)."""

    THING = "thing"
    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    SIZE = "size"


class Side(StrEnum):
    """On which side of the number a bound stands."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


class Cardinal(Entry, frozen=True, kw_only=True):
    """An entry of `numerals.yaml`."""

    words: tuple[str, ...]
    value: int


class Measure(Entry, frozen=True, kw_only=True):
    """An entry of `units.yaml`."""

    unit: str
    kind: Kind
    forms: tuple[str, ...]
    signed: bool = False
    holds: dict[str, int] = field(default_factory=dict)


class Currency(Entry, frozen=True, kw_only=True):
    """An entry of `currencies.yaml`; `code` is ISO 4217."""

    code: str
    forms: tuple[str, ...]


class BoundWords(Entry, frozen=True, kw_only=True):
    """An entry of `bounds.yaml`; the fields are explained there."""

    words: tuple[str, ...]
    bound: Bound
    side: Side = Side.BEFORE
    article: bool = False
    place: bool = False
    infinitive: bool = False
    denied: bool = False
    spreads: bool = False


class FalseFriend(Entry, frozen=True, kw_only=True):
    """An entry of `false_friends.yaml`."""

    phrase: str
    counter: str


@cache
def number_words() -> NumberWords:
    """How French writes numbers."""
    return NumberWords(
        cardinals={word: entry.value for entry in load(__package__, "numerals", Cardinal) for word in entry.words},
        scales={word.lower(): entry for entry in load(__package__, "scales", Scale) for word in entry.words},
        joint="et",
        adds=_adds,
        decimal=decimal,
        of=nouns_of("bare_of"),
        halves=words("halves"),
        estimating=words("estimating"),
    )


def _adds(rest: int, value: int, joined: bool) -> int | None:
    """Grevisse, *Le Bon Usage*, § 595–601: « vingt et un », « soixante et onze », « quatre-vingts », « deux cents »."""
    tens = rest % _HUNDRED
    if joined:
        return rest + value if value in (1, 11) and tens >= _TWENTY and tens % 10 == 0 and _fits(tens, value) else None
    if value == _THOUSAND:
        return None if rest == 1 else rest or 1
    if value == _HUNDRED:
        return rest * _HUNDRED if rest in range(2, 10) else None if rest else _HUNDRED
    if value == _TWENTY and tens == _TWENTY // 5:
        return rest + 4 * _TWENTY - 4
    return rest + value if rest == 0 or _fits(tens, value) else None


def _fits(tens: int, value: int) -> bool:
    """Whether a word below a hundred goes on after « soixante », « dix » or « cent »."""
    if tens == 0:
        return 0 < value < _HUNDRED
    if tens in (60, 80):
        return 0 < value < _TWENTY
    return tens % 10 == 0 and (7 if tens == 10 else 1) <= value <= 9


@cache
def measures() -> dict[str, Measure]:
    """Units of measure and currencies by their written form."""
    units = {form: entry for entry in load(__package__, "units", Measure) for form in entry.forms}
    for money in load(__package__, "currencies", Currency):
        for form in money.forms:
            units[form] = Measure(unit=money.code, kind=Kind.MONEY, forms=money.forms, example=money.example)
    return units


@cache
def bound_words() -> dict[str, BoundWords]:
    """Bounds by their written form, in lower case."""
    return {word: entry for entry in load(__package__, "bounds", BoundWords) for word in entry.words}


@cache
def words(name: str) -> frozenset[str]:
    """The words of the class `name` of `words.yaml`."""
    return frozenset(word.replace("_", " ") for word in listed(__package__, "words", name))


@cache
def sizes() -> dict[tuple[str, str], int]:
    """How many of one unit make another, for those of which the press makes one range: « 18 mois à deux ans »."""
    return {(part, entry.unit): n for entry in load(__package__, "units", Measure) for part, n in entry.holds.items()}


@cache
def false_friends() -> tuple[str, ...]:
    """The set phrases whose number counts nothing."""
    return tuple(entry.phrase for entry in load(__package__, "false_friends", FalseFriend))
