"""What a date means on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.languages.en.dates.days import day_of
from briefing.languages.en.dates.moment import Meaning, Moment, named_year, nearest_month, nearest_season, season_number
from briefing.languages.en.dates.relative import ago, hence, near, tonight, weekday
from briefing.languages.en.dates.vocabulary import month, ordinal

_MODS = {
    "early": "start",
    "beginning of": "start",
    "start of": "start",
    "mid": "mid",
    "middle of": "mid",
    "late": "end",
    "end of": "end",
}


def meaning(match: re.Match[str], moment: Moment) -> Meaning:
    """The value of a date of any shape."""
    groups = {name: words for name, words in match.groupdict().items() if words is not None}
    return _READERS[match.lastgroup or ""](groups, moment)


def _iso(g: dict[str, str], _: Moment) -> Meaning:
    return Meaning(day_of(int(g["iso_y"]), int(g["iso_m"]), int(g["iso_d"])))


def _numeric(g: dict[str, str], _: Moment) -> Meaning:
    """« 3/6/2024 » is the third of June to some and the sixth of March to others: no value."""
    one, other, year = int(g["num_a"]), int(g["num_b"]), int(g["num_y"])
    if one > 12:
        return Meaning(day_of(year, other, one))
    return Meaning(day_of(year, one, other)) if other > 12 or one == other else Meaning(None)


def _day_month(g: dict[str, str], moment: Moment) -> Meaning:
    words = g.get("dm_m") or g["md_m"]
    number = int(g.get("dm_d") or g["md_d"])
    return Meaning(_of_year(g.get("dm_y") or g.get("md_y"), month(words), number, moment))


def _days(g: dict[str, str], moment: Moment) -> Meaning:
    ends = [_of_year(g.get("days_y"), month(g["days_m"]), int(g[name]), moment) for name in ("days_a", "days_b")]
    return Meaning("/".join(e for e in ends if e) if all(ends) else None)


def _of_year(year: str | None, number: int, day: int, moment: Moment) -> str | None:
    """The day of that year, or the nearest in the direction of the sentence."""
    if year:
        return day_of(int(year), number, day)
    if moment.day is None:
        return None
    one = (number, day) > (moment.day.month, moment.day.day)
    shift = (
        0 if one == moment.ahead or (number, day) == (moment.day.month, moment.day.day) else 1 if moment.ahead else -1
    )
    return day_of(moment.day.year + shift, number, day)


def _month(g: dict[str, str], moment: Moment) -> Meaning:
    words = g.get("my_m") or g.get("pm_m") or g["m_m"]
    year = g.get("my_y") or g.get("pm_y")
    mod = _MODS.get(g["pm_p"].lower()) if "pm_p" in g else None
    if year:
        return Meaning(f"{year}-{month(words):02}", mod)
    return Meaning(nearest_month(month(words), moment), mod)


def _year(g: dict[str, str], _: Moment) -> Meaning:
    return Meaning(g["y_y"])


def _part_year(g: dict[str, str], moment: Moment) -> Meaning:
    return Meaning(g.get("py_y") or named_year(g["py_w"], moment), _MODS[g["py_p"].lower()])


def _span(g: dict[str, str], _: Moment) -> Meaning:
    first, last = g["sp_a"], g["sp_b"]
    last = last if len(last) == 4 else first[:2] + last
    return Meaning(f"{first}/{last}" if first < last else None)


def _quarter(g: dict[str, str], moment: Moment) -> Meaning:
    year = g.get("q_y") or named_year(g.get("q_w", "the year"), moment)
    size = 3 if g["q_u"] == "quarter" else 6
    number = 12 // size if g["q_n"] == "last" else ordinal("ordinals", g["q_n"])
    if year is None or number * size > 12:
        return Meaning(None)
    return Meaning(f"{year}-{(number - 1) * size + 1:02}/{year}-{number * size:02}")


def _decade(g: dict[str, str], _: Moment) -> Meaning:
    first = int(g.get("dec_y") or f"19{g['dec_s']}")
    mod = _MODS[g["dec_p"].lower()] if "dec_p" in g else None
    return Meaning(f"{first}/{first + 9}", mod)


def _century(g: dict[str, str], _: Moment) -> Meaning:
    number = int(g["c_n"]) if "c_n" in g else ordinal("ordinals", g["c_w"])
    return Meaning(f"{(number - 1) * 100 + 1:04}/{number * 100:04}" if 0 < number < 30 else None)


def _season(g: dict[str, str], moment: Moment) -> Meaning:
    number = season_number(g.get("sy_s") or g["s_s"])
    return Meaning(f"{g['sy_y']}-{20 + number}" if "sy_y" in g else nearest_season(number, moment))


_READERS: dict[str, Callable[[dict[str, str], Moment], Meaning]] = {
    "iso": _iso,
    "numeric": _numeric,
    "days": _days,
    "day_month": _day_month,
    "month_day": _day_month,
    "quarter": _quarter,
    "part_month": _month,
    "month_year": _month,
    "month": _month,
    "part_decade": _decade,
    "century": _century,
    "part_year": _part_year,
    "season_year": _season,
    "season": _season,
    "span": _span,
    "tonight": tonight,
    "near": near,
    "ago": ago,
    "hence": hence,
    "vague": lambda _g, _s: Meaning(None),
    "weekday": weekday,
    "year": _year,
}
