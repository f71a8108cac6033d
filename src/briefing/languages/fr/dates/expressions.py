"""Dates in French text: where they stand, and what they mean."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.dates.constructions import Constructions, Item
from briefing.extract.dates.dated import dated
from briefing.extract.dates.outlook import OutlookWords
from briefing.extract.dates.telling import DateRules, told
from briefing.extract.reading import Reading
from briefing.languages.fr.dates.items import has_date, items
from briefing.languages.fr.dates.joined import JOINED, LISTED, NAMED
from briefing.languages.fr.dates.named import CALENDAR, NAMES
from briefing.languages.fr.dates.relative import COUNTED, NEIGHBOURS, SPEAKER, VAGUE, WEEKDAYS
from briefing.languages.fr.dates.vocabulary import vocabulary, words_of
from briefing.languages.fr.dates.years import judged
from briefing.languages.fr.reporting.cues import Frame, reports_alone, stance_of

_CONSTRUCTIONS = Constructions(
    (*NAMES, *CALENDAR, *SPEAKER, *NAMED, *WEEKDAYS, *NEIGHBOURS, *JOINED, *COUNTED, *VAGUE, *LISTED),
    {
        "DATED": "DAY|MONTH|YEAR|WEEKDAY|SPAN",
        "anyunit": "unit|length|years",
        "word": "noun|nouns",
        "count": "number|day|year|about",
        "anymonth": "month|Month|abbr",
        "anyweekday": "weekday|Weekday",
    },
)
"""All forms, in the order in which they are tried; a later form sees what the earlier ones left or made.

First what is no date, then what the calendar names, what is told from another day, and what puts dates together.
"""

_TIMES = frozenset({"depuis", "dès", "avant", "après", "durant", "jusque"})
_SAYING = frozenset({"neutral", "assertive", "opinion", "denial"})


def dates(reading: Reading) -> Reading:
    """Fill `dates`, in the order of the text, and what each dates; what looks like a date and is none is noted."""
    found = told(reading, _rules())
    return replace(found, dated=tuple(dated(found, _before_events())))


@cache
def _before_events() -> frozenset[str]:
    """« depuis l'invasion », « lors du vote »."""
    return frozenset(form for form, meant in vocabulary().items() if meant.tag in _TIMES)


def _items(syntax: Syntax) -> list[Item]:
    return _CONSTRUCTIONS.reduce(judged(items(syntax))) if has_date(syntax.words) else []


def _is_telling(lemma: str) -> bool:
    return reports_alone(lemma, Frame.INSERTION) and stance_of(lemma) in _SAYING


@cache
def _rules() -> DateRules:
    return DateRules(
        name="fr.dates",
        items=_items,
        outlook=OutlookWords(
            modal=words_of("modal"),
            prospective=words_of("prospective"),
            recent=words_of("recent"),
            scheduled=words_of("scheduled"),
            states=words_of("state"),
            reached=words_of("reached"),
            of=frozenset({"de", "du", "d'"}),
            to=frozenset({"à", "au", "pour", "pour le"}),
            is_telling=_is_telling,
        ),
        back=frozenset({"depuis"}),
        ahead=frozenset({"dès", "jusque", "dici", "avant"}),
        adverbial=frozenset({"en", "le"}),
        happening=words_of("happening"),
    )
