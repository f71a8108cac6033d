"""Full names that their acronym delimits: « Collectif national des locataires (CNL) », « CNL (Collectif …) »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.languages.fr.names.known import key
from briefing.languages.fr.names.lists import heads, words
from briefing.model.span import Span

_AFTER = re.compile(r" \(([A-ZÀ-Þ][A-ZÀ-Þa-z&-]{1,9})\)")
_BEFORE = re.compile(r"\b([A-ZÀ-Þ][A-ZÀ-Þ&-]{1,9}) \(([A-ZÀ-Þ][^(),\n]{5,100})[,)]")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")
_STOP = re.compile(r"[.,;:!?()«»“”\"\n]")
_REACH = 120


@dataclass(frozen=True, slots=True)
class Expansion:
    """Where the full name of an acronym stands. `is_body` False: a common noun, as « taxe minière (TM) »."""

    span: Span
    acronym: str
    is_body: bool


def expansions(text: str) -> Iterator[Expansion]:
    """The acronyms that the text spells out, in brackets or before them."""
    for found in _AFTER.finditer(text):
        acronym = found[1]
        start = _start(text, found.start(), _letters(acronym)) if _is_acronym(acronym) else None
        if start is not None:
            first = _WORD.match(text, start)
            is_body = first is not None and (first[0][0].isupper() or first[0] in _bodies())
            yield Expansion(Span(start, found.start()), acronym, is_body)
    for found in _BEFORE.finditer(text):
        if _spells(_letters(found[1]), found[2]):
            yield Expansion(Span(found.start(2), found.end(2)), found[1], is_body=True)


@cache
def _bodies() -> frozenset[str]:
    """The nouns, in lower case, that begin the name of a body."""
    return frozenset(head.word.lower() for head in heads() if head.kind == "official")


def _is_acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1 or len(word) > 3


def _letters(acronym: str) -> str:
    return key(acronym).replace(" ", "")


def _start(text: str, end: int, letters: str) -> int | None:
    """Where the name that ends at `end` begins: the nearest word from which the initials spell the acronym."""
    low = max(0, end - _REACH)
    low = max([low, *(m.end() for m in _STOP.finditer(text, low, end))])
    for word in reversed(list(_WORD.finditer(text, low, end))):
        if word[0].lower() not in words("openers") and _spells(letters, text[word.start() : end]):
            return word.start()
    return None


def _spells(letters: str, name: str) -> bool:
    """Whether the initials of the words of `name`, small words left out at will, are `letters`; at least two words."""
    found = _WORD.findall(name)
    initials = [key(word)[0] for word in found]
    full = sum(word.lower() not in words("openers") for word in found)
    if not 2 <= full <= len(letters) + 1 or initials[0] != letters[0]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in letters)
