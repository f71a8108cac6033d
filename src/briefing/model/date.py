"""Partial dates: the part of EDTF (ISO 8601-2) that articles need, parsed once."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from msgspec import Struct

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", re.ASCII)
_UNSPECIFIED = re.compile(r"(\d\d)([\dX])X[~?%]?", re.ASCII)
_OPEN = frozenset({"", ".."})
_MARKS = "~?%"
_DECEMBER = 12
_RUNS = (  # codes in the place of the month: the first, how many months each lasts, the month in which the first begins
    (range(21, 25), 3, 3),  # spring, summer, autumn, winter: December to February, by the year in which it begins
    (range(33, 37), 3, 1),  # quarters
    (range(40, 42), 6, 1),  # halves
)


class Precision(StrEnum):
    """What a partial date names."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"
    """An interval, a quarter, a decade: anything else."""


class Date(Struct, frozen=True, order=True):
    """The days `first` to `last`, both included, and their EDTF name. What is open reaches to the ends of time."""

    first: date
    last: date
    value: str

    @classmethod
    def parse(cls, edtf: str | None) -> Self | None:
        """A day, month, season, quarter, half, year, decade (`199X`), century, or an interval of two, perhaps open.

        None for what is no date, an interval in the wrong order too.
        """
        ends = (edtf or "").strip().split("/")
        if len(ends) > 2 or (len(ends) == 2 and _OPEN.issuperset(ends)):
            return None
        days = [_days(end) if len(ends) == 1 or end not in _OPEN else (date.min, date.max) for end in ends]
        first, last = days[0], days[-1]
        if first is None or last is None or first[0] > last[1]:
            return None
        return cls(first[0], last[1], "/".join(ends))

    @property
    def ends(self) -> tuple[Date | None, Date | None] | None:
        """The two dates of an interval, None for one that is open; None for any other date."""
        first, slash, last = self.value.partition("/")
        return (Date.parse(first), Date.parse(last)) if slash else None

    @property
    def begin(self) -> Date | None:
        """The date itself, or the first of an interval; None where that is open."""
        ends = self.ends
        return ends[0] if ends else self

    @property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """Year, month and day as far as they are known, once, or twice for an interval that is not open."""
        return tuple(_parts(end) for end in self.value.split("/") if end not in _OPEN)

    @property
    def iso(self) -> str:
        """The (first) date in ISO 8601, as precise as it is known: `2024`, `2024-10`, `2024-10-25`."""
        return "-".join(f"{part:02}" for part in self.parts[0])

    @property
    def interval(self) -> bool:
        """Whether it spans from one date to another, one of them perhaps open."""
        return "/" in self.value

    @property
    def precision(self) -> Precision:
        """What it names."""
        point = _POINT.fullmatch(self.value)
        if point is None:
            return Precision.SPAN
        _, month, day = point.groups()
        if month and int(month) > _DECEMBER:
            return Precision.SEASON if int(month) < 25 else Precision.SPAN
        return Precision.DAY if day else Precision.MONTH if month else Precision.YEAR

    @property
    def season(self) -> int | None:
        """1 (spring) to 4 (winter), for a season or an interval that begins with one."""
        code = int(self.value[5:7]) if self.value[4:5] == "-" and self.value[5:7].isdecimal() else 0
        return code - 20 if 20 < code < 25 else None

    @property
    def circa(self) -> bool:
        """Whether it says of itself that it is approximate (~), doubtful (?) or both (%)."""
        return any(mark in self.value for mark in _MARKS)

    def compatible(self, other: Date) -> bool:
        """Whether both can mean the same moment: `2024` and `2024-06`, an interval and a day in it."""
        return self.first <= other.last and other.first <= self.last

    def later(self, other: Date) -> bool:
        """Whether it begins after another, as far as both say so: May 2024 is not later than 3 May 2024."""
        one, two = self.begin, other.begin
        return one is not None and two is not None and one.first > two.last


def _parts(point: str) -> tuple[int, ...]:
    """Year, month and day of a date; of a season, a decade and the like the year alone."""
    written = _POINT.fullmatch(point)
    numbers = [int(part) for part in written.groups() if part] if written else [int(point[:4].replace("X", "0"))]
    return tuple(numbers[:1] if numbers[1:] and numbers[1] > _DECEMBER else numbers)


def _days(point: str) -> tuple[date, date] | None:
    """The first and the last day that a date allows."""
    if found := _UNSPECIFIED.fullmatch(point):
        century, decade = int(found[1]) * 100, found[2]
        year = century + (0 if decade == "X" else int(decade) * 10)
        return (date(year, 1, 1), date(year + (99 if decade == "X" else 9), 12, 31)) if year else None
    written = _POINT.fullmatch(point)
    if written is None:
        return None
    year, month, day = (int(part or 0) for part in written.groups())
    try:
        if written[3]:
            return date(year, month, day), date(year, month, day)
        return _months(year, *_run(month if written[2] else None))
    except ValueError:
        return None


def _run(code: int | None) -> tuple[int, int]:
    """The first month that a code names, and how many months it lasts; a number that names none is its own month."""
    if code is None:
        return 1, 12
    return next((((code - r.start) * long + begin, long) for r, long, begin in _RUNS if code in r), (code, 1))


def _months(year: int, month: int, length: int) -> tuple[date, date]:
    """The days of a run of months, which may reach into the next year; ValueError where the calendar has none."""
    first = date(year, month, 1)
    years, last = divmod(month - 1 + length, 12)
    end = date.max if year + years > date.max.year else date(year + years, last + 1, 1) - timedelta(1)
    return first, end
