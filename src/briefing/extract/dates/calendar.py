"""Calendar arithmetic: which days a month, a week, a season or the third quarter has, and what lies so many away.

Years after 2999 give None: press text does not date by them. Those before our era have no value here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import Enum, StrEnum

from briefing.model.date import Date

_YEARS = range(1, 3000)


class Unit(StrEnum):
    """What time is counted in; nothing below a day."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Reach(Enum):
    """In which direction of the reference day a recurring date is looked for."""

    LAST = "wholly before"
    PAST = "the latest that has begun"
    NEAREST = "the nearest"
    FUTURE = "the first that has not ended"
    NEXT = "wholly after"


def of_day(day: date) -> Date:
    """One day."""
    return Date(day, day, day.isoformat())


def of_date(year: int, month: int, day: int) -> Date | None:
    """A calendar day; None for the 31st of February and the like."""
    try:
        return of_day(date(year, month, day)) if year in _YEARS else None
    except ValueError:
        return None


def of_month(year: int, month: int) -> Date | None:
    """A month, `2024-06`."""
    return _named(year, f"-{month:02}")


def of_year(year: int) -> Date | None:
    """A year, `2024`."""
    return _named(year, "")


def of_season(year: int, code: int) -> Date | None:
    """A season by its EDTF code, `2024-22`; a winter is named by the year in which it begins."""
    return _named(year, f"-{code}")


def _named(year: int, rest: str) -> Date | None:
    return Date.parse(f"{year:04}{rest}") if year in _YEARS else None


def between(first: Date | None, last: Date | None) -> Date | None:
    """From the first day of one to the last day of the other, `2024-06/2024-09`; None in the wrong order."""
    if first is None or last is None or first.first > last.last:
        return None
    return Date(first.first, last.last, f"{first.value.split('/')[0]}/{last.value.split('/')[-1]}")


def of_months(year: int, length: int, number: int) -> Date | None:
    """The `number`-th run of `length` months of a year: a quarter (3) or a half (6)."""
    last = number * length
    return between(of_month(year, last - length + 1), of_month(year, last)) if 0 < last <= 12 else None


def of_years(first: int, length: int) -> Date | None:
    """A run of years: the decade `1990/1999`, the century `1901/2000`."""
    return between(of_year(first), of_year(first + length - 1))


def of_week(day: date) -> Date:
    """The week of a day, Monday to Sunday."""
    monday = day - timedelta(day.weekday())
    return Date(monday, monday + timedelta(6), f"{monday}/{monday + timedelta(6)}")


def of_weekend(day: date) -> Date:
    """Saturday and Sunday of the week of a day."""
    saturday = day + timedelta(5 - day.weekday())
    return Date(saturday, saturday + timedelta(1), f"{saturday}/{saturday + timedelta(1)}")


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    letter = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month, day = divmod(epact + letter - 7 * ((golden + 11 * epact + 22 * letter) // 451) + 114, 31)
    return date(year, month, day + 1)


def of_easter(year: int, after: int) -> Date | None:
    """The day that lies so many days after Easter Sunday."""
    return shift(of_day(easter(year)), Unit.DAY, after) if year in _YEARS else None


_HOLDERS: dict[Unit, Callable[[date], Date | None]] = {
    Unit.DAY: of_day,
    Unit.WEEKEND: of_weekend,
    Unit.WEEK: of_week,
    Unit.MONTH: lambda d: of_month(d.year, d.month),
    Unit.QUARTER: lambda d: of_months(d.year, 3, (d.month + 2) // 3),
    Unit.HALF: lambda d: of_months(d.year, 6, (d.month + 5) // 6),
    Unit.YEAR: lambda d: of_year(d.year),
    Unit.DECADE: lambda d: of_years(d.year // 10 * 10, 10),
    Unit.CENTURY: lambda d: of_years((d.year - 1) // 100 * 100 + 1, 100),
}
_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


def shift(period: Date | None, unit: Unit, count: int) -> Date | None:
    """The unit that lies `count` units after the one that holds `period`.

    None where the period is too coarse to lie in one such unit: a month has no « three days later ».
    """
    holder = _HOLDERS[unit]
    if period is None or holder(period.first) != holder(period.last):
        return None
    try:
        return holder(_moved(period.first, unit, count))
    except (ValueError, OverflowError):
        return None


def _moved(day: date, unit: Unit, count: int) -> date:
    if unit in _DAYS:
        return day + timedelta(_DAYS[unit] * count)
    years, month = divmod(day.month - 1 + _MONTHS[unit] * count, 12)
    return date(day.year + years, month + 1, 1)


def choose(candidates: Iterable[Date | None], today: Date, reach: Reach) -> Date | None:
    """The candidate that stands in the direction of `reach` seen from `today`, and nearest to it.

    Where today is known to the month or the year only, the first and the last of its days must agree; if they do not,
    what falls in that very month is meant.
    """
    found = [c for c in candidates if c is not None]
    first, last = (_seen_from(found, day, reach) for day in (today.first, today.last))
    if first == last or reach in {Reach.LAST, Reach.NEXT} or today.last - today.first > _MONTH:
        return first if first == last else None
    within = [c for c in found if not _distance(c, today)]
    return within[0] if len(within) == 1 else None


def _seen_from(found: Sequence[Date], day: date, reach: Reach) -> Date | None:
    if reach is Reach.NEAREST:
        today = of_day(day)
        return min(found, key=lambda c: (_distance(c, today), c), default=None)
    fits = _FITS[reach]
    choice = max if reach in {Reach.LAST, Reach.PAST} else min
    return choice((c for c in found if fits(c, day)), default=None)


_MONTH = timedelta(31)
_FITS: dict[Reach, Callable[[Date, date], bool]] = {
    Reach.LAST: lambda period, day: period.last < day,
    Reach.PAST: lambda period, day: period.first <= day,
    Reach.FUTURE: lambda period, day: period.last >= day,
    Reach.NEXT: lambda period, day: period.first > day,
}


def _distance(period: Date, today: Date) -> timedelta:
    return max(period.first - today.last, today.first - period.last, timedelta(0))
