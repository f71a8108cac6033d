"""The signs of modality (`signs.yaml`) and the classes of words that its rules ask for (`classes.yaml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from briefing.corpus.text import fold
from briefing.extract.modality.signs import Sign, Signs
from briefing.extract.words.lexicon import listed, load
from briefing.languages.en.grammar import grammar
from briefing.languages.en.grammar.words import readings


def words_of(kind: str) -> frozenset[str]:
    """The words of a class."""
    return listed(__package__, "classes", kind)


@cache
def signs() -> Signs:
    """All signs of modality, found together."""
    return made_of(listed_signs())


def listed_signs() -> Sequence[Sign]:
    """The entries of `signs.yaml`."""
    return load(__package__, "signs", Sign)


def made_of(entries: Sequence[Sign]) -> Signs:
    """Signs of a list, as English cuts and inflects words."""
    return Signs(entries, _cut, _keys)


def _cut(phrase: str) -> tuple[str, ...]:
    return grammar().tokens.forms(fold(phrase))


@lru_cache(maxsize=16384)
def _keys(form: str) -> frozenset[str]:
    """All that a form may be: itself, and of a verb its lemma in any tense."""
    return frozenset({form, *(f"{r.lemma} verb" for r in readings(form, 0) if r.tense is not None)})
