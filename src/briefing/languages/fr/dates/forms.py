"""The forms of French dates, in the order in which they are tried; a later one sees what the earlier left or made.

First what is no date, then what the calendar names, what is told from another day, and what puts dates together.
"""

from __future__ import annotations

from briefing.extract.dates import calendar, joined, named, relative
from briefing.extract.dates.calendar import Reach
from briefing.extract.dates.constructions import Construction, Constructions, Item, Parts
from briefing.extract.dates.meaning import Meaning, Nothing, Unknown, Weekday, Yearly
from briefing.languages.fr.dates.vocabulary import events, holiday

_IN_DAYS = {8: 1, 15: 2}
"""« lundi en huit », « lundi en quinze »: so many weeks later."""


def _is_day(item: Item) -> bool:
    """« 1er mai », « premier mai »; neither « 2e mai » nor « un mai pluvieux »."""
    return item.tag == "day" or (item.tag == "ordinal") == (item.value == 1)


def _day(found: Parts) -> Meaning | None:
    return named.day(found) if _is_day(found.named["day"]) else None


def _bare_day(found: Parts) -> Meaning | None:
    return joined.bare_day(found) if _is_day(found.named["day"]) else None


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
    turn, after = named.reach(found), entry.easter
    if after is None:
        return named.in_year(found, Yearly(lambda year: calendar.of_date(year, entry.month, entry.day), turn))
    return named.in_year(found, Yearly(lambda year: calendar.of_easter(year, after), turn))


def _weekday_in(found: Parts) -> Meaning | None:
    """« lundi en huit »."""
    weeks = _IN_DAYS.get(found.number("weeks"))
    return Weekday(found.number("weekday"), Reach.NEXT, weeks) if weeks else None


_DAY = "(ce? weekday=anyweekday comma? le?)? day=anyday month=anymonth"
_FIRST = "first=day|ordinal (comma second=day)?"
_MUCH = "(low=number|day ou|à)? count|vague anyunit half_more?"
_SIDE, _END = "side=avant|après", "comma|stop|close|quote"

