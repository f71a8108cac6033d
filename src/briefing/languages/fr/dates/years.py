"""Whether a bare number of four digits is a year: « en 2022 », and not « 2000 soldats » or « Agenda 2030 »."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag
from briefing.extract.dates.constructions import Item
from briefing.languages.fr.dates.vocabulary import words_of
from briefing.languages.fr.grammar.lexicon import is_animate
from briefing.languages.fr.grammar.words import readings

_SURE = frozenset(
    ["en", "depuis", "dès", "dici", "jusque", "durant", "horizon", "mod", "towards", "quarter", "half", "years"]
)
_SURE |= frozenset(["month", "Month", "abbr", "season", "Season", "holiday"])
_WEAK = frozenset(
    ["de", "à", "pour", "contre", "entre", "avant", "après", "open", "unit", "length", "ou", "et", "comma", "dash"]
)
_JOINS = frozenset(["et", "ou", "à", "comma", "dash", "slash", "jusque", "en"])
_NUMBERS = frozenset({"year", "amount", "number"})
_LINKS = 4  # « 2012, 2016, 2020 et 2024 »
_HEADS = frozenset({"stop", "quote"})
_NOUNS = frozenset(["noun", "nouns", "street", "paper", "school", "kin", "attack"])
_SPANS = frozenset({"unit", "length", "years"})
_BEHIND_OLD = frozenset(
    ["comma", "stop", "close", "dash", "quote", "à", "de", "et", "preposition", "finite", "adverb", "Name"]
)
"""What may follow a year of three digits: « en 732 à Poitiers », not « en 800 mots »."""
_MODERN = range(1900, 2101)
_SHORT = range(32, 100)
_OLD = range(100, 1000)


def judged(items: list[Item]) -> list[Item]:
    """The items: four-digit numbers that are no years are mere numbers, and « 68 » in « mai 68 » a short year."""
    return [
        replace(item, tag=_judged(items, at)) if item.tag in ("year", "number") else item
        for at, item in enumerate(items)
    ]


def _judged(items: Sequence[Item], at: int) -> str:
    item = items[at]
    if item.tag == "year":
        return "year" if _is_year(items, at) else "number"
    before, value = items[at - 1].tag, int(item.value or 0)
    if before in ("month", "Month") and value in _SHORT and not _counts(items, at):
        return "short_year"
    old = value in _OLD and (before in ("en", "towards", "dès") or (before == "unit" and items[at - 2].tag == "le"))
    return "year" if old and items[at + 1].tag in _BEHIND_OLD and item.end - item.start == 3 else "number"


def _is_year(items: Sequence[Item], at: int) -> bool:
    year = int(items[at].value or 0)
    before = items[at - 1]
    if before.tag in _SURE:
        return not (_counts(items, at) if before.tag in ("month", "Month") else _is_measure(items[at + 1]))
    if _counts(items, _end(items, at)):
        return False
    if before.tag in _WEAK or (before.tag == "slash" and items[at - 2].tag in ("year", "day", "month")):
        return year in _MODERN or year % 50 != 0
    if before.tag in _HEADS:
        return year in _MODERN and not (before.tag == "quote" and items[at + 1].tag == "quote") and _subject(items, at)
    return year in _MODERN and _may_take_year(items, at - 1)


def _end(items: Sequence[Item], at: int) -> int:
    """The number that says what the number at `at` counts: the last one of « de 1500 à 2000 soldats »."""
    for _ in range(_LINKS):
        joined = [item.tag for item in items[at + 1 : at + 3]]
        if len(joined) < 2 or joined[0] not in _JOINS or joined[1] not in _NUMBERS or "," in str(items[at + 2].value):
            break
        at += 2
    return at


def _is_measure(item: Item) -> bool:
    """Whether it is a unit: the number before it is then no year, whatever stands in front."""
    return item.tag in ("measure", *_SPANS, "nouns") or item.value in words_of("measure")


def _counts(items: Sequence[Item], at: int) -> bool:
    """Whether the number counts what follows it: a unit, or a noun in the plural."""
    after = items[at + 1]
    if after.tag == "nouns" and int(items[at].value or 0) in _MODERN and _is_participle(str(after.value)):
        return False  # « les émeutes de 2023 survenues à Lyon »
    return _is_measure(after) or (after.tag == "adjectives" and items[at + 2].tag == "nouns")


def _is_participle(word: str) -> bool:
    """« survenues » and « parues », but not « blessés »: these are people, and counted."""
    return any(reading.tag is Tag.PARTICIPLE for reading in readings(word, 0)) and not is_animate(word)


def _subject(items: Sequence[Item], at: int) -> bool:
    """Whether the year opens a sentence: « 2024 sera … », « 2023, année de »."""
    return items[at + 1].tag in ("comma", "stop", "dash", "open", "finite")


def _may_take_year(items: Sequence[Item], at: int) -> bool:
    """« le budget 2025 », « le championnat national 2025 »; not « l'article 1382 », « coûte 2000 »."""
    if items[at].tag == "adjective":
        at -= 1
    return items[at].tag in _NOUNS and items[at].value not in words_of("reference")
