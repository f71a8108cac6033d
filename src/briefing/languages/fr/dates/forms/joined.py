"""Forms that put dates together: part of a period, eve of a day, list, interval."""

from __future__ import annotations

from briefing.languages.fr.dates import periods
from briefing.languages.fr.dates.compound import Beside, Between, EdgeDays, Moved, WeekOf, Within
from briefing.languages.fr.dates.forms.language import Found, Rule
from briefing.languages.fr.dates.meaning import Edge, Fixed, Meaning, MonthDay, Offset, Unknown, Weekday, Yearly
from briefing.languages.fr.dates.periods import Unit
from briefing.languages.fr.dates.words.vocabulary import unit

_CURRENT = {Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR}
_START = "le|les|des|au|du|de|entre|comma|weekday"


def _same(found: Found) -> Meaning:
    return found.meaning("DATED")


def _mod(found: Found) -> str | None:
    """start, mid or end, by the noun or by « premiers », « derniers »."""
    rank = found.get("rank")
    if rank:
        return "end" if rank.tag == "last" else "start" if rank.value == 1 else None
    return str(found.value("mod"))


def _approx(_found: Found) -> str | None:
    return "approx"


def _current(found: Found) -> Meaning | None:
    """« la fin du mois », « en début d'année »."""
    kind = unit(found.value("anyunit"))
    return Edge(kind, str(found.value("mod"))) if kind in _CURRENT else None


def _within(found: Found) -> Meaning | None:
    """« juin de l'an dernier »."""
    part, year = found.meaning("part"), found.meaning("year")
    whole = (isinstance(year, Offset) and year.unit is Unit.YEAR) or isinstance(year, Fixed)
    return Within(part, year) if isinstance(part, Yearly) and part.reach is None and whole else None


def _months(found: Found) -> Meaning | None:
    """« les neuf premiers mois de 2024 », « les six derniers mois de l'année »."""
    count, kind = found.number("count"), unit(found.value("anyunit"))
    year = found.meaning("year") if found.get("year") else Offset(Unit.YEAR, 0)
    if kind is not Unit.MONTH or count > 12 or (found.get("whole") and found.value("whole") != Unit.YEAR):
        return None
    first, last = (13 - count, 12) if found.named["rank"].tag == "last" else (1, count)
    return Within(Yearly(lambda y: periods.between(periods.of_month(y, first), periods.of_month(y, last))), year)


def _first_days(found: Found) -> Meaning | None:
    """« les dix premiers jours d'août »."""
    if unit(found.value("anyunit")) is not Unit.DAY:
        return None
    count = found.number("count")
    return EdgeDays(found.meaning("month"), -count if found.named["rank"].tag == "last" else count)


def _eve_of(found: Found) -> Meaning:
    return Moved(found.meaning("DAY"), Unit.DAY, found.number("eve"))


def _eve(found: Found) -> Meaning:
    return Offset(Unit.DAY, found.number("eve"), anchored=True)


def _of_event(_found: Found) -> Meaning:
    return Unknown()


def _week_of(found: Found) -> Meaning | None:
    return WeekOf(found.meaning("DAY")) if unit(found.value("unit")) is Unit.WEEK else None


def _day_of_week(found: Found) -> Meaning | None:
    day, week = found.meaning("WEEKDAY"), found.meaning("SPAN")
    of_week = isinstance(week, WeekOf) or (isinstance(week, Offset) and week.unit is Unit.WEEK)
    return WeekOf(week, day.number) if isinstance(day, Weekday) and of_week else None


def _named_twice(found: Found) -> Meaning | None:
    """« hier lundi », « aujourd'hui vendredi 3 mai »: one day."""
    first = found.meaning("first")
    return first if isinstance(first, Offset) and first.unit is Unit.DAY and not first.anchored else None


def _bare_day(found: Found) -> Meaning | None:
    """« les 3, 10 et 17 mai »: the month is told at the end."""
    day = found.named["day"]
    if day.tag == "ordinal" and day.value != 1:
        return None
    return Beside(MonthDay(found.number("day")), found.meaning("DAY"))


