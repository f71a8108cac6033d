"""Runs of capitalised words, cut into pieces that may be names: without titles, nationalities, days and openers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.languages.en.dates.vocabulary import is_calendar_word
from briefing.languages.en.grammar import kind
from briefing.languages.en.names.gazetteer import nations
from briefing.languages.en.names.vocabulary import listed
from briefing.model.span import Span

_CAPITAL = r"[A-ZÀ-Þ][\w&]*(?:-\w+)*(?:'[A-Z]\w+)?(?:\.(?=\s))?"
_SMALL = r"(?:of|for|the|and|de|la|du|van|von|der|den|al|el|bin|ibn|di|da|dos|y)"
_RUN = re.compile(rf"(?<![\w'&-]){_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL})*")
_WORD = re.compile(r"\S+")
_AFTER = (" of ", " for ")
_OPENS = "\"“‘'«:(–"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that may be a name. `titled`: behind a title; `initial`: where any word would have a capital."""

    words: tuple[str, ...]
    start: int
    end: int
    titled: bool = False
    initial: bool = False


def pieces(text: str, unit: Span) -> Iterator[Piece]:
    """The pieces of a sentence or heading, in order."""
    for run in _RUN.finditer(text, unit.start, unit.end):
        initial = run.start() == unit.start or text[max(0, run.start() - 2) : run.start()].rstrip()[-1:] in tuple(
            _OPENS
        )
        yield from _cut([(m[0], m.start(), m.end()) for m in _WORD.finditer(text, *run.span())], initial=initial)


def has_head(words: tuple[str, ...], name: str) -> bool:
    """Whether the last word, or the one before « of » or « for », is a head of that kind: « University of Leeds »."""
    inner = [words[i - 1] for i, word in enumerate(words) if word in ("of", "for") and i]
    if name == "place" and words[0] in listed("place_first"):
        return True
    return (inner[0] if inner else words[-1]) in listed(name)


def _cut(run: list[tuple[str, int, int]], *, initial: bool) -> Iterator[Piece]:
    """Words gathered until one that stands in no name."""
    held: list[tuple[str, int, int]] = []
    titled, first = False, initial
    for place, (word, start, end) in enumerate(run):
        following = run[place + 1][0] if place + 1 < len(run) else ""
        before = run[place - 1][0] if place else ""
        title = word in listed("titles")
        if title or _parts(word, before, following, held, first=first and not held and place == 0):
            yield from _piece(held, titled=titled, initial=first)
            held, titled, first = [], title, False
        elif word.endswith(".") and len(word) > 2:  # « No. Well »: a short sentence ends
            yield from _piece([*held, (word[:-1], start, end - 1)], titled=titled, initial=first)
            held, titled, first = [], False, True
        else:
            held.append((word, start, end))
    yield from _piece(held, titled=titled, initial=first)


def _parts(word: str, before: str, following: str, held: list[tuple[str, int, int]], *, first: bool) -> bool:
    """Whether a word stands between names and in none."""
    lower = word.lower()
    if {word, f"{word} {following}", f"{before} {word}"} & nations().keys():
        return not any(following in listed(name) for name in ("organisation", "place", "event"))
    if word.islower():
        return not _joins(word, held)
    if is_calendar_word(word) or lower == "i" or any(c.isdecimal() for c in word):
        return True
    return first and any(
        lower in kind(name)
        for name in ("openers", "determiners", "pronouns", "prepositions", "conjunctions", "auxiliaries")
    )


def _joins(word: str, held: list[tuple[str, int, int]]) -> bool:
    """Whether a small word may stand inside the name: « of » after a head, « and » after « Ministry of … »."""
    if not held:
        return False
    if word == "the":
        return held[-1][0] in ("of", "for")
    if word not in ("of", "for", "and"):
        return True
    words = [held_word for held_word, *_ in held]
    has_head = any(w in listed(name) for w in words for name in ("organisation", "place", "event"))
    return has_head and (word != "and" or "of" in words)


def _piece(held: list[tuple[str, int, int]], *, titled: bool, initial: bool) -> Iterator[Piece]:
    """What is held, without small words at its ends."""
    while held and (held[0][0].islower() or held[0][0] == "The"):
        held = held[1:]
        initial = False
    while held and held[-1][0].islower():
        held = held[:-1]
    if held:
        yield Piece(tuple(word for word, *_ in held), held[0][1], held[-1][2], titled, initial)
