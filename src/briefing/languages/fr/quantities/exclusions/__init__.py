"""Why a number is no quantity, first reason first."""

from __future__ import annotations

from collections.abc import Callable

from briefing.languages.fr.quantities.context import Around
from briefing.languages.fr.quantities.exclusions import determiners, names, times

_Check = Callable[[Around], bool]
ARTICLE = "« un » is an article here"
ANAPHORIC = "the number refers back or is known: « les deux pays »"
_CHECKS: tuple[tuple[str, _Check], ...] = (
    (ARTICLE, determiners.is_article),
    ("letters or signs touch the number", names.is_glued),
    ("a date or a length of time that dates", times.is_date),
    ("part of a name", names.is_in_name),
    ("it names what stands before it: « phase 3 »", names.is_label),
    ("a year", names.is_year),
    ("an hour of the day", times.is_clock),
    ("all the time: « 24 heures sur 24 »", determiners.is_always),
    ("a singular determiner makes a name of it: « le 400 mètres »", determiners.is_singular),
    ("a manner or a measure, no count: « par milliers »", determiners.is_manner),
    (ANAPHORIC, determiners.is_anaphoric),
    ("a set phrase", names.is_phrase),
    ("a title", names.is_title),
)


def exclusion(around: Around) -> str | None:
    """The first reason that holds, None when the number may be a quantity."""
    return next((name for name, holds in _CHECKS if holds(around)), None)
