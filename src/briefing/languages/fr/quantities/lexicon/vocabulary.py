"""The word lists of this component, read once: number words, scales, units, currencies, bounds, word classes."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from msgspec import Struct, field

from briefing.extract.words.lexicon import load
from briefing.model.annotation import Bound
from briefing.yamlfile.packaged import packaged


class Kind(StrEnum):
    """What is counted; decides what else the words may be (a length of time may be a date)."""

    THING = "thing"
    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    SIZE = "size"


class Multiplier(StrEnum):
    """How a scale is used; explained in `scales.yaml`."""

    NOUN = "noun"
    GROUP = "group"
    SIGN = "sign"


class Side(StrEnum):
    """On which side of the number a bound stands."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


class Cardinal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `numerals.yaml`."""

    words: tuple[str, ...]
    value: int
    example: str
    counter: str | None = None


class Scale(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `scales.yaml`."""

    words: tuple[str, ...]
    kind: Multiplier
    value: int
    example: str
    alone: bool = False
    counter: str | None = None


class Measure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `units.yaml`."""

    unit: str
    kind: Kind
    forms: tuple[str, ...]
    example: str
    signed: bool = False
    holds: dict[str, int] = field(default_factory=dict)
    counter: str | None = None


class Currency(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `currencies.yaml`; `code` is ISO 4217."""

    code: str
    forms: tuple[str, ...]
    example: str
    counter: str | None = None


class BoundWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `bounds.yaml`; the fields are explained there."""

    words: tuple[str, ...]
    bound: Bound
    example: str
    side: Side = Side.BEFORE
    article: bool = False
    place: bool = False
    verb: bool = False
    spreads: bool = False
    counter: str | None = None


class FalseFriend(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `false_friends.yaml`."""

    phrase: str
    example: str
    counter: str


@cache
def cardinals() -> dict[str, int]:
    """Number words below a million and their values."""
    return {word: entry.value for entry in load(__package__, "numerals", Cardinal) for word in entry.words}


@cache
def scales() -> dict[str, Scale]:
    """Scales by their written form, in lower case."""
    return {word.lower(): entry for entry in load(__package__, "scales", Scale) for word in entry.words}


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
def _classes() -> dict[str, str]:
    return packaged(__package__, "words", dict[str, str])


@cache
def words(name: str) -> frozenset[str]:
    """The words of the class `name` of `words.yaml`."""
    return frozenset(word.replace("_", " ") for word in _classes()[name].split())


@cache
def sizes() -> dict[tuple[str, str], int]:
    """How many of one unit make another, for those of which the press makes one range: « 18 mois à deux ans »."""
    return {(part, entry.unit): n for entry in load(__package__, "units", Measure) for part, n in entry.holds.items()}


@cache
def false_friends() -> tuple[str, ...]:
    """The set phrases whose number counts nothing."""
    return tuple(entry.phrase for entry in load(__package__, "false_friends", FalseFriend))
