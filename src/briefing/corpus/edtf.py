"""Partial dates: the part of EDTF (ISO 8601-2) that articles need."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_SEASON = range(21, 25)


def is_edtf(value: str) -> bool:
    """Whether `value` is a year, month, day, season or an interval of these, perhaps marked ~, ? or %."""
    parts = value.split("/")
    return len(parts) <= 2 and all(_is_date(part) or (part in {"", ".."} and len(parts) == 2) for part in parts)


def is_later(value: str, other: str) -> bool:
    """Whether a date begins after another, as far as both say so: May 2024 is not later than 3 May 2024."""
    first, second = (_begin(date) for date in (value, other))
    shorter = min(len(first), len(second))
    return first[:shorter] > second[:shorter]


def _begin(value: str) -> tuple[int, ...]:
    """Year, month and day of a date's first part; of a season only the year, of what is open nothing."""
    found = _DATE.match(value)
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    return parts[:1] if parts[1:] and parts[1] in _SEASON else parts


def _is_date(value: str) -> bool:
    found = _DATE.fullmatch(value)
    if found is None:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    if month in _SEASON and not found[3]:
        return year > 0
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
