"""Forms that put dates together: part of a period, eve of a day, list, interval."""

from __future__ import annotations

from briefing.extract.dates import calendar
from briefing.extract.dates.calendar import Unit
from briefing.extract.dates.compound import Beside, Between, EdgeDays, Moved, WeekendOf, WeekOf, Within
from briefing.extract.dates.constructions import Construction, Parts
from briefing.extract.dates.meaning import Edge, Fixed, Meaning, MonthDay, Offset, Unknown, Weekday, Yearly
from briefing.languages.fr.dates.vocabulary import unit

_CURRENT = {Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR}
_START = "le|les|des|au|du|de|entre|comma|weekday"


def _same(found: Parts) -> Meaning:
    return found.meaning("DATED")


def _mod(found: Parts) -> str | None:
    """start, mid or end, by the noun or by « premiers », « derniers »."""
    rank = found.get("rank")
    if rank:
        return "end" if rank.tag == "last" else "start" if rank.value == 1 else None
    return str(found.value("mod"))


def _approx(_found: Parts) -> str | None:
    return "approx"


def _side(found: Parts) -> str | None:
    """« avant le 15 avril » names a day that is not meant; « avant la fin du mois » its own part."""
    return found.named["DATED"].mod or ("before" if found.number("side") < 0 else "after")


def _current(found: Parts) -> Meaning | None:
    """« la fin du mois », « en début d'année »."""
    kind = unit(found.value("anyunit"))
    return Edge(kind, str(found.value("mod"))) if kind in _CURRENT else None


def _within(found: Parts) -> Meaning | None:
    """« juin de l'an dernier »."""
    part, year = found.meaning("part"), found.meaning("year")
    whole = (isinstance(year, Offset) and year.unit is Unit.YEAR) or isinstance(year, Fixed)
    return Within(part, year) if isinstance(part, Yearly) and part.reach is None and whole else None


def _months(found: Parts) -> Meaning | None:
    """« les neuf premiers mois de 2024 », « les six derniers mois de l'année »."""
    count, kind = found.number("count"), unit(found.value("anyunit"))
    year = found.meaning("year") if found.get("year") else Offset(Unit.YEAR, 0)
    if kind is not Unit.MONTH or count > 12 or (found.get("whole") and found.value("whole") != Unit.YEAR):
        return None
    first, last = (13 - count, 12) if found.named["rank"].tag == "last" else (1, count)
    return Within(Yearly(lambda y: calendar.between(calendar.of_month(y, first), calendar.of_month(y, last))), year)


def _first_days(found: Parts) -> Meaning | None:
    """« les dix premiers jours d'août »."""
    if unit(found.value("anyunit")) is not Unit.DAY:
        return None
    count = found.number("count")
    return EdgeDays(found.meaning("month"), -count if found.named["rank"].tag == "last" else count)


def _eve_of(found: Parts) -> Meaning:
    return Moved(found.meaning("DAY"), Unit.DAY, found.number("eve"))


def _eve(found: Parts) -> Meaning:
    return Offset(Unit.DAY, found.number("eve"), anchored=True)


def _of_event(_found: Parts) -> Meaning:
    return Unknown()


def _week_of(found: Parts) -> Meaning | None:
    """« la semaine du 3 juin », « le week-end de Pâques »."""
    kind = unit(found.value("unit"))
    if kind is Unit.WEEKEND:
        return WeekendOf(found.meaning("DAY"))
    return WeekOf(found.meaning("DAY")) if kind is Unit.WEEK else None


def _day_of_week(found: Parts) -> Meaning | None:
    day, week = found.meaning("WEEKDAY"), found.meaning("SPAN")
    of_week = isinstance(week, WeekOf) or (isinstance(week, Offset) and week.unit is Unit.WEEK)
    return WeekOf(week, day.number) if isinstance(day, Weekday) and of_week else None


def _named_twice(found: Parts) -> Meaning | None:
    """« hier lundi », « aujourd'hui vendredi 3 mai »: one day."""
    first = found.meaning("first")
    return first if isinstance(first, Offset) and first.unit is Unit.DAY and not first.anchored else None


