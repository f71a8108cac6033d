"""The word lists of this component, read once: number words, scales, units, currencies, bounds, word classes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml

from briefing.extract.lexicon import load
from briefing.model.annotation import Bound


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cardinal:
    """An entry of `numerals.yaml`."""

    words: tuple[str, ...]
    value: int
    example: str
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An entry of `scales.yaml`."""

    words: tuple[str, ...]
    kind: Multiplier
    value: int
    example: str
    alone: bool = False
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An entry of `units.yaml`."""

    unit: str
    kind: Kind
    forms: tuple[str, ...]
    example: str
    signed: bool = False
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """An entry of `currencies.yaml`; `code` is ISO 4217."""

    code: str
    forms: tuple[str, ...]
    example: str
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundWords:
    """An entry of `bounds.yaml`; the fields are explained there."""

    words: tuple[str, ...]
    bound: Bound
    example: str
    side: Side = Side.BEFORE
    article: bool = False
    place: bool = False
    verb: bool = False
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseFriend:
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
    """Scales by their written form."""
    return {word: entry for entry in load(__package__, "scales", Scale) for word in entry.words}


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
def _classes() -> dict[str, str | dict[str, str]]:
    content: dict[str, str | dict[str, str]] = yaml.safe_load((files(__package__) / "words.yaml").read_text("utf-8"))
    return content


@cache
def words(name: str) -> frozenset[str]:
    """The words of the class `name` of `words.yaml`."""
    listed = _classes()[name]
    return frozenset(word.replace("_", " ") for word in (listed.split() if isinstance(listed, str) else listed))


@cache
def irregular_singulars() -> dict[str, str]:
    """Plural to singular, for nouns that follow no rule."""
    listed = _classes()["irregular"]
    return dict(listed) if isinstance(listed, dict) else {}


def either(forms: Iterable[str]) -> str:
    """A regular expression that matches any of the forms, the longest first; grouped by first letter, for speed."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        by_letter[form[0]].append(re.escape(form[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_letter.items())


@cache
def false_friends() -> re.Pattern[str]:
    """Matches the set phrases whose number counts nothing."""
    phrases = (entry.phrase for entry in load(__package__, "false_friends", FalseFriend))
    return re.compile(rf"(?<!\w)(?:{either(phrases)})(?!\w)", re.IGNORECASE)
