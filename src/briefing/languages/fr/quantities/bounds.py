"""Bounds: the words around a number that make it a minimum, a maximum or an approximation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.languages.fr.grammar.voices import nouns_of
from briefing.languages.fr.quantities.lexicon.vocabulary import BoundWords, Side, bound_words
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed
from briefing.model.annotation import Bound

_LONGEST = 6  # words
_NEGATION = 3  # words: « ne peut jamais excéder »
_THAN = frozenset({"que", "qu'"})


class Beside(Struct, frozen=True):
    """Bound words next to a number, and the word with which they begin."""

    entry: BoundWords
    first: int
    bound: Bound


def before(text: str, syntax: Syntax, at: int) -> Beside | None:
    """The longest bound words that end just before a word."""
    words, end = syntax.words, syntax.words[at].start
    for first in range(max(0, at - _LONGEST), at):
        entry = _leading().get(text[words[first].start : end].lower())
        if entry:
            return Beside(entry, first, Bound.MAX if entry.denied and _is_denied(syntax, first) else entry.bound)
    return _exceeding(syntax, at) or _limiting(syntax, at)


def _is_denied(syntax: Syntax, at: int) -> bool:
    """« ne sont pas restés [plus de] … »: a negated verb ends there."""
    return any(verb.last == at and verb.negated for verb in syntax.verbs)


def after(text: str, syntax: Syntax, at: int) -> Beside | None:
    """The bound words that begin with a word, a comma before them or not: « cinq ans au plus »."""
    words = syntax.words
    at += at < len(words) and words[at].form == ","
    for last in range(min(len(words), at + _LONGEST), at, -1):
        entry = _trailing().get(text[words[at].start : words[last - 1].end].lower())
        if entry:
            goes_on = last < len(words) and words[last].form in nouns_of("bare_of") | _THAN
            return None if goes_on else Beside(entry, at, entry.bound)  # not « et plus [de] trente blessés »
    return None


def _exceeding(syntax: Syntax, at: int) -> Beside | None:
    """A form of « dépasser », « avoisiner » before the number; a minimum is a maximum where the verb is denied."""
    words = syntax.words
    i = _past_insertion(syntax, at - 1)
    while i >= 0 and words[i].form in listed("after_exceeding"):
        i -= 1
    entry = bound_words().get(words[i].lemma) if i >= 0 and words[i].tense is not None else None
    if entry is None or not entry.infinitive:
        return None
    denied = entry.bound is Bound.MIN and any(w.tag is Tag.NEGATION for w in words[max(0, i - _NEGATION) : i])
    return Beside(entry, i, Bound.MAX if denied else entry.bound)


def _past_insertion(syntax: Syntax, at: int) -> int:
    """Back over what two commas enclose: « ne dépasserait pas[, d'après eux,] 600 000 euros »."""
    if at < 0 or syntax.words[at].tag is not Tag.COMMA:
        return at
    enclosed = range(at - 1, max(-1, at - _LONGEST), -1)
    return next((i - 1 for i in enclosed if syntax.words[i].tag is Tag.COMMA), at)


def _limiting(syntax: Syntax, at: int) -> Beside | None:
    """« le maximum est désormais de dix ans »: words that may stand alone, as the subject."""
    if at == 0 or syntax.words[at - 1].form not in nouns_of("bare_of"):
        return None
    clause = syntax.clause_at(at)
    verb, subject = (syntax.verb_of(clause), syntax.subject_of(clause)) if clause else (None, None)
    if verb is None or subject is None or verb.lemma != "être":
        return None
    if any(word.tag is not Tag.ADVERB for word in syntax.words[verb.last : at - 1]):
        return None
    entry = bound_words().get(syntax.words[subject.head].lemma)
    return Beside(entry, at - 1, entry.bound) if entry is not None and entry.side is Side.BOTH else None


@cache
def _leading() -> dict[str, BoundWords]:
    """Bound words with what joins them to the number: « près d' », « près des »."""
    entries = bound_words().items()
    return {
        form: entry
        for phrase, entry in entries
        if entry.side is not Side.AFTER and not entry.infinitive
        for form in _joined(phrase)
    }


def _joined(phrase: str) -> Iterator[str]:
    if phrase.endswith(" de"):
        yield from (phrase + " ", phrase[:-1] + "'", phrase + "s ")
    elif phrase.endswith("à"):
        yield from (phrase + " ", phrase[:-1] + "aux ")
    elif phrase[-1].isalpha():
        yield phrase + " "
    else:
        yield from (phrase, phrase + " ")


@cache
def _trailing() -> dict[str, BoundWords]:
    return {phrase: entry for phrase, entry in bound_words().items() if entry.side is not Side.BEFORE}
