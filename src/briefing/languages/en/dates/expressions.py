"""Dates in English text: where they stand, and what they mean."""

from __future__ import annotations

from functools import cache

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.dates.constructions import Item
from briefing.extract.dates.outlook import Outlook
from briefing.extract.dates.resolution import DateRules, told
from briefing.extract.reading import Reading
from briefing.extract.words.lexicon import listed
from briefing.languages.en.dates.forms import CONSTRUCTIONS
from briefing.languages.en.dates.vocabulary import date_words


def dates(reading: Reading) -> Reading:
    """Fill `dates`, in the order of the text."""
    return told(reading, _rules())


def _items(syntax: Syntax) -> list[Item]:
    words = date_words()
    return CONSTRUCTIONS.reduce(words.items(syntax)) if words.are_dated(syntax.words) else []


def _outlook(syntax: Syntax, first: int) -> Outlook:
    """Ahead where a word before the date, or one of its clause, looks there; else back."""
    if first and syntax.words[first - 1].form in listed(__package__, "outlook", "before"):
        return Outlook.FUTURE
    clause = syntax.clause_at(first)
    own = [] if clause is None else [i for i in range(clause.first, clause.last) if syntax.clause_at(i) is clause]
    ahead = any(syntax.words[i].form in listed(__package__, "outlook", "ahead") for i in own)
    return Outlook.FUTURE if ahead else Outlook.PAST


@cache
def _rules() -> DateRules:
    return DateRules(name="en.dates", items=_items, outlook=_outlook)
