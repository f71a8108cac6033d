"""Whether a bare number of four digits is a year: « en 2022 », and not « 2000 soldats » or « Agenda 2030 »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.languages.fr.dates.words.tokens import Item
from briefing.languages.fr.dates.words.vocabulary import friends
from briefing.languages.fr.verbs import Tense, is_form

_SURE = {"en", "depuis", "dès", "dici", "jusque", "durant", "horizon", "mod", "towards", "quarter", "half", "years"}
_SURE |= {"month", "Month", "abbr", "season", "Season", "holiday"}
_WEAK = {"de", "à", "pour", "contre", "entre", "avant", "après", "open", "unit", "length"}
_WEAK |= {"ou", "et", "comma", "dash", "slash"}
_JOINS = {"et", "ou", "à", "comma", "dash", "slash", "jusque", "en"}
_NUMBERS = {"year", "amount", "number"}
_LINKS = 4  # « 2012, 2016, 2020 et 2024 »
_HEADS = {"stop", "quote"}
_WORDS = {"word", "street", "paper", "school", "kin"}
_SPANS = {"unit", "length", "years"}
_MODERN = range(1900, 2101)
_SHORT = range(32, 100)
_FINITE = (Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE, Tense.CONDITIONAL)


def judged(items: list[Item]) -> list[Item]:
    """The items: four-digit numbers that are no years are mere numbers, and « 68 » in « mai 68 » a short year."""
    return [
        replace(item, tag=_judged(items, at)) if item.tag in {"year", "number"} else item
        for at, item in enumerate(items)
    ]


def _judged(items: Sequence[Item], at: int) -> str:
    item = items[at]
    if item.tag == "year":
        return "year" if _is_year(items, at) else "number"
    short = at > 0 and items[at - 1].tag in {"month", "Month"} and int(item.value or 0) in _SHORT
    return "short_year" if short and not _counts(items, at, 0) else "number"


def _is_year(items: Sequence[Item], at: int) -> bool:
    year = int(items[at].value or 0)
    before = items[at - 1] if at else Item("stop", 0, 0)
    if before.tag in _SURE:
        return not (_counts(items, at, year) if before.tag in {"month", "Month"} else _is_measure(items[at + 1]))
    if _counts(items, _end(items, at), year):
        return False
    if before.tag in _WEAK:
        return year in _MODERN or year % 50 != 0
    if before.tag in _HEADS:
        return year in _MODERN and not (before.tag == "quote" and items[at + 1].tag == "quote") and _subject(items, at)
    return before.tag in _WORDS and year in _MODERN and _may_take_year(str(before.value))


def _end(items: Sequence[Item], at: int) -> int:
    """The number that says what the number at `at` counts: the last one of « de 1500 à 2000 soldats »."""
    for _ in range(_LINKS):
        joined = [item.tag for item in items[at + 1 : at + 3]]
        if len(joined) < 2 or joined[0] not in _JOINS or joined[1] not in _NUMBERS or _has_decimals(items[at + 2]):
            break
        at += 2
    return at


def _has_decimals(item: Item) -> bool:
    """« 1,3 » after a year begins another thing."""
    return "," in str(item.value)


def _is_measure(item: Item) -> bool:
    """Whether it is a unit: the number before it is then no year, whatever stands in front."""
    return item.tag in {"measure", *_SPANS} or (item.tag in _WORDS and item.value in friends("measure"))


def _counts(items: Sequence[Item], at: int, year: int) -> bool:
    """Whether the number counts what follows it: a unit, or a noun or adjective in the plural."""
    after = items[at + 1]
    if _is_measure(after):
        return True
    word = str(after.value) if after.tag in _WORDS else ""
    if len(word) < 4 or word[-1] not in "sx" or word in friends("plain"):
        return False
    return not (year in _MODERN and is_form(word, Tense.PAST_PARTICIPLE))  # « les émeutes de 2023 survenues »


def _subject(items: Sequence[Item], at: int) -> bool:
    """Whether the year opens a sentence: « 2024 sera … », « 2023, année de »."""
    after = items[at + 1]
    return after.tag in {"comma", "stop", "dash", "open"} or (
        after.tag == "word" and is_form(str(after.value), *_FINITE)
    )


def _may_take_year(word: str) -> bool:
    """« le budget 2025 »; not « l'article 1382 », « coûte 2000 »."""
    if word in friends("reference") or word in friends("plain"):
        return False
    return len(word) > 3 and not word.endswith(("ment", "'"))
