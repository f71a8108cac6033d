"""The vocabulary of dates, read once from the YAML lists beside this module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from briefing.extract.dates.calendar import Unit
from briefing.extract.dates.constructions import Value
from briefing.extract.words.lexicon import load
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.grammar.lexicon import calendar_words
from briefing.model.span import Span


class Joint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `joints.yaml`; the fields are explained there."""

    words: tuple[str, ...]
    tag: str
    example: str
    value: Value = None
    counter: str | None = None


class Number(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `numbers.yaml`."""

    words: tuple[str, ...]
    kind: str
    value: int
    example: str
    counter: str | None = None


class Holiday(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `holidays.yaml`: a fixed day, or days after Easter Sunday."""

    words: tuple[str, ...]
    example: str
    month: int = 0
    day: int = 0
    easter: int | None = None
    capital: bool = False
    event: bool = False
    counter: str | None = None


class Kind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `words.yaml`, which explains the kinds."""

    words: tuple[str, ...]
    kind: str
    example: str
    counter: str | None = None


class Meant(Struct, frozen=True):
    """What the vocabulary knows of one written form."""

    tag: str
    value: Value = None
    capital: bool = False
    """It must begin with a capital."""
    bare: bool = True
    """Alone at the head of a sentence it is a date."""


_KINDS_IN_FORMS = ("street", "paper", "attack", "black", "kin", "watch", "school")


@cache
def vocabulary() -> dict[str, Meant]:
    """Every word that the constructions name, in lower case, cut as the tokens are; numbers are left to `numbers`."""
    return {" ".join(_cut(word)): meant for word, meant in _written().items()}


def _cut(words: str) -> list[str]:
    """« av. j.-c. » as the tokens of a sentence have it; what is no whole word stays as it is."""
    if words.startswith("-") or words.endswith("-"):
        return [words]
    return [token.form for token in grammar().tokens.cut(words, Span(0, len(words)))]


def _written() -> dict[str, Meant]:
    found = {word: Meant(kind) for kind in _KINDS_IN_FORMS for word in words_of(kind)}
    for joint in load(__package__, "joints", Joint):
        found |= dict.fromkeys(joint.words, Meant(joint.tag, joint.value))
    for word in calendar_words():
        found |= dict.fromkeys(word.words, Meant(word.tag, word.value, bare=word.bare))
    for position, holiday in enumerate(load(__package__, "holidays", Holiday)):
        found |= dict.fromkeys(holiday.words, Meant("holiday", position, capital=holiday.capital))
    return found


@cache
def expressions() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The entries of several words: by the first, the others, longest first."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for word in _written():
        first, *rest = _cut(word)
        if rest:
            found[first].append(tuple(rest))
    return {first: sorted(rest, key=len, reverse=True) for first, rest in found.items()}


@cache
def events() -> frozenset[tuple[int, int]]:
    """Day and month of the days that, with a capital, name an event."""
    return frozenset((entry.day, entry.month) for entry in load(__package__, "holidays", Holiday) if entry.event)


def holiday(position: int) -> Holiday:
    """The entry of `holidays.yaml` at `position`, counted from 0."""
    entry: Holiday = load(__package__, "holidays", Holiday)[position]
    return entry


@cache
def numbers() -> dict[str, Number]:
    """Numbers in letters."""
    return {word: number for number in load(__package__, "numbers", Number) for word in number.words}


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in `words.yaml`."""
    return frozenset(word for entry in load(__package__, "words", Kind) if entry.kind == kind for word in entry.words)


def unit(value: Value) -> Unit:
    """The unit that the value of a unit word names."""
    return Unit(str(value))
