"""The forms of English dates, in the order in which they are tried; a later one sees what the earlier left or made."""

from __future__ import annotations

from briefing.extract.dates import calendar, joined, named, relative
from briefing.extract.dates.constructions import Construction, Constructions, Parts
from briefing.extract.dates.meaning import Meaning, Unknown

_MONTHS = 12


def _slashed(found: Parts) -> Meaning | None:
    """« 3/6/2024 » is the third of June to some and the sixth of March to others: no value."""
    one, other, year = found.number("one"), found.number("other"), found.number("year")
    if one > _MONTHS:
        return named.fixed(calendar.of_date(year, other, one))
    if other > _MONTHS or one == other:
        return named.fixed(calendar.of_date(year, one, other))
    return Unknown()


_MONTH, _DAY = "month=month|month_or_word", "day=day|ordinal"

_CALENDAR = (
    Construction("habit", "", "each [month|month_or_word|weekday|season|anyunit|part]"),
    Construction("iso", "DAY", "[year dash month=day dash day=day]", named.apart),
    Construction("numeric", "DAY", "[one=day slash other=day slash year]", _slashed),
    Construction("days", "SPAN", f"[first=day|ordinal joint=to|dash|and {_DAY} of? {_MONTH} year?]", named.days),
    Construction("days", "SPAN", f"[{_MONTH} first=day|ordinal joint=to|dash|and {_DAY} (comma? year)?]", named.days),
    Construction("day", "DAY", f"[(weekday comma? the?)? {_DAY} of? {_MONTH} (comma? year)?]", named.day),
    Construction("percentage", "", "month|month_or_word [day] measure"),
    Construction("day", "DAY", f"[(weekday comma?)? {_MONTH} {_DAY} (comma? year)?]", named.day),
    Construction("month", "MONTH", f"[{_MONTH} comma|of? year]", named.month),
    Construction("century", "SPAN", "[first=ordinal dash? unit]", named.century),
    Construction("part_of_year", "SPAN", "[rank unit of year]", named.part_of_year),
    Construction("part_of_year", "SPAN", "[rank=ordinal unit]", named.part_of_year),
    Construction("part_of_year", "SPAN", "[rank=last unit] of", named.part_of_year),
    Construction("season", "SPAN", "[season of? year]", named.season),
    Construction("decade", "SPAN", "[count=decade]", named.decade),
)

_NEAR = (
    Construction("last_night", "DAY", "[last part]", relative.last_night),
    Construction("this_part", "DAY", "[this part]", relative.today),
    Construction("deictic", "DAY", "[deictic part?]", relative.deictic),
    Construction("weekday", "WEEKDAY", "[turn weekday part?]", relative.weekday),
    Construction("weekday", "WEEKDAY", "[this? weekday part?]", relative.weekday),
    Construction("month", "MONTH", f"[turn {_MONTH}]", named.month),
    Construction("month", "MONTH", f"[this {_MONTH}]", named.month),
    Construction("season", "SPAN", "[turn season]", named.season),
    Construction("season", "SPAN", "[this season]", named.season),
    Construction("season", "SPAN", "lead the [season]", named.season),
    Construction("following", "SPAN", "the [following=following|next anyunit=unit]", relative.anchored_neighbour),
    Construction("neighbour", "SPAN", "[turn anyunit=unit]", relative.neighbour),
    Construction("this", "SPAN", "[this anyunit=unit]", relative.neighbour),
    Construction("ago", "SPAN", "[bound? count|vague anyunit ago]", relative.ago, relative.roughly),
    Construction("later", "SPAN", "[bound? count|vague anyunit later]", relative.later, relative.roughly),
    Construction("in", "AHEAD", "[in bound? count|vague anyunit]", relative.ahead, relative.roughly),
    Construction("running", "SPAN", "[near units]", relative.vague),
    Construction("running", "SPAN", "the [near|last|next|gone count|vague? units]", relative.vague),
)

_ALONE = (  # what names a date only behind a word that leads to one, or before another
    Construction("month", "MONTH", f"lead [{_MONTH}]", named.month),
    Construction("month", "MONTH", "stop|quote|open|dash [month]", named.month),
    *(Construction("month", "MONTH", f"MONTH and|to|dash|comma [{_MONTH}]", named.month) for _ in range(3)),
    Construction("year", "YEAR", "in|since [year] nouns", named.year),
    Construction("measure", "", "[year to|and|dash|comma year nouns|measure|units]"),
    Construction("measure", "", "[year] nouns|measure|units"),
    Construction("years", "SPAN", "lead|open [year dash last=year|number|day]", named.years),
    Construction("year", "YEAR", "lead|open|to|and [year]", named.year),
    *(Construction("year", "YEAR", "YEAR and|to|comma [year]", named.year) for _ in range(3)),
)

_JOINED = (
    Construction("within", "SPAN", "[part=MONTH|SPAN of the? year=SPAN]", joined.within),
    Construction("part", "SPAN", "[mod of? the? DATED=MONTH|YEAR|SPAN]", joined.same, joined.mod),
    Construction("part", "SPAN", "[mod of the anyunit]", joined.current, joined.mod),
    *(Construction("day_in_list", "DAY", "[day|ordinal] and|comma DAY", joined.bare_day) for _ in range(3)),
    Construction("interval", "SPAN", "from [first=DATED to the? last=DATED]", joined.interval),
    Construction("interval", "SPAN", "between [first=DATED and the? last=DATED]", joined.interval),
    Construction("interval", "SPAN", "[first=MONTH dash|to last=MONTH]", joined.interval),
)

CONSTRUCTIONS = Constructions(
    (*_CALENDAR, *_NEAR, *_ALONE, *_JOINED),
    {
        "DATED": "DAY|MONTH|YEAR|SPAN",
        "anyunit": "unit|units",
        "bound": "bound|around",
        "count": "number|day|year",
        "rank": "ordinal|last",
        "turn": "last|next",
        "lead": "in|since|until|lead|around|from|between|of|mod",
    },
)