def _sibling(found: Found) -> Meaning | None:
    """« en mars et avril 2023 », « mardi 12 et mercredi 13 mai »: the year or the month is told at the end."""
    part, after = found.meaning("part"), found.meaning("after")
    open_part = isinstance(part, MonthDay) or (isinstance(part, Yearly) and part.reach is None)
    told = isinstance(after, Fixed) or isinstance(part, MonthDay)
    return Beside(part, after) if open_part and told else None


def _interval(found: Found) -> Meaning | None:
    return Between(found.meaning("first"), found.meaning("last"))


NAMED = (Rule("month_of", "MONTH", "[ce unit de DATED=MONTH]", _same),)

JOINED = (
    Rule("within", "SPAN", "[part=MONTH|DAY|SPAN de year=YEAR|SPAN]", _within),
    Rule("school_year", "", "[mod de|du le? anyunit school]"),
    Rule("part", "SPAN", "[mod du|de unit de DATED=MONTH]", _same, _mod),
    Rule("part", "SPAN", "[mod (de|du|des)? le|les? DATED=MONTH|YEAR|SPAN]", _same, _mod),
    Rule("adjectival", "", "de [mod de anyunit]"),
    Rule("part", "SPAN", "en [mod de anyunit]", _current, _mod),
    Rule("part", "SPAN", "[mod de le anyunit]", _current, _mod),
    Rule("part", "SPAN", "[mod du anyunit]", _current, _mod),
    Rule("months", "SPAN", "[les? count rank=ordinal|last anyunit de year=YEAR|SPAN]", _months),
    Rule("months", "SPAN", "[les? count rank=ordinal|last anyunit de le whole=unit|length]", _months),
    Rule("days_of_month", "SPAN", "[les? count rank=ordinal|last anyunit de month=MONTH]", _first_days),
    Rule("edge", "SPAN", "[le? rank=ordinal|last about DATED=MONTH]", _same, _mod),
    Rule("edge", "SPAN", "[le|les? count? rank=ordinal|last anyunit de|du|des le|les? DATED]", _same, _mod),
    Rule("watch", "", "[le? eve watch]"),
    Rule("eve_of", "DAY", "[le|ce? eve de|du le? DAY]", _eve_of),
    Rule("on_the_eve", "", "au|du [eve]"),
    Rule("on_the_eve", "", "à [le eve]"),
    Rule("eve_of_event", "DAY", "[le eve] de|du|des", _of_event),
    Rule("eve", "DAY", "[le eve (au? part|night)?]", _eve),
    Rule("same_day", "DAY", "[first=DAY|TODAY comma? WEEKDAY|DAY]", _named_twice),
)

LISTED = (
    *(
        Rule("day_in_list", "DAY", f"{_START} [day|ordinal] au|à|et|ou|comma|dash|jusque le? DAY", _bare_day)
        for _ in range(4)
    ),
    Rule("in_list", "DAY", "[part=DAY] et|ou|comma le|les? after=DAY", _sibling),
    Rule("in_list", "MONTH", "[part=MONTH] et|ou en? after=MONTH", _sibling),
    Rule("interval", "SPAN", "entre le? [first=DATED et le? last=DATED]", _interval),
    Rule("interval", "SPAN", "de|du|des|depuis le? [first=DATED à|au|jusque le? last=DATED|TODAY]", _interval),
    Rule("interval", "SPAN", "[first=MONTH dash|slash last=MONTH]", _interval),
    Rule("interval", "SPAN", "[first=DAY dash last=DAY]", _interval),
    Rule("week_of", "SPAN", "[unit du DAY]", _week_of),
    Rule("day_of_week", "DAY", "[WEEKDAY de SPAN]", _day_of_week),
    Rule("roughly", "SPAN", "towards le? [DATED]", _same, _approx),
)
