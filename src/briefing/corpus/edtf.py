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
