"""Which classes of actions and things a text speaks of; by them, claims of different articles are recognised as alike.

A word that may be a noun or a verb is told by the words in front of it; set phrases come before single words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from briefing.corpus.text import fold
from briefing.extract.pack import Theme
from briefing.languages.fr.themes.inflection import words
from briefing.languages.fr.themes.position import (
    NOMINAL,
    Position,
    Token,
    adjoin,
    has_pronoun,
    is_light,
    may_be,
    position,
    tokens,
)
from briefing.languages.fr.themes.vocabulary import Homograph, Tail, vocabulary
from briefing.languages.fr.verbs import Form, Tense, analyse


@dataclass(frozen=True, slots=True)
class _Sense:
    """What a word may mean: the class of the noun, the listed verbs it may be a form of, the phrases it may begin."""

    noun: str | None
    forms: tuple[Form, ...]
    noun_tails: tuple[Tail, ...]
    verb_tails: tuple[Tail, ...]
    homograph: Homograph | None
    ever_verb: bool
    infinitive: bool


def themes(text: str) -> tuple[Theme, ...]:
    """The classes in a text of any length, in order; no two overlap. Offsets are code points."""
    return tuple(_themes(fold(text)))


def _themes(text: str) -> Iterator[Theme]:
    line = tokens(text)
    free = 0
    for at, token in enumerate(line):
        sense = _sense(token.word)
        if sense is None or at < free:
            continue
        phrase = phrase_at(text, line, at)
        if phrase is not None:
            theme, free = phrase
        else:
            theme, free = _meaning(text, line, at, sense), at + 1
        if theme:
            yield Theme(theme, token.start, line[free - 1].end)


@lru_cache(maxsize=1 << 16)
def _sense(word: str) -> _Sense | None:
    """None for most words."""
    known = vocabulary()
    readings = analyse(word)
    forms = tuple(form for form in readings if form.lemma in known.verbs or form.lemma in known.pronominal)
    if word.endswith("es"):
        forms = tuple(form for form in forms if form.tense is not Tense.PRESENT)  # the press does not say « tu livres »
    noun = known.nouns.get(word)
    noun_tails = known.noun_tails.get(word, ())
    verb_tails = tuple(
        tail for lemma in sorted({f.lemma for f in readings}) for tail in known.verb_tails.get(lemma, ())
    )
    if not (noun or forms or noun_tails or verb_tails or word in known.homographs):
        return None
    infinitive = any(form.lemma == word for form in readings)
    return _Sense(noun, forms, noun_tails, verb_tails, known.homographs.get(word), bool(readings), infinitive)


def phrase_at(text: str, line: Sequence[Token], at: int) -> tuple[str | None, int] | None:
    """The class of the longest phrase that begins at a word, none for a false friend, and the word after it."""
    sense = _sense(line[at].word)
    if sense is None or not (sense.noun_tails or sense.verb_tails):
        return None
    found = list(_ends(text, line, at + 1, sense.noun_tails))
    if sense.verb_tails:
        over = at + 1 < len(line) and is_light(line[at + 1].word)
        found += _ends(text, line, at + 2 if over else at + 1, sense.verb_tails)
    if not found:
        return None
    end, theme = max(found, key=itemgetter(0))
    return theme, end


def _ends(text: str, line: Sequence[Token], start: int, tails: Sequence[Tail]) -> Iterator[tuple[int, str | None]]:
    """The word after each tail that stands at `start`, and the class of its phrase."""
    first = line[start].word if start < len(line) else ""
    for tail in tails:
        end = start + len(tail.words)
        if tail.words[0] != first or tail.words != tuple(token.word for token in line[start:end]):
            continue
        if all(adjoin(text, line, i) for i in range(start, end)):
            yield end, tail.theme


def _meaning(text: str, line: Sequence[Token], at: int, sense: _Sense) -> str | None:
    """The class of a single word where it stands."""
    if not sense.ever_verb and sense.homograph is None:
        return sense.noun
    here = position(text, line, at)
    verb = _verb(line, at, sense, here)
    verbal = here is Position.VERBAL or (here is Position.PREPOSITION and sense.infinitive)
    if sense.homograph:
        return _told_apart(sense.homograph, here, verb, verbal=verbal)
    return verb if verbal and sense.ever_verb else sense.noun or verb


def _told_apart(word: Homograph, here: Position, verb: str | None, *, verbal: bool) -> str | None:
    if verbal:
        return word.verb and (verb or word.verb)
    return word.noun if here in NOMINAL else word.open


def _verb(line: Sequence[Token], at: int, sense: _Sense, here: Position) -> str | None:
    """The class of the verb that the word may be here; with its pronoun, « se rendre » comes before « rendre »."""
    known = vocabulary()
    noun_too = line[at].word in words("nouns_too")
    for form in sense.forms:
        if not may_be(form.tense, here, noun_too=noun_too):
            continue
        bound = known.pronominal.get(form.lemma)
        theme = bound.theme if bound and has_pronoun(line, at, bound.pronouns) else known.verbs.get(form.lemma)
        if theme:
            return theme
    return None
