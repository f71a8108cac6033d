"""Forms of dates that name a day, a month, a season, a quarter, a year, a decade or a century."""

from __future__ import annotations

from functools import partial

from briefing.extract.dates import calendar
from briefing.extract.dates.calendar import Reach, Unit
from briefing.extract.dates.compound import Between
from briefing.extract.dates.constructions import Construction, Parts
from briefing.extract.dates.meaning import FAR, Fixed, Meaning, MonthDay, Nothing, Unknown, Yearly
from briefing.languages.fr.dates.vocabulary import events, holiday
from briefing.model.date import Date

_LENGTHS = {Unit.QUARTER.value: 3, Unit.HALF.value: 6}


def fixed(period: Date | None) -> Meaning | None:
    """A meaning that needs no moment; None for what the calendar does not have."""
    return Fixed(period) if period else None


def reach(found: Parts) -> Reach | None:
    """The direction that « dernier » or « prochain » gives."""
    adjective = found.get("turn")
    return None if adjective is None else Reach.LAST if adjective.tag == "last" else Reach.NEXT


def _in_year(found: Parts, meaning: Yearly) -> Meaning | None:
    """The date in the year that the form names, or the recurring date."""
    return fixed(meaning.of(found.number("year"))) if found.get("year") else meaning


def _numeric(found: Parts) -> Meaning | None:
    """« 12.05.2024 », « 12.05.24 »."""
    day, month, year = (int(part) for part in str(found.value("numeric")).split("."))
    return fixed(calendar.of_date(year + 2000 if year < 100 else year, month, day))


def _apart(found: Parts) -> Meaning | None:
    """« 12/05/2024 », « 2024-05-12 », without a space."""
    year, month, day = (found.named[name] for name in ("year", "month", "day"))
    first, last = (year, day) if year.start < day.start else (day, year)
    written = last.end - first.start == sum(item.end - item.start for item in (year, month, day)) + 2
    number = found.number("year")
    of = number + 2000 if number < 100 else number
    return fixed(calendar.of_date(of, found.number("month"), found.number("day"))) if written else None


def _slashed(found: Parts) -> Meaning | None:
    """« le 12/05 »."""
    day, month = found.number("day"), found.number("month")
    return Yearly(lambda year: calendar.of_date(year, month, day)) if calendar.of_date(2024, month, day) else None


def _day(found: Parts) -> Meaning | None:
    """« vendredi 3 mai 2024 »; without a year the weekday tells which."""
    day, month, weekday = found.number("day"), found.number("month"), found.value("weekday")
    if calendar.of_date(2024, month, day) is None or (found.named["day"].tag == "ordinal") > (day == 1):
        return None
    if found.named["day"].tag == "number" and day == 1:
        return None  # « un mai pluvieux »
    if found.get("year") or weekday is None:
        return _in_year(found, Yearly(lambda year: calendar.of_date(year, month, day), reach(found)))

    def on_weekday(year: int) -> Date | None:
        date = calendar.of_date(year, month, day)
        return date if date and date.first.weekday() == weekday else None

    return Yearly(on_weekday, Reach.NEAREST, FAR)


def _days(found: Parts) -> Meaning | None:
    """« 12 et 13 mai », « 12, 13 et 14 mai » in a row, « 3-7 juin »; days apart are told one by one."""
    last = _day(found)
    span = found.number("day") - found.number("first")
    named = 2 if found.get("second") else 1
    if last is None or span < 1 or (span != named and found.named["et"].tag != "dash"):
        return None
    return Between(MonthDay(found.number("first")), last)


def _weekday_day(found: Parts) -> Meaning:
    """« lundi 3 », in a list or at an end: elsewhere the number counts something."""
    return MonthDay(found.number("day"), found.number("weekday"))


def _month(found: Parts) -> Meaning | None:
    month = found.number("month")
    return _in_year(found, Yearly(partial(_of_month, month), reach(found)))


def _of_month(month: int, year: int) -> Date | None:
    return calendar.of_month(year, month)


def _short_year(found: Parts) -> Meaning | None:
    """« mai 68 »: the twentieth century."""
    return fixed(calendar.of_month(1900 + found.number("short_year"), found.number("month")))


def _season(found: Parts) -> Meaning | None:
    code = found.number("season")
    return _in_year(found, Yearly(lambda year: calendar.of_season(year, code), reach(found)))


def _part(found: Parts) -> Meaning | None:
    """« premier trimestre 2024 », « dernier trimestre 2024 », « T1 », « second semestre »."""
    token = found.get("unit") or found.named["short"]
    length = _LENGTHS.get(str(token.value if token.tag == "unit" else token.tag))
    if length is None:
        return None
    rank = found.get("rank") or token
    number = 12 // length if rank.tag == "last" else int(rank.value or 0)
    if calendar.of_months(2024, length, number) is None:
        return None
    return _in_year(found, Yearly(lambda year: calendar.of_months(year, length, number)))


def _untold(_found: Parts) -> Meaning:
    """« les attentats du 13 novembre »: the year is not in the text."""
    return Unknown()


def _event(found: Parts) -> Meaning | None:
    """« le 11 Septembre »; « le 8 Mars » is but a capital too many."""
    return Nothing() if (found.number("day"), found.number("Month")) in events() else None


