"""What a number counts: a sign, a currency, a measure, or the first noun in the plural behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.languages.en.grammar import Word, is_plural, kind, singular, words
from briefing.languages.en.quantities.numerals import Numeral
from briefing.languages.en.quantities.vocabulary import known
from briefing.model.span import Span

_REACH = 70
_FAR = 5
_TIGHT = re.compile(r" ?([%°a-z/]{1,4})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit of a number, and where it ends."""

    unit: str | None
    end: int


def counted(text: str, number: Numeral, limit: int) -> Counted:
    """The unit that stands behind a number, before `limit`."""
    line = words(text, Span(number.end, min(limit, number.end + _REACH)))
    if number.crowd and line and line[0].lower == "of":
        line = line[1:]
    if number.currency:
        return Counted(number.currency, number.end)
    if tight := _tight(text, number):
        return tight
    for size in (2, 1):
        phrase = " ".join(word.lower for word in line[:size])
        if len(line) >= size and (unit := known().currencies.get(phrase) or known().units.get(phrase)):
            return Counted(unit, line[size - 1].end)
    return _noun(text, line, number)


def _tight(text: str, number: Numeral) -> Counted | None:
    """« 40% », « 12km », « 143 km/h »: a sign."""
    found = _TIGHT.match(text, number.end)
    unit = known().units.get(found[1].lower()) if found else None
    return Counted(unit, found.end()) if found and unit else None


def _noun(text: str, line: list[Word], number: Numeral) -> Counted:
    """The first plural among the next words, adjectives before it; for one, the next word itself."""
    for place, word in enumerate(line[:_FAR]):
        if not word.lower[0].isalpha() or _ends_group(word.lower):
            break
        written = text[word.start : word.end]
        if is_plural(word.lower) or (number.value == 1 and place == 0):
            return Counted(singular(written), word.end)
    return Counted(None, number.end)


def _ends_group(word: str) -> bool:
    if word in kind("comparatives"):
        return False
    return any(
        word in kind(name)
        for name in ("prepositions", "conjunctions", "auxiliaries", "pronouns", "determiners", "adverbs", "pasts")
    )
