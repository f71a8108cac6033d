"""What happened when: claims by the date of the event they speak of, honest about precision."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefing.model.claim import Claim


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point or stretch of time, with the claims that speak of it: `value` is partial ISO 8601, `mod` its part."""

    value: str
    mod: str = ""
    claims: tuple[str, ...] = ()


_YEAR_FIRST = re.compile(r"\d{4}")
_SEASONS = {"-21": ("-03", "-05"), "-22": ("-06", "-08"), "-23": ("-09", "-11"), "-24": ("-12", "-02")}
"""EDTF seasons of the northern hemisphere by their first and last month; winter ends in the next year."""
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def timeline(claims: Iterable[Claim]) -> tuple[Moment, ...]:
    """The moments that claims name, in an order that keeps that of the dates: a year stands before its months."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        for named in claim.dates:
            if named.value and _YEAR_FIRST.match(named.value):
                found.setdefault((named.value, named.mod or ""), []).append(claim.id)
    moments = [Moment(value, mod, tuple(dict.fromkeys(ids))) for (value, mod), ids in found.items()]
    return tuple(sorted(moments, key=lambda m: (_start(m.value), m.value, m.mod)))


def _start(value: str) -> str:
    return value.split("/", 1)[0]


def compatible(one: str, other: str) -> bool:
    """Whether two partial dates can mean the same moment: `2024` and `2024-06`, an interval and a day in it."""
    first, second = _bounds(one), _bounds(other)
    return first[0] <= second[1] and second[0] <= first[1]


@lru_cache(maxsize=1 << 14)
def _bounds(value: str) -> tuple[str, str]:
    """The first and last day that a partial date allows, as text that sorts."""
    start, _, end = value.partition("/")
    season = _SEASONS.get(start[4:])
    if season:
        ending = str(int(start[:4]) + (season[1] < season[0])).zfill(4)
        start, end = start[:4] + season[0], ending + season[1]
    last = end or start
    return start, last + "-99-99"[len(last) - 4 :] if len(last) < 10 else last


UNKNOWN = 365_000
"""The days between two dates of which one is not known."""


def days_between(one: str, other: str) -> int:
    """Days between the first days that two partial dates allow; UNKNOWN where one cannot be told."""
    first, second = (_first_day(value) for value in (one, other))
    return abs((first - second).days) if first and second else UNKNOWN


@lru_cache(maxsize=1 << 14)
def _first_day(value: str) -> date | None:
    found = _DAY.match(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
