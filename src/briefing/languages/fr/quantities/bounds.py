"""Bounds: the words around a number that make it a minimum, a maximum or an approximation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.languages.fr.quantities.lexicon.vocabulary import BoundWords, Side, bound_words, either
from briefing.languages.fr.verbs import analyse
from briefing.model.annotation import Bound

_WINDOW = 50
_ENDING = 4
_VERB = re.compile(r"(?<![\w-])([^\W\d_]+)(?: pas| jamais)?(?: les| l[ae] (?:barre|seuil|cap|plafond) des)? $")
_NOT = re.compile(r"(?<!\w)n(?:e |')(?:[^\W\d_]+ ){0,3}$")
_WORD_START = re.compile(r"(?<!\w)[^\s']")


@dataclass(frozen=True, slots=True)
class Beside:
    """Bound words next to a number, and where they begin."""

    entry: BoundWords
    start: int
    bound: Bound


def before(text: str, at: int) -> Beside | None:
    """The longest bound words that end just before `at`."""
    if not may_stand_before(text, at):
        return _exceeding(text, at)
    for word in _WORD_START.finditer(text, max(0, at - _WINDOW), at):
        entry = _leading().get(text[word.start() : at].lower())
        if entry:
            return Beside(entry, word.start(), entry.bound)
    return _exceeding(text, at)


def may_stand_before(text: str, at: int) -> bool:
    """Whether the letters just before `at` end some bound words: a quick look."""
    return text[max(0, at - _ENDING) : at].lower() in _endings()


def after(text: str, at: int) -> Beside | None:
    """The bound words that begin just after `at`: « cinq ans au plus »."""
    found = _trailing().match(text, at)
    if found is None:
        return None
    entry = bound_words()[found[1].lower()]
    return Beside(entry, at, entry.bound)


def _exceeding(text: str, at: int) -> Beside | None:
    """A form of « dépasser » before the number: a minimum, and a maximum where the verb is denied."""
    start = max(0, at - _WINDOW)
    found = _VERB.search(text[start:at])
    lemmas = (form.lemma for form in analyse(found[1].lower())) if found else ()
    entry = next((bound_words()[lemma] for lemma in lemmas if lemma in bound_words()), None)
    if found is None or entry is None or not entry.verb:
        return None
    denied = _NOT.search(text[start : start + found.start()]) is not None
    return Beside(entry, start + found.start(), Bound.MAX if denied else entry.bound)


@cache
def _leading() -> dict[str, BoundWords]:
    """Bound words with what joins them to the number: « près d' », « près des »."""
    entries = bound_words().items()
    return {
        form: entry
        for words, entry in entries
        if entry.side is not Side.AFTER and not entry.verb
        for form in _joined(words)
    }


@cache
def _endings() -> frozenset[str]:
    return frozenset(form[-_ENDING:] for form in _leading())


def _joined(words: str) -> Iterator[str]:
    if words.endswith(" de"):
        yield from (words + " ", words[:-1] + "'", words + "s ")
    elif words.endswith("à"):
        yield from (words + " ", words[:-1] + "aux ")
    elif words[-1].isalpha():
        yield words + " "
    else:
        yield from (words, words + " ")


@cache
def _trailing() -> re.Pattern[str]:
    forms = either(words for words, entry in bound_words().items() if entry.side is not Side.BEFORE)
    return re.compile(rf",? ({forms})(?!\w| d[e'u]| que)", re.IGNORECASE)
