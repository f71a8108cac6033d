"""Verbs of saying (saying.yaml): what may follow each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from briefing.extract.words.lexicon import Entry, load


class Frame(StrEnum):
    """What carries the content; saying.yaml shows each."""

    CLAUSE = "clause"
    THAT = "that"
    LISTENER = "listener"
    NOUN = "noun"
    TO = "to"
    OF = "of"
    WORDS = "words"
    DENIAL = "denial"
    CHARGES = "charges"


class Saying(Entry, frozen=True, kw_only=True):
    """An entry of saying.yaml, which explains the frames."""

    verbs: tuple[str, ...]
    takes: frozenset[Frame]


@cache
def _by_verb() -> Mapping[str, Saying]:
    return {verb: entry for entry in load(__package__, "saying", Saying) for verb in entry.verbs}


def saying(lemma: str) -> Saying | None:
    """The entry of a verb of saying."""
    return _by_verb().get(lemma)


def takes_clause(lemma: str) -> bool:
    """Whether a clause may follow with no “that”: “said the road was safe”."""
    entry = saying(lemma)
    return entry is not None and bool(entry.takes & {Frame.CLAUSE, Frame.LISTENER})
