"""The words of a text, and whether a noun or a verb stands at one of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from briefing.languages.fr.themes.inflection import words
from briefing.languages.fr.themes.vocabulary import WORD, vocabulary
from briefing.languages.fr.verbs import Tense, analyse

_JOINTS = frozenset({" ", "'", "  "})
_FARTHEST = 4
"""How many words may stand between a pronoun or an auxiliary and its verb."""


class Position(StrEnum):
    """What the words in front let a word be."""

    DETERMINER = "determiner"
    """A noun: « un livre »."""
    NUMBER = "number"
    """Rather a noun: « 12 frappes », but « l'article 5 interdit »."""
    ARTICLE = "article"
    """A noun, or a verb after a pronoun: « la livre »."""
    PREPOSITION = "preposition"
    """A noun or an infinitive."""
    VERBAL = "verbal"
    """A verb: « il livre », « a été traité »."""
    OPEN = "open"


NOMINAL = frozenset({Position.DETERMINER, Position.NUMBER, Position.ARTICLE, Position.PREPOSITION})


class Token(NamedTuple):
    """A word in lower case, without an inverted subject, and its span."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and numbers of a folded text."""
    return [Token(_normal(found[0]), found.start(), found.end()) for found in WORD.finditer(text)]


@lru_cache(maxsize=1 << 16)
def _normal(word: str) -> str:
    """« Annonce-t-il » → « annonce », « Etat » → « état »."""
    low = word.lower()
    if "-" in low:
        low = next(
            (low.removesuffix(end) for end in words("inversions") if low.endswith(end) and _is_verb(low, end)), low
        )
    accented = "é" + low[1:]
    return accented if word[0] == "E" and not _is_known(low) and _is_known(accented) else low


def _is_verb(word: str, ending: str) -> bool:
    return bool(analyse(word.removesuffix(ending)))


def _is_known(word: str) -> bool:
    return word in vocabulary().spellings or bool(analyse(word))


@lru_cache(maxsize=1 << 12)
def is_light(word: str) -> bool:
    """Whether the word may stand between an auxiliary and its participle, or a verb and the rest of its phrase."""
    return word in words("light") or word.endswith("ment")


@lru_cache(maxsize=1 << 12)
def is_auxiliary(word: str) -> bool:
    """Whether the word is a form of « avoir » or « être »."""
    return any(form.lemma in {"avoir", "être"} for form in analyse(word))


def adjoin(text: str, line: Sequence[Token], at: int) -> bool:
    """Whether nothing but a space or an apostrophe stands between the word and the one before."""
    return at > 0 and text[line[at - 1].end : line[at].start] in _JOINTS


def position(text: str, line: Sequence[Token], at: int) -> Position:
    """What the words before `at` let that word be."""
    adverbs = adjectives = True
    for step in range(at, max(0, at - _FARTHEST), -1):
        if not adjoin(text, line, step):
            break
        word = line[step - 1].word
        found = _after(word, line[step - 2].word if step > 1 else "")
        if found is not None:
            return _across(found, adverbs=adverbs, adjectives=adjectives, at_once=step == at)
        adverbs, adjectives = adverbs and is_light(word), adjectives and word in words("prenominal")
        if not (adverbs or adjectives):
            break
    return Position.OPEN


def _across(found: Position, *, adverbs: bool, adjectives: bool, at_once: bool) -> Position:
    """What a word tells over those between: an auxiliary over adverbs, a determiner over adjectives."""
    if found is Position.VERBAL:
        return found if adverbs else Position.OPEN
    if not adjectives:
        return Position.OPEN
    return found if at_once else Position.DETERMINER


def _after(word: str, before: str) -> Position | None:
    """What one word in front tells; None where those before it must be asked."""
    if word in words("determiner"):
        return Position.DETERMINER
    if word in words("article_or_pronoun"):
        return Position.VERBAL if before in words("before_verb") else Position.ARTICLE
    if word in words("preposition"):
        return Position.PREPOSITION
    if word in words("before_verb") or is_auxiliary(word):
        return Position.VERBAL
    return Position.NUMBER if word[0].isdigit() else None


def may_be(tense: Tense, here: Position, *, noun_too: bool) -> bool:
    """Whether a verb form can stand in the position; `noun_too`: an article before it makes it a noun."""
    if here is Position.VERBAL:
        return True
    if here in {Position.OPEN, Position.NUMBER}:
        return not (noun_too and tense is Tense.PRESENT_PARTICIPLE)
    if here is Position.DETERMINER:
        return False
    if here is Position.PREPOSITION:
        return tense is Tense.INFINITIVE
    return tense is Tense.INFINITIVE or not (noun_too or tense is Tense.PAST_PARTICIPLE)


def has_pronoun(line: Sequence[Token], at: int, pronouns: Sequence[str]) -> bool:
    """Whether one of the pronouns stands before the verb, over its auxiliary: « s'est vite rendu »."""
    for step in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        word = line[step].word
        if word in pronouns:
            return True
        if not (is_light(word) or is_auxiliary(word) or word in {"y", "en"}):
            return False
    return False
