"""What forms mean that put dates together: part of a period, eve of a day, list, interval.

Each function is the meaning of a form's parts, None where they are no date; `mod`, `approx` and `side` tell what part
of it is meant. The parts are words, and dates that earlier forms made (`DATED`, `DAY`, `first`, `last`, `after` …).
"""

from __future__ import annotations

from briefing.extract.dates import calendar
from briefing.extract.dates.calendar import Unit
from briefing.extract.dates.compound import Beside, Between, EdgeDays, Moved, WeekendOf, WeekOf, Within
from briefing.extract.dates.constructions import Parts
from briefing.extract.dates.meaning import Edge, Fixed, Meaning, MonthDay, Offset, Weekday, Yearly

_CURRENT = {Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR}


def same(found: Parts) -> Meaning:
    """The date itself, of which another part or side is meant."""
    return found.meaning("DATED")


def mod(found: Parts) -> str | None:
    """start, mid or end, by the noun or by « premiers », « derniers »."""
    rank = found.get("rank")
    if rank:
        return "end" if rank.tag == "last" else "start" if rank.value == 1 else None
    return str(found.value("mod"))


def approx(_found: Parts) -> str | None:
    """« vers 1930 »."""
    return "approx"


def side(found: Parts) -> str | None:
    """« avant le 15 avril » names a day that is not meant; « avant la fin du mois » its own part."""
    return found.named["DATED"].mod or ("before" if found.number("side") < 0 else "after")


def current(found: Parts) -> Meaning | None:
    """« la fin du mois », « en début d'année »."""
    kind = found.unit("anyunit")
    return Edge(kind, str(found.value("mod"))) if kind in _CURRENT else None


def within(found: Parts) -> Meaning | None:
    """« juin de l'an dernier »."""
    part, year = found.meaning("part"), found.meaning("year")
    whole = (isinstance(year, Offset) and year.unit is Unit.YEAR) or isinstance(year, Fixed)
    return Within(part, year) if isinstance(part, Yearly) and part.reach is None and whole else None


def months(found: Parts) -> Meaning | None:
    """« les neuf premiers mois de 2024 », « les six derniers mois de l'année »."""
    count, kind = found.number("count"), found.unit("anyunit")
    year = found.meaning("year") if found.get("year") else Offset(Unit.YEAR, 0)
    if kind is not Unit.MONTH or count > 12 or (found.get("whole") and found.value("whole") != Unit.YEAR):
        return None
    first, last = (13 - count, 12) if found.named["rank"].tag == "last" else (1, count)
    return Within(Yearly(lambda y: calendar.between(calendar.of_month(y, first), calendar.of_month(y, last))), year)


def first_days(found: Parts) -> Meaning | None:
    """« les dix premiers jours d'août »."""
    if found.unit("anyunit") is not Unit.DAY:
        return None
    count = found.number("count")
    return EdgeDays(found.meaning("month"), -count if found.named["rank"].tag == "last" else count)


def eve_of(found: Parts) -> Meaning:
    """« la veille de Noël »."""
    return Moved(found.meaning("DAY"), Unit.DAY, found.number("eve"))


def eve(found: Parts) -> Meaning:
    """« la veille », « le lendemain », of the date told before."""
    return Offset(Unit.DAY, found.number("eve"), anchored=True)


def week_of(found: Parts) -> Meaning | None:
    """« la semaine du 3 juin », « le week-end de Pâques »."""
    kind = found.unit("unit")
    if kind is Unit.WEEKEND:
        return WeekendOf(found.meaning("DAY"))
    return WeekOf(found.meaning("DAY")) if kind is Unit.WEEK else None


def day_of_week(found: Parts) -> Meaning | None:
    """« le mardi de la semaine du 3 juin »."""
    day, week = found.meaning("WEEKDAY"), found.meaning("SPAN")
    of_week = isinstance(week, WeekOf) or (isinstance(week, Offset) and week.unit is Unit.WEEK)
    return WeekOf(week, day.number) if isinstance(day, Weekday) and of_week else None


def named_twice(found: Parts) -> Meaning | None:
    """« hier lundi », « aujourd'hui vendredi 3 mai »: one day."""
    first = found.meaning("first")
    return first if isinstance(first, Offset) and first.unit is Unit.DAY and not first.anchored else None


def bare_day(found: Parts) -> Meaning:
    """« les 3, 10 et 17 mai »: the month is told at the end."""
    return Beside(MonthDay(found.number("day")), found.meaning("DAY"))


def sibling(found: Parts) -> Meaning | None:
    """« en mars et avril 2023 », « mardi 12 et mercredi 13 mai »: the year or the month is told at the end."""
    part, after = found.meaning("part"), found.meaning("after")
    open_part = isinstance(part, MonthDay) or (isinstance(part, Yearly) and part.reach is None)
    told = isinstance(after, Fixed) or isinstance(part, MonthDay)
    return Beside(part, after) if open_part and told else None


def interval(found: Parts) -> Meaning:
    """« de juin à septembre », « entre 2020 et 2022 »."""
    return Between(found.meaning("first"), found.meaning("last"))
