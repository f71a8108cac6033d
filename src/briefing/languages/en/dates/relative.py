"""Dates that are told from the day of publication, or from the date named before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from briefing.languages.en.dates.days import moved, shifted, to_weekday
from briefing.languages.en.dates.moment import Meaning, Moment, nearest_month, nearest_season, season_number
from briefing.languages.en.dates.vocabulary import count, is_season, month
from briefing.model.date import Date

_PRECISION = {"day": 10, "week": 10, "month": 7, "year": 4, "decade": 4}
"""How many characters of a date a unit needs."""


def tonight(g: dict[str, str], moment: Moment) -> Meaning:
    """« yesterday », « last night », « this morning », « tomorrow »."""
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(g["t_w"].partition(" ")[0].lower(), 0)
    return Meaning(shifted(moment.today, shift))


def weekday(g: dict[str, str], moment: Moment) -> Meaning:
    """« Tuesday »: the last, or the next where the clause looks ahead."""
    return Meaning(to_weekday(g["w_d"], moment.today, ahead=moment.ahead))


def near(g: dict[str, str], moment: Moment) -> Meaning:
    """« last June », « next week », « this year », « the following day »."""
    which, unit = g["n_w"].lower(), g["n_u"]
    shift = {"last": -1, "next": 1, "this": 0}.get(which)
    if shift is None:
        return Meaning(_from_anchor(moment, unit, -1 if which.endswith("previous") else 1))
    ahead = shift > 0 or (shift == 0 and moment.ahead)
    if month(unit):
        return Meaning(nearest_month(month(unit), replace(moment, ahead=ahead)))
    if is_season(unit):
        return Meaning(nearest_season(season_number(unit), replace(moment, ahead=shift > 0)))
    if unit.istitle():
        today = moment.today and moment.today + timedelta(days=shift)
        return Meaning(to_weekday(unit, today, ahead=ahead))
    return Meaning(moved(_known(unit, moment), unit, shift))


def ago(g: dict[str, str], moment: Moment) -> Meaning:
    """« three days ago », « two weeks later »."""
    many = count(g["ago_n"])
    if many is None:
        return Meaning(None)
    mod = "approx" if "ago_b" in g else None
    shift = -many if g["ago_w"] in ("ago", "earlier", "before that") else many
    if g["ago_w"] != "ago":
        return Meaning(_from_anchor(moment, g["ago_u"], shift))
    return Meaning(moved(_known(g["ago_u"], moment), g["ago_u"], shift), mod)


def hence(g: dict[str, str], moment: Moment) -> Meaning:
    """« in two weeks »."""
    many = count(g["in_n"])
    return Meaning(moved(_known(g["in_u"], moment), g["in_u"], many) if many else None)


def _known(unit: str, moment: Moment) -> date | None:
    """The day to count from, where the date of publication is precise enough for the unit."""
    if unit in ("year", "decade", "century"):
        return moment.reading.published
    return moment.day if unit == "month" else moment.today


def _from_anchor(moment: Moment, unit: str, shift: int) -> str | None:
    """Counted from the date named before, where it is as precise as the unit."""
    needs = _PRECISION.get(unit, 99)
    anchor = moment.anchor or ""
    day = Date.parse(anchor)
    return moved(day.first, unit, shift) if day and len(anchor) >= needs and not day.interval else None
