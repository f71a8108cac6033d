"""Runs of capitalised words, cut into pieces that may be names: without titles, nationalities, days and openers."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag, Word
from briefing.extract.chains.actors import Voice
from briefing.languages.en.dates.vocabulary import is_calendar_word
from briefing.languages.en.grammar.voices import voice_of_noun
from briefing.languages.en.names.gazetteer import nations
from briefing.languages.en.names.vocabulary import listed

KINDS = ("organisation", "place", "event")
"""Kinds of words that are the head of a name."""
_NAMING = frozenset({Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.GERUND})
_OPENING = frozenset({Tag.STOP, Tag.BRACKET, Tag.QUOTATION})
_JOINTS_BETWEEN = 2
"""Small words that may stand between two capitals of one name: « Ministry of the Interior »."""


class Piece(Struct, frozen=True):
    """Words that may be a name. `titled`: behind a title; `initial`: where any word would have a capital."""

    words: tuple[str, ...]
    start: int
    end: int
    titled: bool = False
    initial: bool = False


def pieces(syntax: Syntax, text: str) -> Iterator[Piece]:
    """The pieces of a sentence or heading, in order."""
    words, i = syntax.words, 0
    while i < len(words):
        last = _run(syntax, text, i) if words[i].capital and text[words[i].start].isupper() else i
        if last > i:
            initial = i == 0 or words[i - 1].tag in _OPENING or words[i - 1].form == "–"
            yield from _cut([(w.span.of(text), w) for w in words[i:last]], initial=initial)
        i = max(last, i + 1)


def _run(syntax: Syntax, text: str, first: int) -> int:
    """Where a run of capitals ends, joints between them: « Bank of Scotland »."""
    words, last, i = syntax.words, first + 1, first + 1
    while i < len(words) and text[words[i - 1].end : words[i].start] == " ":
        if words[i].capital:
            last = i + 1
        elif words[i].form not in listed("joints") or i - last >= _JOINTS_BETWEEN:
            break
        i += 1
    return last


def has_head(words: tuple[str, ...], name: str) -> bool:
    """Whether the last word, or the one before « of » or « for », is a head of that kind: « University of Leeds »."""
    inner = [words[i - 1] for i, word in enumerate(words) if word in ("of", "for") and i]
    if name == "place" and words[0] in listed("place_first"):
        return True
    return (inner[0] if inner else words[-1]) in listed(name)


def _cut(run: list[tuple[str, Word]], *, initial: bool) -> Iterator[Piece]:
    """Words gathered until one that stands in no name."""
    held: list[tuple[str, Word]] = []
    titled, first = False, initial
    for place, (word, read) in enumerate(run):
        following = run[place + 1][0] if place + 1 < len(run) else ""
        before = run[place - 1][0] if place else ""
        title = word in listed("titles")
        if title or _parts(read, (before, word, following), held, first=first and not held and place == 0):
            yield from _piece(held, titled=titled, initial=first)
            held, titled, first = [], title, False
        else:
            held.append((word, read))
    yield from _piece(held, titled=titled, initial=first)


def _parts(read: Word, words: tuple[str, str, str], held: list[tuple[str, Word]], *, first: bool) -> bool:
    """Whether a word, given with the one before and behind it, stands between names and in none."""
    before, word, following = words
    if {word, f"{word} {following}", f"{before} {word}"} & nations().keys():
        return not any(following in listed(kind) for kind in KINDS)
    if word.islower():
        return not _joins(word, held)
    if is_calendar_word(word) or read.form == "i" or any(c.isdecimal() for c in word):
        return True
    people = read.tag is Tag.NOUN and read.number == "p" and voice_of_noun(read.lemma) is Voice.PERSON
    return first and (read.tag not in _NAMING or people)


def _joins(word: str, held: list[tuple[str, Word]]) -> bool:
    """Whether a small word may stand inside the name: « of » after a head, « and » after « Ministry of … »."""
    if not held:
        return False
    if word == "the":
        return held[-1][0] in ("of", "for")
    if word not in ("of", "for", "and"):
        return True
    words = [held_word for held_word, _ in held]
    has_head = any(w in listed(kind) for w in words for kind in KINDS)
    return has_head and (word != "and" or "of" in words)


def _piece(held: list[tuple[str, Word]], *, titled: bool, initial: bool) -> Iterator[Piece]:
    """What is held, without small words at its ends."""
    while held and (held[0][0].islower() or held[0][0] == "The"):
        held = held[1:]
        initial = False
    while held and held[-1][0].islower():
        held = held[:-1]
    if held:
        yield Piece(tuple(word for word, _ in held), held[0][1].start, held[-1][1].end, titled, initial)
