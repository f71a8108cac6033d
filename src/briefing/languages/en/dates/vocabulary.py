"""The vocabulary of dates, read once from the YAML lists beside it, and how English writes numbers in dates."""

from __future__ import annotations

import re
from functools import cache

from briefing.extract.dates.items import CalendarWords, DateWords, Meant, Tagged
from briefing.extract.words.lexicon import load
from briefing.languages.en.grammar import grammar
from briefing.languages.en.quantities.vocabulary import known
from briefing.yamlfile.packaged import packaged

_CORE = frozenset({"month", "weekday", "season", "unit", "units", "part", "deictic"})
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(1[5-9]\d0|20\d0|\d0)s")


@cache
def date_words() -> DateWords:
    """Every word that the constructions name, and the reader of numbers."""
    entries = load(__package__, "calendar", CalendarWords)
    return DateWords(
        meant={
            _cut(word): Meant(entry.tag if entry.bare else f"{entry.tag}_or_word", entry.value, entry.capital)
            for entry in entries
            for word in entry.words
        },
        core=_CORE | {"month_or_word"},
        joint=re.compile(r"(^mid-|-| )"),
        written=_number,
    )


def _cut(words: str) -> str:
    """« sept. » as the tokens of a sentence have it."""
    return words if words.endswith("-") else " ".join(grammar().tokens.forms(words))


def is_calendar_word(word: str) -> bool:
    """Whether a capitalised word is a month or a day of the week, and so no name: « May », « Mondays »."""
    forms = (word.lower(), word.lower().rstrip(".s"))
    return any(form in date_words().meant and date_words().meant[form].capital for form in forms)


@cache
def _numbers() -> dict[str, tuple[str, int]]:
    lists = packaged(__package__, "numbers", dict[str, str])
    counts = known().numbers | dict.fromkeys(lists["one"].split(), 1)
    ordinals = {word: ("ordinal", place) for place, word in enumerate(lists["ordinals"].split(), 1)}
    return ordinals | {word: ("number", value) for word, value in counts.items()}


def _number(form: str) -> Tagged | None:
    """« twenty-first », « 3rd », « 1980s »; None for another word, or for plain digits."""
    if found := _ORDINAL.fullmatch(form):
        return "ordinal", int(found[1])
    if found := _DECADE.fullmatch(form):
        return "decade", int(found[1])
    parts = [_numbers().get(part, ("", 0)) for part in form.split("-")]
    return (parts[-1][0], sum(value for _, value in parts)) if all(kind for kind, _ in parts) else None
