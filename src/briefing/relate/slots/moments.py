"""The dates that a claim names, as they are compared with another's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache

from briefing.model.annotation import DateMention
from briefing.model.date import Date, Precision

_OPEN = frozenset({"before", "after"})
_YEAR = re.compile(r"\d{4}")
_YEAR_AGO = timedelta(366)
_TOLD_WITH_ITS_YEAR = timedelta(300)
"""So far away a day has its year beside it."""
_parsed = lru_cache(maxsize=1 << 14)(Date.parse)


def moments(dates: Iterable[DateMention], published: str | None) -> Iterator[str]:
    """The resolved dates, partial ISO 8601; « avant mars » names no moment that another could exclude."""
    for mention in dates:
        date = None if mention.mod in _OPEN else _parsed(mention.value)
        if date is not None:
            yield _coming(date, mention, published)


def _coming(date: Date, mention: DateMention, published: str | None) -> str:
    """« a appelé à manifester le 24 mars », written on the 12th, reads as a day of last year: the coming one is meant.

    Reading goes by the tense of the verb; a day without a year that would lie almost a year away may be a noun's.
    """
    today = _parsed(published)
    if today is None or date.precision is not Precision.DAY or _YEAR.search(mention.exact):
        return date.value
    away = today.first - date.first
    if abs(away) < _TOLD_WITH_ITS_YEAR:
        return date.value
    moved = f"{date.first.year + (1 if away > timedelta(0) else -1):04}{date.value[4:]}"
    return moved if Date.parse(moved) else date.value


def long_past(named: Iterable[str], published: str | None) -> bool:
    """Whether dates are named, and all of them lie more than a year back: what is told is no news."""
    today, dates = _parsed(published), [date for date in map(_parsed, named) if date]
    return today is not None and bool(dates) and all(today.first - date.last > _YEAR_AGO for date in dates)


def exclude(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether dates of one precision are told, and no two dates can be of one moment: Monday and Tuesday.

    « reçus lundi » and « d'ici à 2028 » date different things.
    """
    pairs = [(one, other) for one in map(_parsed, mine) for other in map(_parsed, theirs) if one and other]
    alike = any(one.precision is other.precision for one, other in pairs)
    return alike and not any(one.compatible(other) for one, other in pairs)


def compatible(one: str, other: str) -> bool:
    """Whether two partial dates can mean the same moment: `2024` and `2024-06`, an interval and a day in it."""
    first, second = _parsed(one), _parsed(other)
    return first is not None and second is not None and first.compatible(second)


def days_between(one: str | None, other: str | None) -> int | None:
    """Days between the first days that two partial dates allow; None where one cannot be told."""
    first, second = _parsed(one), _parsed(other)
    return None if first is None or second is None else abs((first.first - second.first).days)
