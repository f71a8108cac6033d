"""What a word that stands with a capital is without it: « Tours », « Nice », « TRÈS », « Ecole »."""

from __future__ import annotations

from functools import lru_cache

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.grammar.words import readings

SMALL = frozenset(
    {
        Tag.DETERMINER,
        Tag.PREPOSITION,
        Tag.PRONOUN,
        Tag.SUBJECT,
        Tag.CLITIC,
        Tag.COORDINATOR,
        Tag.SUBORDINATOR,
        Tag.RELATIVE,
        Tag.NEGATION,
        Tag.NUMBER,
    }
)
"""The classes of words that are closed, but for adverbs."""


@lru_cache(maxsize=8192)
def plain_tags(form: str) -> frozenset[Tag]:
    """What a form in lower case can be; empty where neither the closed classes nor the lexicon hold it."""
    return frozenset(c.tag for c in readings(form, 0) if c.kind != "guessed") if form else frozenset()


def is_plain(form: str) -> bool:
    """Whether a form in lower case is a word of the language."""
    return bool(plain_tags(form))


def is_small(form: str) -> bool:
    """Whether a form in lower case is a word of a closed class: « le », « de », « il »."""
    return bool(plain_tags(form) & SMALL)


def is_article(form: str) -> bool:
    """Whether a form in lower case is a definite or indefinite article."""
    return any(c.kind in ("definite", "indefinite") and c.tag is Tag.DETERMINER for c in readings(form, 0))