def _bare_day(found: Parts) -> Meaning | None:
    """« les 3, 10 et 17 mai »: the month is told at the end."""
    day = found.named["day"]
    if day.tag == "ordinal" and day.value != 1:
        return None
    return Beside(MonthDay(found.number("day")), found.meaning("DAY"))


def _sibling(found: Parts) -> Meaning | None:
    """« en mars et avril 2023 », « mardi 12 et mercredi 13 mai »: the year or the month is told at the end."""
    part, after = found.meaning("part"), found.meaning("after")
    open_part = isinstance(part, MonthDay) or (isinstance(part, Yearly) and part.reach is None)
    told = isinstance(after, Fixed) or isinstance(part, MonthDay)
    return Beside(part, after) if open_part and told else None


def _interval(found: Parts) -> Meaning | None:
    return Between(found.meaning("first"), found.meaning("last"))


NAMED = (
    Construction("month_of", "MONTH", "[ce unit de DATED=MONTH]", _same),
    Construction("week_of", "SPAN", "[ce? unit de|du le? DAY]", _week_of),
)

JOINED = (
    Construction("within", "SPAN", "[part=MONTH|DAY|SPAN de year=YEAR|SPAN]", _within),
    Construction("school_year", "", "[mod de|du le? anyunit school]"),
    Construction("part", "SPAN", "[mod du|de unit de DATED=MONTH]", _same, _mod),
    Construction("part", "SPAN", "[mod (de|du|des)? le|les? DATED=MONTH|YEAR|SPAN]", _same, _mod),
    Construction("adjectival", "", "de [mod de anyunit]"),
    Construction("part", "SPAN", "en|au [mod de anyunit]", _current, _mod),
    Construction("part", "SPAN", "[ce mod de anyunit]", _current, _mod),
    Construction("part", "SPAN", "[mod de le anyunit]", _current, _mod),
    Construction("part", "SPAN", "[mod du anyunit]", _current, _mod),
    Construction("months", "SPAN", "[les? count rank=ordinal|last anyunit de year=YEAR|SPAN]", _months),
    Construction("months", "SPAN", "[les? count rank=ordinal|last anyunit de le whole=unit|length]", _months),
    Construction("days_of_month", "SPAN", "[les? count rank=ordinal|last anyunit de month=MONTH]", _first_days),
    Construction("edge", "SPAN", "[le? rank=ordinal|last about DATED=MONTH]", _same, _mod),
    Construction("edge", "SPAN", "[le|les? count? rank=ordinal|last anyunit de|du|des le|les? DATED]", _same, _mod),
    Construction("watch", "", "[le? eve watch]"),
    Construction("eve_of", "DAY", "[le|ce? eve de|du le? DAY]", _eve_of),
    Construction("on_the_eve", "", "au|du [eve]"),
    Construction("on_the_eve", "", "à [le eve]"),
    Construction("eve_of_event", "DAY", "[le eve] de|du|des", _of_event),
    Construction("eve", "DAY", "[le eve (au? part|night)?]", _eve),
    Construction("same_day", "DAY", "[first=DAY|TODAY comma? WEEKDAY|DAY]", _named_twice),
)

LISTED = (
    *(
        Construction("day_in_list", "DAY", f"{_START} [day|ordinal] au|à|et|ou|comma|dash|jusque le? DAY", _bare_day)
        for _ in range(4)
    ),
    Construction("in_list", "DAY", "[part=DAY] et|ou|comma le|les? after=DAY", _sibling),
    Construction("in_list", "MONTH", "[part=MONTH] et|ou en? after=MONTH", _sibling),
    Construction("interval", "SPAN", "entre le? [first=DATED et le? last=DATED]", _interval),
    Construction("interval", "SPAN", "de|du|des|depuis le? [first=DATED à|au|jusque le? last=DATED|TODAY]", _interval),
    Construction("interval", "SPAN", "[first=MONTH dash|slash last=MONTH]", _interval),
    Construction("interval", "SPAN", "[first=DAY dash last=DAY]", _interval),
    Construction("day_of_week", "DAY", "[WEEKDAY de SPAN]", _day_of_week),
    Construction("roughly", "SPAN", "towards le? [DATED]", _same, _approx),
    Construction("bounded", "SPAN", "side=avant|après le? [DATED]", _same, _side),
)