def _holiday(found: Parts) -> Meaning | None:
    entry = holiday(found.number("holiday"))
    if entry.event:
        return Nothing()
    if entry.easter is None:
        return _in_year(found, Yearly(lambda year: calendar.of_date(year, entry.month, entry.day), reach(found)))
    after = entry.easter
    return _in_year(found, Yearly(lambda year: calendar.of_easter(year, after), reach(found)))


def _decade(found: Parts) -> Meaning | None:
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


def _century(found: Parts) -> Meaning | None:
    first, last = found.number("first"), found.number("last") if found.get("last") else found.number("first")
    if found.value("unit") != Unit.CENTURY:
        return None
    if found.get("bc"):
        return Unknown()  # the calendar of periods begins later
    return fixed(calendar.between(calendar.of_years(first * 100 - 99, 100), calendar.of_years(last * 100 - 99, 100)))


def _years(found: Parts) -> Meaning | None:
    """« 1950-1953 », « 2023/24 »."""
    first, last = found.number("year"), found.number("last")
    last += first // 100 * 100 if last < 100 else 0
    return fixed(calendar.between(calendar.of_year(first), calendar.of_year(last))) if 0 < last - first < 150 else None


def _winter(found: Parts) -> Meaning | None:
    """« l'hiver 2022-2023 » is named by the year in which it begins."""
    return fixed(calendar.of_season(found.number("year"), found.number("season")))


NAMES = (
    Construction("street", "", "street (word|Name)? de|du|des|le [day|ordinal dash? anymonth (dash? year)?]"),
    Construction("street", "", "street (word|Name)? de|du|le [holiday]"),
    Construction("hyphenated", "", "[day|ordinal|number dash anymonth (dash year)?]"),
    Construction("title", "", "quote [month|weekday|season|holiday] quote"),
    Construction("newspaper", "", "paper du [anyweekday]"),
    Construction("black_day", "", "[anyweekday black]"),
    Construction("each_year", "", "each [anyweekday? day|ordinal month]"),
    Construction("each_year", "", "each [season|month|holiday]"),
    Construction("term", "", "[ordinal unit] de word"),
    Construction("term", "", "[ordinal unit school]"),
)

CALENDAR = (
    Construction("numeric", "DAY", "[numeric]", _numeric),
    Construction("numeric", "DAY", "[day=day slash month=day slash year=year|number|day]", _apart),
    Construction("numeric", "DAY", "[year=year|number dash month=day dash day=day]", _apart),
    Construction("numeric", "DAY", "le|du|au [day slash month=day]", _slashed),
    Construction(
        "days",
        "SPAN",
        "[first=day|ordinal (comma second=day)? et|dash|slash day month=anymonth year? turn=last|next?]",
        _days,
    ),
    Construction(
        "day", "DAY", "[(ce? weekday=anyweekday comma? le?)? day=day|number|ordinal month=anymonth year]", _day
    ),
    Construction("event_day", "DAY", "attack du [day month]", _untold),
    Construction("event_day", "", "[day Month]", _event),
    Construction(
        "day",
        "DAY",
        "[(ce? weekday=anyweekday comma? le?)? day=day|number|ordinal month=anymonth turn=last|next?]",
        _day,
    ),
    Construction(
        "weekday_day", "DAY", "[weekday=anyweekday day=day|ordinal] au|à|et|comma|stop|dash|close", _weekday_day
    ),
    Construction("month", "MONTH", "[month=anymonth year]", _month),
    Construction("month", "MONTH", "[month=anymonth short_year]", _short_year),
    Construction("month", "MONTH", "[month turn=last|next?]", _month),
    Construction("part_of_year", "SPAN", "[rank=ordinal|last unit (de|du le? unit|length)? de? year]", _part),
    Construction("part_of_year", "SPAN", "[rank=ordinal unit]", _part),
    Construction("part_of_year", "SPAN", "[short=quarter|half year]", _part),
    Construction("holiday_word", "", "word|Name de [holiday]"),
    Construction("holiday_name", "", "Name|dash|kin [holiday]"),
    Construction("holiday_name", "", "[holiday] Name"),
    Construction("holiday", "DAY", "[holiday year? turn=last|next?]", _holiday),
    Construction("winter", "SPAN", "[season=season|Season year dash|slash year|day]", _winter),
    Construction("season", "SPAN", "[season=season|Season de? year]", _season),
    Construction("season", "SPAN", "[le? season turn=last|next]", _season),
    Construction("season", "SPAN", "[ce season]", _season),
    Construction("season", "SPAN", "le|au|du|dès|dici|jusque [season]", _season),
    Construction("decade", "SPAN", "[years count (dash last=year|number|day)?]", _decade),
    Construction("decade", "SPAN", "[length count=year]", _decade),
    Construction("before_christ", "YEAR", "[year|number|day bc]", _untold),
    Construction("century", "SPAN", "[first=roman|ordinal (et|dash le? last=roman|ordinal)? unit bc?]", _century),
    Construction("years", "SPAN", "[year dash|slash last=year|number|day]", _years),
    Construction("year", "YEAR", "[year]", lambda found: fixed(calendar.of_year(found.number("year")))),
)
