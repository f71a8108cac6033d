"""Set phrases and verbs that decide a modality, from the word lists, found in the tokens of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.extract.lexicon import load
from briefing.languages.fr.modality.syntax.grammar import grammar, is_between
from briefing.languages.fr.modality.syntax.tokens import BREAKS, Tokens, split_words
from briefing.model.claim import Modality

_REACH = 6
"""How many words a phrase may stand behind its verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """An entry of a list: a phrase, perhaps after one of some verbs; or one of some verbs alone."""

    example: str
    words: tuple[str, ...] = ()
    """Phrases, inflected as they stand; one is enough."""
    verbs: tuple[str, ...] = ()
    """Infinitives; any form of one must stand shortly before the phrase."""
    only: str = ""
    """A condition that the list's own rule knows, by name."""
    modality: Modality | None = None
    """What the marker says, in a list that holds several."""
    counter: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A marker in a sentence; places of its first and last token, and of its verb (-1 where it names none)."""

    list: str
    marker: Marker
    first: int
    last: int
    verb: int = -1


LISTS = (
    "allegations",
    "conditionals",
    "denials",
    "hedges",
    "hypotheses",
    "interpretations",
    "judgements",
    "opinions",
    "predictions",
    "stances",
    "themes",
)


_Phrase = tuple[tuple[str, ...], str, Marker]


@dataclass(frozen=True, slots=True)
class _Index:
    """All markers by the first two words of their phrase, and those without a phrase by their verb."""

    phrases: dict[tuple[str, ...], list[_Phrase]]
    verbs: dict[str, list[tuple[str, Marker]]]
    firsts: frozenset[str]
    """The first words of all phrases."""


@cache
def _index() -> _Index:
    phrases: dict[tuple[str, ...], list[_Phrase]] = defaultdict(list)
    verbs: dict[str, list[tuple[str, Marker]]] = defaultdict(list)
    for name in LISTS:
        for marker in load(__package__, name, Marker):
            for phrase in map(split_words, marker.words):
                phrases[phrase[:2]].append((phrase, name, marker))
            for verb in () if marker.words else marker.verbs:
                verbs[verb].append((name, marker))
    return _Index(dict(phrases), dict(verbs), frozenset(words[0] for words in phrases))


def find(tokens: Tokens) -> dict[str, list[Found]]:
    """The markers in the sentence, by the name of their list, in the order of the text."""
    index = _index()
    found: dict[str, list[Found]] = {}
    for place in range(len(tokens)):
        if tokens.words[place] not in index.firsts and not tokens.forms[place].lemmas:
            continue
        for marker in _at(index, tokens, place):
            found.setdefault(marker.list, []).append(marker)
    return found


def _at(index: _Index, tokens: Tokens, place: int) -> Iterator[Found]:
    """The markers that begin at `place`, or whose phrase does."""
    if tokens.words[place] in index.firsts:
        for length in (1, 2):
            yield from _phrases_at(tokens, place, index.phrases.get(tokens.words[place : place + length], []))
    for lemma in tokens.forms[place].lemmas:
        for name, marker in index.verbs.get(lemma, ()):
            yield Found(name, marker, place, place, place)


def _phrases_at(tokens: Tokens, place: int, phrases: list[_Phrase]) -> Iterator[Found]:
    """The phrases that begin at `place`, where their verb stands before."""
    for words, name, marker in phrases:
        last = place + len(words) - 1
        if tokens.words[place : last + 1] != words:
            continue
        verb = _verb_before(tokens, place, words, marker.verbs) if marker.verbs else -1
        if verb >= 0 or not marker.verbs:
            yield Found(name, marker, verb if verb >= 0 else place, last, verb)


def _verb_before(tokens: Tokens, place: int, words: tuple[str, ...], verbs: tuple[str, ...]) -> int:
    """The nearest form of one of the verbs before `place`, within reach and with no mark between, or -1."""
    for before in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if not tokens.forms[before].lemmas.isdisjoint(verbs):
            return before
        if tokens[before] in BREAKS or (words[0] in grammar().links and not is_between(tokens[before])):
            return -1
    return -1
