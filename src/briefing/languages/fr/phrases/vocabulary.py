"""The words by which names are told, read once and on demand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from briefing.extract.words.lexicon import Entry, load
from briefing.model.annotation import EntityType
from briefing.yamlfile.packaged import packaged


class Head(Entry, frozen=True, kw_only=True):
    """An entry of `heads.yaml`: a noun that begins a name; `kind` is a grammar of `phrases.py`."""

    word: str
    kind: str
    type: EntityType


@cache
def heads() -> tuple[Head, ...]:
    """The nouns that begin a name."""
    return load(__package__, "heads", Head)


@cache
def heads_by_word() -> Mapping[str, tuple[tuple[tuple[str, ...], Head], ...]]:
    """The heads by their first word, longest first, each with all its words as the text is cut."""
    found: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for head in heads():
        words = tuple(head.word.lower().replace("'", "' ").split())
        found.setdefault(words[0], []).append((words, head))
    return {first: tuple(sorted(rows, key=_longest_first)) for first, rows in found.items()}


def _longest_first(row: tuple[tuple[str, ...], Head]) -> tuple[int, bool]:
    """Longer heads before shorter ones, and one that needs its capital before one that does not."""
    forms, head = row
    return -len(forms), head.word[0].islower()


@cache
def body_nouns() -> frozenset[str]:
    """The nouns, in lower case, that begin the name of a body."""
    return frozenset(head.word.lower() for head in heads() if head.kind == "official")


@cache
def _sections(name: str) -> Mapping[str, frozenset[str]]:
    sections = packaged(__package__, name, dict[str, str])
    return {section: frozenset(_spellings(words.split())) for section, words in sections.items()}


def _spellings(listed: list[str]) -> Iterator[str]:
    """Words, and those with an accent on the first letter without it too: capitals often lack it (« Etat »)."""
    for word in listed:
        yield word
        yield unicodedata.normalize("NFD", word[0])[0] + word[1:]


def words(section: str) -> frozenset[str]:
    """A section of `words.yaml`, in lower case."""
    return _sections("words")[section]
