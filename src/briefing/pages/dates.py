"""Partial dates and intervals as a reader expects them, « printemps 2024 »; at display time only."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from briefing.model.date import Date, Precision
from briefing.pages.strings import strings, word
from briefing.pages.typography import NO_BREAK, typography_of

_SPAN = f"{NO_BREAK}– "
_BEFORE_SPRING = 20  # EDTF: 21 is spring
_SPACED = re.compile(r"\S+\s*")
_FIRST_DAY = re.compile(r"\b1\b")


@lru_cache(maxsize=4096)
def partial_date(value: str, language: str, length: str = "long") -> str:
    """`2024-11-29` → « 29 novembre 2024 », `2024-21` → « printemps 2024 », `1955/1975` → « 1955 – 1975 »."""
    found = Date.parse(value)
    if found is None:
        return value
    if ends := found.ends:
        return _between(*(partial_date(end.value, language, length) if end else "…" for end in ends))
    if found.season:
        return f"{word(strings(language), 'seasons', str(_BEFORE_SPRING + found.season))} {found.first.year}"
    if found.precision is Precision.SPAN:
        precise = Precision.MONTH if found.last.year == found.first.year else Precision.YEAR
        return _between(*(_written(day, precise, language, length) for day in (found.first, found.last)))
    return _written(found.first, found.precision, language, length)


def _between(first: str, last: str) -> str:
    """Two dates, of which the first does not say again what ends both: « 22 – 28 septembre 2025 »."""
    words, others = _SPACED.findall(first), _SPACED.findall(last)
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words, others = words[:-1], others[:-1]
    return "".join(words).rstrip(f", {NO_BREAK}") + _SPAN + last


def _written(day: date, precise: Precision, language: str, length: str) -> str:
    month = "MMMM" if length == "long" else "MMM"
    whole = "long" if length == "long" else "medium"
    pattern = {"day": whole, "month": f"{month} y", "year": "y"}[precise]
    words = format_date(day, pattern, locale=language)
    if precise == "day" and day.day == 1:
        words = _FIRST_DAY.sub(typography_of(language).first_day, words, count=1)
    return words.replace(" ", NO_BREAK, 1) if precise == "day" else words
