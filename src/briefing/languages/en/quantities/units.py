"""What a number counts: a sign, a currency, a measure, or the first noun in the plural behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag, Word
from briefing.languages.en.quantities.numerals import Number
from briefing.languages.en.quantities.vocabulary import known

_FAR = 5
_QUALIFIES = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.GERUND, Tag.ADVERB})
"""What may stand between a number and its noun: « 12 more confirmed cases »."""
_TIGHT = re.compile(r" ?([%°a-z/]{1,4})(?!\w)", re.IGNORECASE)


class Counted(Struct, frozen=True):
    """The unit of a number, and where it ends."""

    unit: str | None
    end: int


def counted(text: str, syntax: Syntax, number: Number) -> Counted:
    """The unit that stands behind a number."""
    first = syntax.index_at(number.end)
    line = [w for w in syntax.words[first : first + _FAR + 1] if w.start >= number.end] if first is not None else []
    if number.crowd and line and line[0].form == "of":
        line = line[1:]
    if number.currency:
        return Counted(number.currency, number.end)
    if tight := _tight(text, number):
        return tight
    for size in (2, 1):
        phrase = " ".join(word.form for word in line[:size])
        if len(line) >= size and (unit := known().currencies.get(phrase) or known().units.get(phrase)):
            return Counted(unit, line[size - 1].end)
    return _noun(line, number)


def _tight(text: str, number: Number) -> Counted | None:
    """« 40% », « 12km », « 143 km/h »: a sign."""
    found = _TIGHT.match(text, number.end)
    unit = known().units.get(found[1].lower()) if found else None
    return Counted(unit, found.end()) if found and unit else None


def _noun(line: Sequence[Word], number: Number) -> Counted:
    """The first plural among the next words, what qualifies it before it; for one, the next word itself."""
    for place, word in enumerate(line[:_FAR]):
        if word.form in known().bare:
            return Counted(word.form, word.end)
        noun = word.tag is Tag.NOUN and word.kind != "when"
        if noun and (word.number != "s" or (number.value == 1 and place == 0)):
            return Counted(word.lemma, word.end)
        if word.tag not in _QUALIFIES:
            break
    return Counted(None, number.end)
