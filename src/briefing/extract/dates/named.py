"""What forms mean that name a day, a month, a season, a quarter, a year, a decade or a century.

Each function is the meaning of a form's parts, None where they are no date. The parts have the names `day`, `month`,
`year`, `weekday`, `season`, `unit`, `rank` (an ordinal, or `last`), `turn` (`last` or `next`), `first`, `joint`
and `last`.
"""

from __future__ import annotations

from functools import partial

from briefing.extract.dates import calendar
from briefing.extract.dates.calendar import Reach, Unit
from briefing.extract.dates.compound import Between
from briefing.extract.dates.constructions import Parts
from briefing.extract.dates.meaning import FAR, Fixed, Meaning, MonthDay, Unknown, Yearly
from briefing.model.date import Date

_LEAP = 2024  # a year that has every day that any has
_LENGTHS = {Unit.QUARTER.value: 3, Unit.HALF.value: 6}
_RANGES = ("dash", "to")


def fixed(period: Date | None) -> Meaning | None:
    """A meaning that needs no moment; None for what the calendar does not have."""
    return Fixed(period) if period else None


def reach(found: Parts) -> Reach | None:
    """The direction that « dernier » or « prochain » gives."""
    adjective = found.get("turn")
    return None if adjective is None else Reach.LAST if adjective.tag == "last" else Reach.NEXT


def in_year(found: Parts, meaning: Yearly) -> Meaning | None:
    """The date in the year that the form names, or the recurring date."""
    return fixed(meaning.of(found.number("year"))) if found.get("year") else meaning


def numeric(found: Parts) -> Meaning | None:
    """« 12.05.2024 », « 12.05.24 »."""
    day, month, year = (int(part) for part in str(found.value("numeric")).split("."))
    return fixed(calendar.of_date(year + 2000 if year < 100 else year, month, day))


def apart(found: Parts) -> Meaning | None:
    """« 12/05/2024 », « 2024-05-12 », without a space."""
    year, month, day = (found.named[name] for name in ("year", "month", "day"))
    first, last = (year, day) if year.start < day.start else (day, year)
    written = last.end - first.start == sum(item.end - item.start for item in (year, month, day)) + 2
    number = found.number("year")
    of = number + 2000 if number < 100 else number
    return fixed(calendar.of_date(of, found.number("month"), found.number("day"))) if written else None


def slashed(found: Parts) -> Meaning | None:
    """« le 12/05 »."""
    day, month = found.number("day"), found.number("month")
    return Yearly(lambda year: calendar.of_date(year, month, day)) if calendar.of_date(_LEAP, month, day) else None


def day(found: Parts) -> Meaning | None:
    """« vendredi 3 mai 2024 »; without a year the weekday tells which."""
    day, month, weekday = found.number("day"), found.number("month"), found.value("weekday")
    if calendar.of_date(_LEAP, month, day) is None:
        return None
    if found.get("year") or weekday is None:
        return in_year(found, Yearly(lambda year: calendar.of_date(year, month, day), reach(found)))

    def on_weekday(year: int) -> Date | None:
        date = calendar.of_date(year, month, day)
        return date if date and date.first.weekday() == weekday else None

    return Yearly(on_weekday, Reach.NEAREST, FAR)


def days(found: Parts) -> Meaning | None:
    """« 12 et 13 mai », « 12, 13 et 14 mai » in a row, « 3-7 juin »; days apart are told one by one."""
    last = day(found)
    span = found.number("day") - found.number("first")
    named = 2 if found.get("second") else 1
    if last is None or span < 1 or (span != named and found.named["joint"].tag not in _RANGES):
        return None
    return Between(MonthDay(found.number("first")), last)


def weekday_day(found: Parts) -> Meaning:
    """« lundi 3 », in a list or at an end: elsewhere the number counts something."""
    return MonthDay(found.number("day"), found.number("weekday"))


def month(found: Parts) -> Meaning | None:
    """« mai 2024 », « mai dernier »."""
    month = found.number("month")
    return in_year(found, Yearly(partial(_of_month, month), reach(found)))


def _of_month(month: int, year: int) -> Date | None:
    return calendar.of_month(year, month)


def short_year(found: Parts) -> Meaning | None:
    """« mai 68 »: the twentieth century."""
    return fixed(calendar.of_month(1900 + found.number("short_year"), found.number("month")))


def season(found: Parts) -> Meaning | None:
    """« l'été 2023 », « l'été prochain »."""
    code = found.number("season")
    return in_year(found, Yearly(lambda year: calendar.of_season(year, code), reach(found)))


def winter(found: Parts) -> Meaning | None:
    """« l'hiver 2022-2023 » is named by the year in which it begins."""
    return fixed(calendar.of_season(found.number("year"), found.number("season")))


def part_of_year(found: Parts) -> Meaning | None:
    """« premier trimestre 2024 », « dernier trimestre 2024 », « T1 », « second semestre »."""
    token = found.get("unit") or found.named["short"]
    length = _LENGTHS.get(str(token.value if token.tag == "unit" else token.tag))
    if length is None:
        return None
    rank = found.get("rank") or token
    number = 12 // length if rank.tag == "last" else int(rank.value or 0)
    if calendar.of_months(_LEAP, length, number) is None:
        return None
    return in_year(found, Yearly(lambda year: calendar.of_months(year, length, number)))


def decade(found: Parts) -> Meaning | None:
    """« les années 1990 », « les années 80 », « les années soixante », « 1950-1960 »."""
    first, last = (_decade_year(found, name) for name in ("count", "last"))
    if first is None:
        return None
    return fixed(
        calendar.between(calendar.of_years(first, 10), calendar.of_years(last if last is not None else first, 10))
    )


def _decade_year(found: Parts, name: str) -> int | None:
    if not found.get(name):
        return None
    year = found.number(name)
    if year % 10 or year > 2100 or (year >= 100 and year < 1000):
        return None
    return year if year > 100 else 1900 + year


def year(found: Parts) -> Meaning | None:
    """« 2024 »."""
    return fixed(calendar.of_year(found.number("year")))


def century(found: Parts) -> Meaning | None:
    """« le XIXe siècle », « du XVIe au XVIIIe siècle »; the calendar of periods has none before our era."""
    first, last = found.number("first"), found.number("last") if found.get("last") else found.number("first")
    if found.value("unit") != Unit.CENTURY:
        return None
    if found.get("bc"):
        return Unknown()
    return fixed(calendar.between(calendar.of_years(first * 100 - 99, 100), calendar.of_years(last * 100 - 99, 100)))


def years(found: Parts) -> Meaning | None:
    """« 1950-1953 », « 2023/24 »."""
    first, last = found.number("year"), found.number("last")
    last += first // 100 * 100 if last < 100 else 0
    return fixed(calendar.between(calendar.of_year(first), calendar.of_year(last))) if 0 < last - first < 150 else None
