"""What an article spells out: « Collectif national des locataires (CNL) », « CNL (Collectif …) »."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from briefing.extract.names.known import key
from briefing.model.span import Span

_AFTER = re.compile(r" [(\[]([A-ZÀ-Þ][A-ZÀ-Þa-z&-]{1,11})[)\],]")
_BEFORE = re.compile(r"\b([A-ZÀ-Þ][A-ZÀ-Þa-z&-]{1,11}) \(([A-ZÀ-Þ][^(),\n]{5,100})[,)]")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")
_STOP = re.compile(r"[.;:!?()«»“”\"\n]")
_REACH = 120
_FOREIGN = 7
"""Letters of an acronym that may be of another language."""


class Expansion(Struct, frozen=True):
    """Where the full name of an acronym stands. `is_body` False: a common noun, as « taxe minière (TM) »."""

    span: Span
    acronym: str
    is_body: bool


def expansions(text: str, small: Collection[str], bodies: Collection[str]) -> Iterator[Expansion]:
    """The acronyms that the text spells out, in brackets or before them.

    `small` are the words that an acronym may leave out, `bodies` the nouns that begin the name of a body.
    """
    for found in _AFTER.finditer(text):
        acronym = found[1]
        start = _start(text, found.start(), _letters(acronym), small) if _is_acronym(acronym) else None
        if start is not None:
            first = _WORD.match(text, start)
            is_body = first is not None and (first[0][0].isupper() or first[0] in bodies)
            yield Expansion(Span(start, found.start()), acronym, is_body)
    for found in _BEFORE.finditer(text):
        if _is_acronym(found[1]) and _spells(_letters(found[1]), found[2], small):
            yield Expansion(Span(found.start(2), found.end(2)), found[1], is_body=True)


def _is_acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1 or len(word) > 3


def _letters(acronym: str) -> str:
    return key(acronym).replace(" ", "")


def _start(text: str, end: int, letters: str, small: Collection[str]) -> int | None:
    """Where the name that ends at `end` begins: the nearest word from which the initials spell the acronym."""
    low = max(0, end - _REACH)
    low = max([low, *(m.end() for m in _STOP.finditer(text, low, end))])
    for word in reversed(list(_WORD.finditer(text, low, end))):
        if word[0].lower() not in small and _spells(letters, text[word.start() : end], small):
            return word.start()
    return None


def _spells(letters: str, name: str, small: Collection[str]) -> bool:
    """Whether the words of `name` begin with `letters`, in order, small words left out at will; at least two words.

    An acronym in small letters may take more letters of a word: « Comité d'organisation des Jeux (Cojo) ».
    """
    found = [key(word).strip() for word in _WORD.findall(name)]
    full = sum(word not in small for word in found)
    if not 2 <= full <= len(letters) + 1 or not found[0] or found[0][0] != letters[0]:
        return False
    return _taken(letters, tuple(found), 0)


def _taken(letters: str, words: tuple[str, ...], used: int) -> bool:
    """Whether the letters are first ones of the words; a word gives one to three."""
    if not letters:
        return True
    for i in range(used, len(words)):
        for size in (1, 2, 3):
            if words[i][:size] == letters[:size] and len(letters) >= size and _taken(letters[size:], words, i + 1):
                return True
    return False


def abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of `short` follow each other in `long`, from its first letter on."""
    letters = [c for c in key(short) if c != " "]
    rest = iter(key(long).replace(" ", ""))
    return short[:2].isupper() and letters[:1] == [key(long)[0]] and all(c in rest for c in letters)


def may_be_foreign(short: str, long: str) -> bool:
    """Whether brackets may hold the acronym of another language: « Institut américain de géologie (USGS) »."""
    return " " in long and " " not in short and 2 < len(short) <= _FOREIGN and not short.islower()
