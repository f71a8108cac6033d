"""The shapes of English dates, each with its name; longer shapes stand before those that they begin with."""

from __future__ import annotations

import re
from functools import cache

from briefing.languages.en.dates.vocabulary import either

_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>1[0-9]\d\d|20\d\d)(?![\d%-]|[.,]\d)"
_PART = r"[Ee]arly|[Mm]id|[Ll]ate|beginning of|start of|middle of|end of"
_NAMED = r"the year|this year|last year|next year"
_TO = r"(?: ?[-–] ?| to | and )"
_UNIT = r"(?P<{0}>day|week|month|year|decade)s?"
_MANY = r"(?P<{0}>\d{{1,3}}|an?|the|{1})"


@cache
def shapes() -> re.Pattern[str]:
    """All shapes as one pattern; the group that spans the match has the name of its shape."""
    found = {**_calendar(), **_periods(), **_relative()}
    whole = "|".join(rf"(?P<{name}>{shape})" for name, shape in found.items())
    return re.compile(rf"(?<![\w$€£.,/-])(?:{whole})(?![\w])")


def _calendar() -> dict[str, str]:
    """Days, months and years as they stand in a calendar; days before what they begin with."""
    month, weekday = _months(), f"(?:(?:{either('weekdays', capital=True)}),? )?"
    months = rf"{weekday}(?P<md_m>{month})"
    return {
        "iso": r"(?P<iso_y>\d{4})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)",
        "numeric": r"(?P<num_a>\d{1,2})/(?P<num_b>\d{1,2})/(?P<num_y>(?:19|20)\d\d)",
        "days": rf"(?P<days_a>\d{{1,2}}){_TO}(?P<days_b>\d{{1,2}}) (?P<days_m>{month})(?: {_YEAR.format('days_y')})?",
        "day_month": rf"{weekday}{_DAY.format('dm_d')} (?:of )?(?P<dm_m>{month})(?:,? {_YEAR.format('dm_y')})?",
        "month_day": rf"{months} {_DAY.format('md_d')}(?![\d%]|[.,:]\d)(?:,? {_YEAR.format('md_y')})?",
        "part_month": rf"(?P<pm_p>{_PART})[ -](?P<pm_m>{month})(?: {_YEAR.format('pm_y')})?",
        "month_year": rf"(?P<my_m>{month})(?:,| of)? {_YEAR.format('my_y')}",
    }


def _periods() -> dict[str, str]:
    """Quarters, seasons, decades, centuries and spans of years."""
    ordinals = either("ordinals")
    return {
        "quarter": r"(?P<q_n>first|second|third|fourth|last) (?P<q_u>quarter|half)"
        rf"(?: of (?:{_YEAR.format('q_y')}|(?P<q_w>{_NAMED})))?",
        "part_decade": r"(?:(?P<dec_p>[Ee]arly|[Mm]id|[Ll]ate)[ -](?:the )?)?"
        r"(?:(?P<dec_y>1[5-9]\d0|20\d0)|'(?P<dec_s>\d0))s\b",
        "century": rf"(?:(?P<c_n>\d{{1,2}})(?:st|nd|rd|th)|(?P<c_w>{ordinals}))[ -]century",
        "part_year": rf"(?P<py_p>{_PART})[ -](?:{_YEAR.format('py_y')}|(?P<py_w>{_NAMED}))",
        "season_year": rf"(?P<sy_s>{either('seasons')}|fall)(?: of)? {_YEAR.format('sy_y')}",
        "span": rf"(?P<sp_a>1[5-9]\d\d|20\d\d){_TO}(?P<sp_b>(?:1[5-9]|20)?\d\d)(?![\d%]|[.,]\d)",
    }


def _relative() -> dict[str, str]:
    """What is told from today, and the bare words that stand for the nearest of their kind."""
    weekdays, times, seasons = either("weekdays", capital=True), either("times"), either("seasons")
    units = f"day|week|month|year|weekend|decade|century|{weekdays}|{_full_months()}|{seasons}|fall"
    vague = f"{either('vague')}|\\d+|{either('numbers')}"
    return {
        "tonight": r"(?P<t_w>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night"
        rf"|[Tt]his (?:{times}))(?: (?:{times}))?",
        "near": rf"(?P<n_w>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he (?:previous|following|next)) (?P<n_u>{units})\b",
        "ago": r"(?P<ago_b>[Mm]ore than |[Aa]bout |[Aa]round |[Nn]early |[Aa]lmost |[Oo]ver |[Ss]ome )?"
        rf"{_MANY.format('ago_n', _counts())} {_UNIT.format('ago_u')}"
        r" (?P<ago_w>ago|earlier|later|before that|after that)",
        "hence": rf"[Ii]n {_MANY.format('in_n', _counts())} {_UNIT.format('in_u')}(?:'s? time)?",
        "vague": rf"(?:[Rr]ecent|[Cc]oming|[Tt]he (?:past|last|next|coming)(?: (?:{vague}))?)"
        r" (?:day|week|month|year|decade)s",
        "weekday": rf"(?P<w_d>{weekdays})(?: (?:{times}))?",
        "season": rf"the (?P<s_s>{seasons})\b",
        "month": rf"(?P<m_m>{_months()})",
        "year": _YEAR.format("y_y"),
    }


def _months() -> str:
    return f"{_full_months()}|(?:{either('short_months', capital=True)})\\b\\.?"


def _full_months() -> str:
    return either("months", capital=True)


def _counts() -> str:
    words = f"{either('numbers')}|{either('vague')}"
    return f"{words}|{either('numbers', 'vague', capital=True)}|An?"
