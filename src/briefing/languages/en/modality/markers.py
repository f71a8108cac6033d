"""The words that decide a modality, found in one pass over a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import ahocorasick

from briefing.extract.words.lexicon import load
from briefing.languages.en.grammar import kind, lowered
from briefing.model.claim import Modality
from briefing.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """An entry of `markers.yaml` or `opinions.yaml`, which explain the fields."""

    words: tuple[str, ...]
    modality: Modality = Modality.OPINION
    with_: Literal["date"] | None = None
    avowed: bool = False
    example: str
    counter: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A marker in a text."""

    span: Span
    marker: Marker


def find(text: str) -> list[Found]:
    """The markers of a text, in order; the longest where several begin."""
    found = []
    for last, (length, marker) in _automaton().iter_long(lowered(text)):
        start, end = last + 1 - length, last + 1
        inside = (start and text[start].isalnum() and text[start - 1].isalnum()) or _goes_on(text, end)
        if not inside:
            found.append(Found(Span(start, end), marker))
    return found


def _goes_on(text: str, end: int) -> bool:
    """Whether the word is longer than the marker, or owns what follows: « a tragedy's trace »."""
    return text[end : end + 1].isalnum() or text.startswith("'s ", end)


@cache
def _automaton() -> ahocorasick.Automaton:
    """All markers, also with an adverb behind the first word: « is still expected to »."""
    found = ahocorasick.Automaton()
    for entry in (*load(__package__, "markers", Marker), *load(__package__, "opinions", Marker)):
        for words in entry.words:
            first, _, rest = words.lower().partition(" ")
            forms = [words.lower(), *(f"{first} {adverb} {rest}" for adverb in kind("between") if rest)]
            for form in forms:
                found.add_word(form, (len(form), entry))
    found.make_automaton()
    return found
