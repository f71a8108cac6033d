"""The words of dates: as numbers, and as alternatives for patterns."""

from __future__ import annotations

import re
from functools import cache

from briefing.yamlfile.packaged import packaged


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words of one kind of `calendar.yaml`."""
    return tuple(packaged(__package__, "calendar", dict[str, str])[name].split())


@cache
def ordinal(name: str, word: str) -> int:
    """The place of a word in its list, from 1; 0 where it is not in it. « Sept » is the ninth of the short months."""
    return listed(name).index(word) + 1 if word in listed(name) else 0


def month(word: str) -> int:
    """The number of a month, written in full or short."""
    lower = word.lower().rstrip(".")
    return ordinal("months", lower) or ordinal("short_months", lower)


def season(word: str) -> int | None:
    """From 0 for spring to 3 for winter; « fall » is autumn; None for another word."""
    name = "autumn" if word == "fall" else word
    return listed("seasons").index(name) if name in listed("seasons") else None


def count(word: str) -> int | None:
    """A small number in digits or words; « a » is one; None for « several »."""
    if word.isdecimal():
        return int(word) if len(word) < 4 else None
    return 1 if word.lower() in ("a", "an") else ordinal("numbers", word.lower()) or None


def either(*names: str, capital: bool = False) -> str:
    """The words of some lists as alternatives of a pattern, longest first."""
    words = sorted({word for name in names for word in listed(name)}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word.capitalize() if capital else word) for word in words)


def is_calendar_word(word: str) -> bool:
    """Whether a capitalised word is a month or a day of the week, and so no name."""
    lower = word.lower().rstrip(".s") if word.lower().rstrip("s.") in listed("weekdays") else word.lower().rstrip(".")
    return lower in listed("weekdays") or month(lower) > 0
