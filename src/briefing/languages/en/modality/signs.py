"""The signs of modality (`signs.yaml`) and the classes of words that its rules ask for (`classes.yaml`)."""

from __future__ import annotations

from functools import cache, lru_cache, partial

from briefing.corpus.text import fold
from briefing.extract.modality.signs import Sign, Signs
from briefing.extract.words.lexicon import listed, load
from briefing.languages.en.grammar import grammar
from briefing.languages.en.grammar.words import readings

words_of = partial(listed, __package__, "classes")
"""The words of a class."""


@cache
def signs() -> Signs:
    """The signs of `signs.yaml`, found together, as English cuts and inflects words."""
    return Signs(load(__package__, "signs", Sign), _cut, _keys)


@cache
def _cut(phrase: str) -> tuple[str, ...]:
    return grammar().tokens.forms(fold(phrase))


@lru_cache(maxsize=16384)
def _keys(form: str) -> frozenset[str]:
    """All that a form may be: itself, and of a verb its lemma in any tense."""
    return frozenset({form, *(f"{r.lemma} verb" for r in readings(form, 0) if r.tense is not None)})
