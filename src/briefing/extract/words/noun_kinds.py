"""Kinds of nouns and other words that a language lists for its speakers (voices.yaml), read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from briefing.extract.words.lexicon import load


class KindWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of voices.yaml, which explains the kinds; « _ » is a space inside a phrase."""

    kind: str
    words: str
    gender: str = ""
    example: str = ""


@cache
def words_of_kind(package: str, kind: str) -> frozenset[str]:
    """The lemmas of a kind."""
    return frozenset(word for row in rows_of_kind(package, kind) for word in row)


@cache
def rows_of_kind(package: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """The lemmas of a kind, an entry each: nouns that may name the same office."""
    entries = (entry for entry in load(package, "voices", KindWords) if entry.kind == kind)
    return tuple(tuple(word.replace("_", " ") for word in entry.words.split()) for entry in entries)


@cache
def titles_of(package: str) -> Mapping[str, str]:
    """Titles of civility and the gender that each tells."""
    entries = (entry for entry in load(package, "voices", KindWords) if entry.kind == "title")
    return {word: entry.gender for entry in entries for word in entry.words.split()}
