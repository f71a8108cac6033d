"""The signs of modality (`signs.yaml`) and the classes of words that its rules ask for (`classes.yaml`)."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from briefing.corpus.text import fold
from briefing.extract.analysis.syntax import Tag
from briefing.extract.modality.signs import Sign, Signs
from briefing.extract.words.lexicon import load
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.grammar.words import readings

_VERBAL = frozenset({Tag.FINITE, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.GERUND})


class WordClass(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of classes.yaml; words of several words are parted by « | »."""

    kind: str
    words: str


@cache
def words_of(*kinds: str) -> frozenset[str]:
    """The words of a class, or of several."""
    entries = [entry.words for entry in load(__package__, "classes", WordClass) if entry.kind in kinds]
    return frozenset(word for words in entries for word in (words.split("|") if "|" in words else words.split()))


@cache
def signs() -> Signs:
    """The signs of `signs.yaml`, found together, as French cuts and inflects words."""
    return Signs(load(__package__, "signs", Sign), _cut, _keys)


@cache
def _cut(phrase: str) -> tuple[str, ...]:
    """The words of a phrase; what follows an elision is made up and left out."""
    elided = phrase.endswith("'")
    forms = grammar().tokens.forms(fold(phrase + "x" if elided else phrase))
    return forms[:-1] if elided else forms


@lru_cache(maxsize=16384)
def _keys(form: str) -> frozenset[str]:
    """All that a form may be: itself, its lemmas, and of a verb the lemma with its part, « prévoir participle »."""
    found = {f"{r.lemma} {r.tag}" if r.tag in _VERBAL else r.lemma for r in readings(form, 0)}
    if form.endswith("'"):
        found |= {form[:-1] + "e", form[:-1] + "a"}
    return frozenset(found | {form})
