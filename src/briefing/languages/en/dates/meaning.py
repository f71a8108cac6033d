"""What each shape of a date means; the engine resolves it on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from briefing.extract.dates.calendar import (
    Reach,
    Unit,
    between,
    of_date,
    of_month,
    of_months,
    of_season,
    of_year,
    of_years,
)
from briefing.extract.dates.compound import Between, Within
from briefing.extract.dates.meaning import Fixed, Meaning, Offset, Unknown, Weekday, Yearly
from briefing.languages.en.dates.vocabulary import count, listed, month, ordinal, season
from briefing.model.date import Date

_SPRING = 21
"""The code of spring in EDTF; the other seasons follow."""
Groups = dict[str, str]


class Sense(NamedTuple):
    """A meaning, and which part of it is meant."""

    meaning: Meaning
    mod: str | None = None


def sense(match: re.Match[str]) -> Sense:
    """The meaning of a date of any shape."""
    groups = {name: words for name, words in match.groupdict().items() if words is not None}
    return _READERS[match.lastgroup or ""](groups)


def _fixed(date: Date | None) -> Sense:
    return Sense(Fixed(date) if date else Unknown())


def _part(words: str | None) -> str | None:
    """« early », « mid », « the end of »."""
    name = words.lower().removesuffix(" of") if words else ""
    return next((part for part in ("start", "mid", "end") if name in listed(part)), None)


def _shift(words: str) -> int:
    """« last year » -1, « next year » 1, any other 0."""
    first = words.partition(" ")[0].lower()
    return (first in listed("coming")) - (first in listed("gone"))


def _numeric(g: Groups) -> Sense:
    """« 3/6/2024 » is the third of June to some and the sixth of March to others: no value."""
    one, other, year = int(g["num_a"]), int(g["num_b"]), int(g["num_y"])
    if one > 12:
        return _fixed(of_date(year, other, one))
    return _fixed(of_date(year, one, other) if other > 12 or one == other else None)


def _day(year: str | None, number: int, day: int) -> Meaning:
    if year is None:
        return Yearly(lambda y: of_date(y, number, day))
    return _fixed(of_date(int(year), number, day)).meaning


def _day_month(g: Groups) -> Sense:
    number = month(g.get("dm_m") or g["md_m"])
    return Sense(_day(g.get("dm_y") or g.get("md_y"), number, int(g.get("dm_d") or g["md_d"])))


def _days(g: Groups) -> Sense:
    first, last = (_day(g.get("days_y"), month(g["days_m"]), int(g[name])) for name in ("days_a", "days_b"))
    return Sense(Between(first, last))


def _month(g: Groups) -> Sense:
    number, year = month(g.get("my_m") or g.get("pm_m") or g["m_m"]), g.get("my_y") or g.get("pm_y")
    meaning = _fixed(of_month(int(year), number)).meaning if year else Yearly(lambda y: of_month(y, number))
    return Sense(meaning, _part(g.get("pm_p")))


def _named(words: str) -> Offset:
    """« last year », « next year », any other: the year of publication."""
    return Offset(Unit.YEAR, _shift(words))


def _part_year(g: Groups) -> Sense:
    return Sense(_fixed(of_year(int(g["py_y"]))).meaning if "py_y" in g else _named(g["py_w"]), _part(g["py_p"]))


def _span(g: Groups) -> Sense:
    first, last = g["sp_a"], g["sp_b"]
    years = int(first), int(last if len(last) == 4 else first[:2] + last)
    return _fixed(between(*map(of_year, years)) if years[0] < years[1] else None)


def _quarter(g: Groups) -> Sense:
    size = 3 if g["q_u"] == "quarter" else 6
    of = partial(_run, size, 12 // size if g["q_n"] == "last" else ordinal("ordinals", g["q_n"]))
    if "q_y" in g:
        return _fixed(of(int(g["q_y"])))
    return Sense(Within(Yearly(of), _named(g.get("q_w", ""))))


def _run(size: int, number: int, year: int) -> Date | None:
    return of_months(year, size, number)


def _decade(g: Groups) -> Sense:
    return Sense(_fixed(of_years(int(g.get("dec_y") or f"19{g['dec_s']}"), 10)).meaning, _part(g.get("dec_p")))


def _century(g: Groups) -> Sense:
    number = int(g["c_n"]) if "c_n" in g else ordinal("ordinals", g["c_w"])
    return _fixed(of_years((number - 1) * 100 + 1, 100) if number else None)


def _season(g: Groups) -> Sense:
    code = _SPRING + (season(g.get("sy_s") or g["s_s"]) or 0)
    return _fixed(of_season(int(g["sy_y"]), code)) if "sy_y" in g else Sense(Yearly(lambda y: of_season(y, code)))


def _tonight(g: Groups) -> Sense:
    """« yesterday », « last night », « this morning », « tomorrow »."""
    return Sense(
        Offset(Unit.DAY, {"yesterday": -1, "last": -1, "tomorrow": 1}.get(g["t_w"].partition(" ")[0].lower(), 0))
    )


def _near(g: Groups) -> Sense:
    """« last June », « next week », « this year », « the following day »."""
    which, unit = g["n_w"].lower(), g["n_u"]
    shift = _shift(which)
    reach = {-1: Reach.PAST, 1: Reach.FUTURE}.get(shift)
    if number := month(unit):
        return Sense(Yearly(lambda y: of_month(y, number), reach))
    if (part := season(unit)) is not None:
        return Sense(Yearly(lambda y: of_season(y, _SPRING + part), reach))
    if unit.istitle():
        return Sense(Weekday(_weekday(unit), {-1: Reach.LAST, 1: Reach.NEXT}.get(shift)))
    if which.startswith("the "):
        return Sense(Offset(Unit(unit), -1 if which.endswith("previous") else 1, anchored=True))
    return Sense(Offset(Unit(unit), shift))


def _weekday(word: str) -> int:
    return ordinal("weekdays", word.lower()) - 1


def _ago(g: Groups) -> Sense:
    """« three days ago », « two weeks later »."""
    many = count(g["ago_n"])
    if many is None:
        return Sense(Unknown())
    shift = -many if g["ago_w"] in ("ago", "earlier", "before that") else many
    return Sense(Offset(Unit(g["ago_u"]), shift, g["ago_w"] != "ago"), "approx" if "ago_b" in g else None)


def _hence(g: Groups) -> Sense:
    """« in two weeks »."""
    many = count(g["in_n"])
    return Sense(Offset(Unit(g["in_u"]), many) if many else Unknown())


_READERS: dict[str, Callable[[Groups], Sense]] = {
    "iso": lambda g: _fixed(of_date(int(g["iso_y"]), int(g["iso_m"]), int(g["iso_d"]))),
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
    "tonight": _tonight,
    "near": _near,
    "ago": _ago,
    "hence": _hence,
    "vague": lambda _: Sense(Unknown()),
    "weekday": lambda g: Sense(Weekday(_weekday(g["w_d"]))),
    "year": lambda g: _fixed(of_year(int(g["y_y"]))),
}
