"""Counting days, weeks, months and years; a result is as precise as its unit."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from briefing.languages.en.dates.vocabulary import ordinal


def to_weekday(word: str, today: date | None, *, ahead: bool) -> str | None:
    """The nearest day of that name, today included, or a week on where it looks ahead."""
    if today is None:
        return None
    number = ordinal("weekdays", word.lower()) - 1
    return shifted(today, (number - today.weekday()) % 7 if ahead else -((today.weekday() - number) % 7))


def moved(day: date | None, unit: str, shift: int) -> str | None:
    """The day, week, month or year so many units away, as precise as the unit."""
    if day is None:
        return None
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return f"{first}/{monday + timedelta(days=6)}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02}"
    if unit in ("year", "decade"):
        return f"{day.year + shift * (10 if unit == 'decade' else 1):04}"
    return shifted(day, shift) if unit == "day" else None


def shifted(day: date | None, days: int) -> str | None:
    """The day so many days away."""
    return str(day + timedelta(days=days)) if day else None


def day_of(year: int, number: int, day: int) -> str | None:
    """That day of that month, None where the calendar has none."""
    exists = 0 < number < 13 and 0 < day <= monthrange(year, number)[1]
    return f"{year:04}-{number:02}-{day:02}" if exists else None
