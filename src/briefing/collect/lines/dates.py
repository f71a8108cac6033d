"""The day on which something was published, from the ways in which pages and lines write it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from briefing.collect.words import plain

_READ = ("fr", "en_GB", "en", "de", "es", "it", "nl", "pt")
"""Languages of whose months no two are written alike and mean another."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d\d?)(?:[-/.](\d\d?))?)?(?![\d/.-])(?:[T ].*)?", re.DOTALL)
_MONTH = re.compile(r"([^\W\d_]{3,9})\.? (\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d+|Z)?")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?[ .-]{1,2}(?:de )?([^\W\d_]{3,10})\.?,?[ -]+(?:de )?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")


def find_day(text: str, language: str | None = None) -> tuple[str, int, int] | None:
    """The first whole date in a text, as `2024-10-25`, and where it stands; None where none is unmistakable.

    3/4/2024 is read day first in French and where no other reading is possible, otherwise not at all.
    """
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    found = [day for day in (_iso(text), _named(text), _numbers(text, language)) if day]
    return min(found, key=lambda day: day[1], default=None)


def read_date(value: str, language: str | None = None) -> str | None:
    """The date of a value that a page gives as one: ISO 8601, RFC 2822, or written out.

    As precise as it is written: `2024-03` stays a month, and what is no date is none.
    """
    value = value.strip()
    if compact := _COMPACT.fullmatch(value):
        return _day(*(int(part) for part in compact.groups()))
    if first := _YEAR_FIRST.fullmatch(value):
        return _partial(*(int(part) if part else None for part in first.groups()))
    if (named := _MONTH.fullmatch(value)) and (month := _month(named[1])):
        return _partial(int(named[2]), month, None)
    found = find_day(value, language)
    return found[0] if found else None


def _partial(year: int | None, month: int | None, day: int | None) -> str | None:
    """A year, a month or a day as EDTF writes it."""
    whole = _day(year or 0, 1 if month is None else month, 1 if day is None else day)
    return whole[: 10 if day is not None else 7 if month is not None else 4] if whole else None


def _iso(text: str) -> tuple[str, int, int] | None:
    for match in _ISO.finditer(text):
        if day := _day(int(match[1]), int(match[2]), int(match[3])):
            return day, match.start(), match.end()
    return None


def _named(text: str) -> tuple[str, int, int] | None:
    found = []
    for pattern, first in ((_DAY_FIRST, 1), (_MONTH_FIRST, 2)):
        for match in pattern.finditer(text):
            month = _month(match[3 - first])
            if month and (day := _day(int(match[3]), month, int(match[first]))):
                found.append((day, match.start(), match.end()))
    return min(found, key=lambda day: day[1], default=None)


def _numbers(text: str, language: str | None) -> tuple[str, int, int] | None:
    day_first = _is_day_first(language)
    for match in _NUMBERS.finditer(text):
        first, second, year = (int(part) for part in match.groups())
        if not day_first and first <= 12 and second <= 12 and first != second and "/" in match[0]:
            continue
        if day := _day(year, second, first) or _day(year, first, second):
            return day, match.start(), match.end()
    return None


@cache
def _is_day_first(language: str | None) -> bool:
    """Whether 3/4/2024 is the third of April: in English it is to some, and to others the fourth of March."""
    try:
        return str(Locale.parse(language or "en").date_formats["short"].pattern).startswith("d")
    except (UnknownLocaleError, ValueError):
        return False


def _month(word: str) -> int | None:
    return _months().get(plain(word))


@cache
def _months() -> dict[str, int]:
    """Every way to write a month, whole or short, without accents and full stop, and its number."""
    return {
        plain(name).strip("."): number
        for language in _READ
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, context, language).items()
    }


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of a week, whole or short, in lower case and without full stop."""
    names = (get_day_names(width, locale=language) for language in _READ for width in ("wide", "abbreviated"))
    return frozenset(name.lower().strip(".") for week in names for name in week.values())


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1600 < year < 2200 else None
    except ValueError:
        return None
