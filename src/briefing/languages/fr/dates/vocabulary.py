"""The vocabulary of dates, read once from the YAML lists beside this module, and how French writes numbers in dates."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Word
from briefing.extract.dates.constructions import Item, Value
from briefing.extract.dates.items import DateWords, Meant, Tagged
from briefing.extract.quantities.numerals import Multiplier
from briefing.extract.words.lexicon import Entry, load
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.grammar.lexicon import calendar_words
from briefing.languages.fr.quantities.lexicon.vocabulary import number_words


class Joint(Entry, frozen=True, kw_only=True):
    """An entry of `joints.yaml`; the fields are explained there."""

    words: tuple[str, ...]
    tag: str
    value: Value = None


class Ordinal(Entry, frozen=True, kw_only=True):
    """An entry of `ordinals.yaml`."""

    words: tuple[str, ...]
    value: int


class Holiday(Entry, frozen=True, kw_only=True):
    """An entry of `holidays.yaml`: a fixed day, or days after Easter Sunday."""

    words: tuple[str, ...]
    month: int = 0
    day: int = 0
    easter: int | None = None
    capital: bool = False
    event: bool = False


class Kind(Entry, frozen=True, kw_only=True):
    """An entry of `words.yaml`, which explains the kinds."""

    words: tuple[str, ...]
    kind: str


_CORE = """
    month abbr weekday season unit length years quarter half part night deictic today eve holiday hours
"""
_KINDS_IN_FORMS = ("street", "paper", "attack", "black", "kin", "watch", "school")
_NUMERIC = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
_ORDINAL = re.compile(r"(\d{1,2})(?:er|ère|re|e|è|ème|eme|nd|nde)")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_ORDINAL = re.compile(r"([ivx]+)(?:e|è|ème|er)")
_HUNDRED, _TWENTY = 100, 20


@cache
def date_words() -> DateWords:
    """Every word that the constructions name, and the readers of numbers."""
    return DateWords(
        meant={_cut(word): meant for word, meant in _written().items()},
        core=frozenset(_CORE.split()),
        names=frozenset({"month", "weekday", "season"}),
        joint=re.compile(r"(^mi-|-(?:ci|là)$|-)"),
        written=_number,
        other=_roman,
        add=_add,
    )


def _cut(words: str) -> str:
    """« av. j.-c. » as the tokens of a sentence have it; what is no whole word stays as it is."""
    return words if words.startswith("-") or words.endswith("-") else " ".join(grammar().tokens.forms(words))


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
def events() -> frozenset[tuple[int, int]]:
    """Day and month of the days that, with a capital, name an event."""
    return frozenset((entry.day, entry.month) for entry in load(__package__, "holidays", Holiday) if entry.event)


def holiday(position: int) -> Holiday:
    """The entry of `holidays.yaml` at `position`, counted from 0."""
    entry: Holiday = load(__package__, "holidays", Holiday)[position]
    return entry


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in `words.yaml`."""
    return frozenset(word for entry in load(__package__, "words", Kind) if entry.kind == kind for word in entry.words)


@cache
def _numbers() -> dict[str, tuple[str, int]]:
    """The number words of dates: up to a hundred, rounded ones (« une dizaine de »), ordinals."""
    listed = number_words()
    found = {word: ("number", value) for word, value in listed.cardinals.items() if 0 < value <= _HUNDRED}
    rounded = {word: scale.value for word, scale in listed.scales.items() if scale.kind is Multiplier.GROUP}
    found |= {word: ("about", value) for word, value in rounded.items() if not word.endswith("s")}
    return found | {word: ("ordinal", o.value) for o in load(__package__, "ordinals", Ordinal) for word in o.words}


@lru_cache(maxsize=4096)
def _number(form: str) -> Tagged | None:
    """« quatre-vingt-douze », « 1er », « 12.05.2024 »; None for another word, or for plain digits."""
    if found := _ORDINAL.fullmatch(form):
        return "ordinal", int(found[1])
    if _NUMERIC.fullmatch(form):
        return "numeric", form
    total, kind = 0, ""
    for part in [form] if form in _numbers() else form.replace("-et-", "-").split("-"):
        if part not in _numbers():
            return None
        kind, value = _numbers()[part]
        total = _plus(total, value)
    return kind, total


def _plus(total: int, value: int) -> int:
    """« quatre-[vingts] », « deux [cents] »; else the two are added."""
    times = value == _HUNDRED or (value == _TWENTY and total == _TWENTY // 5)
    return max(total, 1) * value if times else total + value


def _roman(word: Word) -> Tagged | None:
    """« XIXe »."""
    match = _ROMAN_ORDINAL.fullmatch(word.form)
    digits = [_ROMAN[c] for c in match[1]] if match else []
    return ("roman", sum(-d if d < max(digits[n:]) else d for n, d in enumerate(digits))) if digits else None


def _is_spelled(number: Item) -> bool:
    """Whether it is written in letters: « contre 530 [cinq] ans plus tôt » are two numbers."""
    return number.end - number.start > len(str(number.value))


def _add(found: list[Item], item: Item) -> None:
    """« vingt et un », « deux cents » and « une dizaine de » become one."""
    before = found[-1]
    last = item.tag in ("number", "ordinal") and before.tag == "et" and item.value in (1, 11)
    if last and found[-2:][0].tag == "number":
        found.pop()
        before = found[-1]
    if before.tag == "number" and _is_spelled(before) and (last or item.tag == "number"):
        value = _plus(int(before.value or 0), int(item.value or 0))
        found[-1] = replace(before, tag=item.tag, end=item.end, value=value)
    elif item.tag == "about" and (before.tag == "le" or (before.tag == "number" and before.value == 1)):
        found[-1] = replace(item, start=before.start, word=before.word)
    elif item.tag == "de" and before.tag == "about":
        found[-1] = replace(before, end=item.end)
    else:
        found.append(item)
