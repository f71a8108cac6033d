"""Lengths of time that are dates (« trois jours plus tard ») and hours of the day (« à 20 heures »)."""

from __future__ import annotations

import re
from functools import cache

from briefing.languages.fr.quantities.context import Around
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, either, words

_LASTING = re.compile(r" (?:de |d'|par )")
_HOUR_BEFORE = re.compile(r"[0-9] ?(?:h|min|mn|') ?$")  # « 2 h 03 min »
_HOURS = 24


def is_date(around: Around) -> bool:
    """« depuis trois ans », « trois jours plus tard », « les six derniers mois », and what is in a date."""
    if around.dates.touches(around.group.span):
        return True
    unit = around.group.unit
    if unit is None or unit.kind is not Kind.TIME:
        return False
    dated = around.follows(words("date_before")) or _date_after().match(around.text, around.group.end)
    return bool(dated) or not words("dating").isdisjoint(unit.adjectives)


@cache
def _date_after() -> re.Pattern[str]:
    return re.compile(rf" (?:{either(words('date_after'))})(?!\w)")


@cache
def _scheduled() -> frozenset[str]:
    return frozenset(f"{noun} de" for noun in words("scheduled"))


@cache
def _of_the_day() -> re.Pattern[str]:
    return re.compile(rf" (?:[0-9]|{either(words('hour_follow_ups'))})(?!\w)")


def is_clock(around: Around) -> bool:
    """« à 20 heures », « 18 h », « entre 8 et 10 heures »; « à deux heures de Paris » is a distance."""
    unit, start = around.group.unit, around.group.amount.span.start
    if _HOUR_BEFORE.search(around.text, max(0, start - 6), start):
        return True
    if unit is None or unit.name != "heure" or around.group.value > _HOURS:
        return False
    if _of_the_day().match(around.text, unit.end):
        return True
    if _LASTING.match(around.text, unit.end):
        return False
    abbreviated = around.text[unit.end - 1] == "h" and not around.beside
    return abbreviated or _tells_the_hour(around)


def _tells_the_hour(around: Around) -> bool:
    """Whether the words in front lead to an hour of the day."""
    if around.beside:
        return around.beside.entry.words[0] in words("hour_bounds")
    before = around.word_before.lower()
    if around.follows(_scheduled()):
        return True
    from_to = around.group.top is not None and before == "de"
    return from_to or before in words("hour_prepositions") or around.dates.ends_at(around.group.amount.lead - 1)
