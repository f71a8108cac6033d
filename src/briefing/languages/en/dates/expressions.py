"""Dates in English text: where they stand, and what they mean."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.dates.outlook import Outlook
from briefing.extract.dates.resolution import DateRules, dating
from briefing.extract.words.lexicon import listed
from briefing.languages.en.dates.forms import CONSTRUCTIONS
from briefing.languages.en.dates.vocabulary import date_words


def _outlook(syntax: Syntax, first: int) -> Outlook:
    """Ahead where a word before the date, or one of its clause, looks there; else back."""
    clause = syntax.clause_at(first)
    own = range(clause.first, clause.last) if clause is not None else ()
    forms = {syntax.words[i].form for i in own if syntax.clause_at(i) is clause}
    before = first > 0 and syntax.words[first - 1].form in listed(__package__, "outlook", "before")
    return Outlook.PAST if not before and forms.isdisjoint(listed(__package__, "outlook", "ahead")) else Outlook.FUTURE


dates = dating(
    lambda: DateRules(
        name="en.dates", items=lambda syntax: CONSTRUCTIONS.reduce(date_words().items(syntax)), outlook=_outlook
    )
)
