"""Words, phrases and verbs by which a language says how sure something is, found in an analysed sentence.

A phrase matches in all its inflections: two words are alike where they share a form, a lemma or a verb's participle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.words.lexicon import Entry
from briefing.model.claim import Modality

_REACH = 6
"""How many words a phrase may stand behind its verb."""
_ENDING = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET})
_VERBAL = frozenset({Tag.FINITE, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.GERUND})
_BEYOND = _ENDING | {Tag.SUBORDINATOR, Tag.RELATIVE}
"""What stands behind one of these belongs to another verb: « est moins que le milliard [attendu] »."""
_LINKS = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR})
"""A phrase that begins so follows its verb at once, adverbs aside."""
_BETWEEN = frozenset({Tag.ADVERB, Tag.CLITIC, Tag.NEGATION, Tag.PARTICIPLE, Tag.SUBJECT})


class Sign(Entry, frozen=True, kw_only=True):
    """An entry of a list: phrases, perhaps behind one of some verbs; or one of some verbs alone."""

    kind: str
    """What rule asks for it."""
    words: tuple[str, ...] = ()
    """Phrases; one is enough."""
    verbs: tuple[str, ...] = ()
    """Infinitives; any form of one must stand shortly before the phrase."""
    only: str = ""
    """A condition that the sign's own rule knows, by name."""
    modality: Modality | None = None
    """What it says, where its kind does not tell."""


class Sighting(Struct, frozen=True):
    """A sign in a sentence: words `first` to `last` (excluded), and its verb, None where it names none."""

    sign: Sign
    first: int
    last: int
    verb: int | None


_REMEMBERED = 16_384
"""Pairs of words whose phrases stay at hand."""
_ALONE = ""
"""Stands for the second word of a phrase of one."""


class _Phrase(Struct, frozen=True):
    """Words of a sign, each as all that it may be, and the number of the phrase among all."""

    words: tuple[frozenset[str], ...]
    sign: Sign
    number: int

    def may_stand(self, verbs: frozenset[str]) -> bool:
        """Whether a verb of a sentence may be the one that it follows."""
        return not self.sign.verbs or not verbs.isdisjoint(self.sign.verbs)


_Rest = Mapping[str, Sequence[_Phrase]]
"""Phrases by their second word."""


class Signs:
    """A language's signs, found by the first word of their phrase, or by their verb where they have none.

    `cut` makes the words of a phrase as those of a text, `keys` tells all that a form may be.
    """

    def __init__(
        self, signs: Sequence[Sign], cut: Callable[[str], Sequence[str]], keys: Callable[[str], frozenset[str]]
    ) -> None:
        self._signs, self._cut, self._keys = signs, cut, keys
        phrases: defaultdict[str, defaultdict[str, list[_Phrase]]] = defaultdict(lambda: defaultdict(list))
        verbs: defaultdict[str, list[Sign]] = defaultdict(list)
        number = 0
        for sign in signs:
            for phrase in sign.words:
                words = tuple(keys(form) for form in cut(phrase))
                entry = _Phrase(words, sign, number)
                number += 1
                for one in words[0]:
                    for other in words[1] if len(words) > 1 else (_ALONE,):
                        phrases[one][other].append(entry)
            for verb in () if sign.words else sign.verbs:
                verbs[verb].append(sign)
        self._verbs: Mapping[str, Sequence[Sign]] = verbs
        self._rests = lru_cache(_REMEMBERED)(self._opened_by)
        self._opened = lru_cache(_REMEMBERED)(self._opening)
        self._phrases: Mapping[str, _Rest] = {k: dict(rest) for k, rest in phrases.items()}

    def with_more(self, signs: Sequence[Sign]) -> Signs:
        """These signs and others of the same language."""
        return Signs((*self._signs, *signs), self._cut, self._keys)

    def find(self, syntax: Syntax, first: int, last: int) -> dict[str, list[Sighting]]:
        """The signs among words `first` to `last`, by kind, in the order of the text."""
        found: dict[str, list[Sighting]] = {}
        for sighting in self._sightings(syntax, first, last):
            found.setdefault(sighting.sign.kind, []).append(sighting)
        return found

    def _sightings(self, syntax: Syntax, first: int, last: int) -> Iterator[Sighting]:
        verbs = frozenset(word.lemma for word in syntax.words if word.tag in _VERBAL)
        for place, word in enumerate(syntax.words[first:last], first):
            if self._rests(word.form):
                following = syntax.words[place + 1].form if place + 1 < last else ""
                likely = [phrase for phrase in self._opened(word.form, following) if phrase.may_stand(verbs)]
                yield from filter(None, [self._at(syntax, place, last, phrase) for phrase in likely])
            if word.tag in _VERBAL:
                yield from (Sighting(sign, place, place + 1, place) for sign in self._verbs.get(word.lemma, ()))

    def _opened_by(self, form: str) -> Sequence[_Rest]:
        """The phrases that a word may open, by their second word."""
        return [rest for key in self._keys(form) if (rest := self._phrases.get(key)) is not None]

    def _opening(self, form: str, following: str) -> Sequence[_Phrase]:
        """The phrases that a word and the next may open, each once."""
        keys = (_ALONE, *(self._keys(following) if following else ()))
        found = {phrase.number: phrase for rest in self._rests(form) for key in keys for phrase in rest.get(key, ())}
        return sorted(found.values(), key=lambda phrase: phrase.number)

    def _at(self, syntax: Syntax, place: int, last: int, phrase: _Phrase) -> Sighting | None:
        words, sign = phrase.words, phrase.sign
        end = place + len(words)
        if end > last:
            return None
        for k in range(2, len(words)):  # the first two are those by which the phrase was found
            if words[k].isdisjoint(self._keys(syntax.words[place + k].form)):
                return None
        if not sign.verbs:
            return Sighting(sign, place, end, None)
        verb = _verb_before(syntax, place, sign.verbs)
        return None if verb is None else Sighting(sign, verb, end, verb)


def _verb_before(syntax: Syntax, place: int, verbs: Sequence[str]) -> int | None:
    """The nearest form of one of the verbs before `place`, within reach and with no mark between."""
    linked = syntax.words[place].tag in _LINKS
    for before in range(place - 1, max(-1, place - 1 - _REACH), -1):
        word = syntax.words[before]
        if word.tag in _VERBAL and word.lemma in verbs:
            return before
        if word.tag in _BEYOND or (linked and word.tag not in _BETWEEN):
            return None
    return None