_NAMES = (
    Construction("street", "", "street (word|Name)? de|du|des [day|ordinal dash? anymonth (dash? year)?]"),
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

_CALENDAR = (
    Construction("numeric", "DAY", "[numeric]", named.numeric),
    Construction("numeric", "DAY", "[day=day slash month=day slash year=year|number|day]", named.apart),
    Construction("numeric", "DAY", "[year=year|number dash month=day dash day=day]", named.apart),
    Construction("numeric", "DAY", "le|du|au [day slash month=day]", named.slashed),
    Construction("days", "SPAN", f"[{_FIRST} joint=et|dash|slash day month=anymonth year? turn?]", named.days),
    Construction("day", "DAY", f"[{_DAY} year]", _day),
    Construction("no_such_day", "", f"[{_DAY} year]"),  # « le 29 février 2023 » is no day of 2024
    Construction("event_day", "DAY", "attack du [day month]", _untold),
    Construction("event_day", "", "[day Month]", _event),
    Construction("day", "DAY", f"[{_DAY} turn?]", _day),
    Construction(
        "weekday_day", "DAY", "[weekday=anyweekday day=day|ordinal] au|à|et|comma|stop|dash|close", named.weekday_day
    ),
    Construction("month", "MONTH", "[month=anymonth year]", named.month),
    Construction("month", "MONTH", "[month=anymonth short_year]", named.short_year),
    Construction("month", "MONTH", "[month turn?]", named.month),
    Construction("part_of_year", "SPAN", "[rank unit (de|du le? unit|length)? de? year]", named.part_of_year),
    Construction("part_of_year", "SPAN", "[rank=ordinal unit]", named.part_of_year),
    Construction("part_of_year", "SPAN", "[short=quarter|half year]", named.part_of_year),
    Construction("holiday_word", "", "word|Name de [holiday]"),
    Construction("holiday_name", "", "Name|dash|kin [holiday]"),
    Construction("holiday_name", "", "[holiday] Name"),
    Construction("holiday", "DAY", "[holiday year? turn?]", _holiday),
    Construction("winter", "SPAN", "[season=season|Season year dash|slash year|day]", named.winter),
    Construction("season", "SPAN", "[season=season|Season de? year]", named.season),
    Construction("season", "SPAN", "[le? season turn]", named.season),
    Construction("season", "SPAN", "[ce season]", named.season),
    Construction("habit", "", "noun|nouns|adjective|adjectives|participle le [season]"),
    Construction("season", "SPAN", "le|au|du|dès|dici|jusque [season]", named.season),
    Construction("decade", "SPAN", "[years count (dash last=year|number|day)?]", named.decade),
    Construction("decade", "SPAN", "[length count=year]", named.decade),
    Construction("before_christ", "YEAR", "[year|number|day bc]", _untold),
    Construction("century", "SPAN", "[first=roman|ordinal (et|dash le? last=roman|ordinal)? unit bc?]", named.century),
    Construction("years", "SPAN", "[year dash|slash last=year|number|day]", named.years),
    Construction("year", "YEAR", "[year]", named.year),
)

_SPEAKER = (
    Construction("this_part", "DAY", "[ce part|night]", relative.today),
    Construction("last_night", "DAY", "[le night last]", relative.last_night),
    Construction("deictic", "DAY", "[deictic part|night]", relative.deictic),
    Construction("figurative", "", "word|Name de [deictic]"),
    Construction("deictic", "DAY", "[deictic]", relative.deictic),
    Construction("nowadays", "", "de|adverb [today]"),
    Construction("nowadays", "", "[today adverb|adjective|adjectives|participle]"),
    Construction("today", "TODAY", "[today]", relative.today),
)

_COUNTED = (
    Construction("ago", "SPAN", f"[ilya adverb? bound? {_MUCH} decela]", relative.ago, relative.roughly),
    Construction("there_is", "", f"[ilya adverb? bound? {_MUCH}] de|du|des|offday"),
    Construction("ago", "SPAN", f"[ilya adverb? bound? {_MUCH}]", relative.ago, relative.roughly),
    Construction("ago_vague", "SPAN", "[ilya des anyunit]", relative.vague),
    Construction("length", "", "depuis adverb? bound? [(low=number|day ou|à)? count anyunit half_more?]"),
    Construction("since_vague", "SPAN", "depuis [des anyunit]", relative.vague),
    Construction("in", "SPAN", f"[dans adverb? bound? {_MUCH}]", relative.ahead, relative.roughly),
    Construction("within", "SPAN", f"dici bound? [{_MUCH}]", relative.ahead, relative.roughly),
    Construction("lasting", "", f"[{_MUCH} later] que"),
    Construction("later", "SPAN", f"[bound? {_MUCH} later]", relative.later, relative.roughly),
    Construction("lasting", "", "[count|vague anyunit avant|après] de|à|que"),
    Construction("lasting", "", "durant [count|vague anyunit avant|après]"),
    Construction("from_date", "SPAN", f"[{_MUCH} adverb? {_SIDE} le? DATED]", relative.from_date, relative.roughly),
    Construction("beside", "SPAN", f"[{_MUCH} adverb? {_SIDE}] {_END}", relative.beside, relative.roughly),
    Construction("hours", "DAY", "[count hours side=avant|après|later] comma|stop|close|quote", relative.hours),
    Construction("apposed", "SPAN", f"DATED comma [{_MUCH} adverb? avant|après|after_that]", joined.same),
    Construction("from_event", "SPAN", f"[{_MUCH} adverb? avant|après|after_that]", relative.vague),
)

_NEIGHBOURS = (
    Construction("to_date", "", "à [ce unit]"),
    Construction("same", "SPAN", "[ce|le same? anyunit là]", relative.anchored_neighbour),
    Construction("same", "SPAN", "[ce|le same anyunit]", relative.anchored_neighbour),
    Construction("very", "", "[le anyunit same] de|du|des|où"),
    Construction("same", "SPAN", "[le anyunit same]", relative.anchored_neighbour),
    Construction("following", "SPAN", "[le anyunit following]", relative.anchored_neighbour),
    Construction("following_vague", "SPAN", "[les anyunit following]", relative.vague),
    Construction("this", "SPAN", "[ce anyunit ci?]", relative.this),
    Construction("neighbour", "SPAN", "[le? anyunit turn]", relative.neighbour),
    Construction("current", "SPAN", "[le? anyunit current]", relative.neighbour),
    Construction("weekend", "SPAN", "durant|depuis le? [anyunit]", relative.weekend),
)

_VAGUE = (
    Construction("edge_of", "", "[le|les count? last|next anyunit] de|du|des"),
    Construction("running", "SPAN", "[le last|next anyunit]", relative.whole),
    Construction("running", "SPAN", "[les|ces? count? vague? last|next anyunit|hours]", relative.several),
    Construction("coming", "SPAN", "[le|les|ce|ces? anyunit coming|elapsed]", relative.vague),
    Construction("around_now", "SPAN", "[les|ces anyunit ci]", relative.vague),
    Construction("around_now", "SPAN", "[les|ces anyunit last|next]", relative.vague),
    Construction("length", "", "word|Name de [vague anyunit]"),
    Construction("some", "SPAN", "[ces? vague anyunit]", relative.vague),
)

_WEEKDAYS = (
    Construction("night", "SPAN", "night du [first=weekday au last=weekday]", relative.night),
    Construction("weekday_after", "DAY", "[le weekday following]", relative.weekday_after),
    Construction("weekday", "WEEKDAY", "[ce? weekday en weeks=number]", _weekday_in),
    Construction("weekday", "WEEKDAY", "[ce? weekday turn (au? part|night)?]", relative.weekday),
    Construction("weekdays", "SPAN", "du|de [first=weekday à last=weekday]", relative.weekdays),
    Construction("habit", "", "le|les|du|au|number|each ordinal? [weekday (au? part|night)?]"),
    Construction("weekday", "WEEKDAY", "[this=ce? weekday (au? part|night)?]", relative.weekday),
)

_START = "le|les|des|au|du|de|entre|comma|weekday"

_NAMED = (
    Construction("month_of", "MONTH", "[ce unit de DATED=MONTH]", joined.same),
    Construction("week_of", "SPAN", "[ce? unit de|du le? DAY]", joined.week_of),
)

_JOINED = (
    Construction("within", "SPAN", "[part=MONTH|DAY|SPAN de year=YEAR|SPAN]", joined.within),
    Construction("school_year", "", "[mod de|du le? anyunit school]"),
    Construction("part", "SPAN", "[mod du|de unit de DATED=MONTH]", joined.same, joined.mod),
    Construction("part", "SPAN", "[mod (de|du|des)? le|les? DATED=MONTH|YEAR|SPAN]", joined.same, joined.mod),
    Construction("adjectival", "", "de [mod de anyunit]"),
    Construction("part", "SPAN", "en|au [mod de anyunit]", joined.current, joined.mod),
    Construction("part", "SPAN", "[ce mod de anyunit]", joined.current, joined.mod),
    Construction("part", "SPAN", "[mod de le anyunit]", joined.current, joined.mod),
    Construction("part", "SPAN", "[mod du anyunit]", joined.current, joined.mod),
    Construction("months", "SPAN", "[les? count rank anyunit de year=YEAR|SPAN]", joined.months),
    Construction("months", "SPAN", "[les? count rank anyunit de le whole=unit|length]", joined.months),
    Construction("days_of_month", "SPAN", "[les? count rank anyunit de month=MONTH]", joined.first_days),
    Construction("edge", "SPAN", "[le? rank about DATED=MONTH]", joined.same, joined.mod),
    Construction("edge", "SPAN", "[le|les? count? rank anyunit de|du|des le|les? DATED]", joined.same, joined.mod),
    Construction("watch", "", "[le? eve watch]"),
    Construction("eve_of", "DAY", "[le|ce? eve de|du le? DAY]", joined.eve_of),
    Construction("on_the_eve", "", "au|du [eve]"),
    Construction("on_the_eve", "", "à [le eve]"),
    Construction("eve_of_event", "DAY", "[le eve] de|du|des", _untold),
    Construction("eve", "DAY", "[le eve (au? part|night)?]", joined.eve),
    Construction("same_day", "DAY", "[first=DAY|TODAY comma? WEEKDAY|DAY]", joined.named_twice),
)

_LISTED = (
    *(
        Construction("day_in_list", "DAY", f"{_START} [day|ordinal] au|à|et|ou|comma|dash|jusque le? DAY", _bare_day)
        for _ in range(4)
    ),
    Construction("in_list", "DAY", "[part=DAY] et|ou|comma le|les? after=DAY", joined.sibling),
    Construction("in_list", "MONTH", "[part=MONTH] et|ou en? after=MONTH", joined.sibling),
    Construction("interval", "SPAN", "entre le? [first=DATED et le? last=DATED]", joined.interval),
    Construction(
        "interval", "SPAN", "de|du|des|depuis le? [first=DATED à|au|jusque le? last=DATED|TODAY]", joined.interval
    ),
    Construction("interval", "SPAN", "[first=MONTH dash|slash last=MONTH]", joined.interval),
    Construction("interval", "SPAN", "[first=DAY dash last=DAY]", joined.interval),
    Construction("day_of_week", "DAY", "[WEEKDAY de SPAN]", joined.day_of_week),
    Construction("roughly", "SPAN", "towards le? [DATED]", joined.same, joined.approx),
    Construction("bounded", "SPAN", "side=avant|après le? [DATED]", joined.same, joined.side),
)

CONSTRUCTIONS = Constructions(
    (*_NAMES, *_CALENDAR, *_SPEAKER, *_NAMED, *_WEEKDAYS, *_NEIGHBOURS, *_JOINED, *_COUNTED, *_VAGUE, *_LISTED),
    {
        "DATED": "DAY|MONTH|YEAR|WEEKDAY|SPAN",
        "anyday": "day|number|ordinal",
        "anyunit": "unit|length|years",
        "word": "noun|nouns",
        "count": "number|day|year|about",
        "anymonth": "month|Month|abbr",
        "anyweekday": "weekday|Weekday",
        "rank": "ordinal|last",
        "turn": "last|next",
    },
)
