"""The words that tell what is stated, each by its first letters: the forms of one word and its family begin alike.

Five letters did as well as a Snowball stem or better in every measure (docs/method: how links are found), need no
library and no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.corpus.text import plain
from briefing.extract.words.wording import Wording

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:.()«»“”\"–—!?]")
_PAUSE = re.compile(r"[,;:.)–—!?]")
"""Ends a circumstance: « lors du rassemblement contre la « digue » de Soubise (Ain) »."""
_EXCEPT = 8
"""Within how many words « que » takes back a « ne »."""
_LETTERS, _STEM, _NAME = 3, 5, 7
"""The least letters of a telling word, and by how many it is known; a name by more: « France » is not « Franck »."""
Stretch = tuple[int, int]
"""Start and end in a claim's evidence."""
_Negation = tuple[bool, int, int]
"""Whether it is half of one, and where it starts and ends."""


class Word(Struct, frozen=True):
    """A telling word of a passage: where it stands, its stem, the part of the sentence, and whether it is a name.

    `is_aside`: whether it tells only when or beside what something is so: « lors du rassemblement ».
    """

    start: int
    end: int
    stem: str
    part: int
    is_name: bool
    is_aside: bool


class Words(Struct, frozen=True):
    """The telling words of a passage, where its parts begin, and which of them deny."""

    text: str
    lows: frozenset[str]
    """All of its words, small ones too, in lower case and without accents."""
    told: tuple[Word, ...]
    parts: tuple[int, ...]
    """Where each part but the first begins."""
    negated: frozenset[int]
    """The parts that hold a negation."""
    negations: tuple[int, ...]
    """Behind which offsets what is denied begins: « n'a pas été |retrouvé »."""
    denials: tuple[Stretch, ...]
    """The words of each such part that deny, and what stands between them: « n'a pas »."""

    @property
    def denied(self) -> frozenset[str]:
        """The stems of the parts that hold a negation."""
        return frozenset(word.stem for word in self.told if word.part in self.negated)

    @property
    def denied_heads(self) -> frozenset[str]:
        """What each negation denies first, by its stem: « retrouvé » in « aucun objet n'a été retrouvé »."""
        behind = (next((w for w in self.told if w.start > start and not w.is_name), None) for start in self.negations)
        return frozenset(word.stem for word in behind if word)

    def part_at(self, offset: int) -> int:
        """The part of the sentence at an offset."""
        return sum(begin <= offset for begin in self.parts)


def stem(word: str) -> str:
    """The beginning by which a word and its family are known."""
    return _cut(plain(word))


def _cut(low: str) -> str:
    """« morts » and « mortes » are one, « fermer », « fermée » and « fermeture » too."""
    short = low[:_STEM].rstrip("es")
    return short if len(short) >= _LETTERS else low[:_STEM]


def words(text: str, wording: Wording, names: Sequence[Stretch], apart: Sequence[Stretch]) -> Words:
    """The words of a passage but small ones and those `apart`: dates, sources and their cues."""
    told, parts, end, is_aside = [], [], 0, False
    marked = [(found, plain(found[0])) for found in _WORD.finditer(text)]
    lows = [low for _, low in marked]
    denying = frozenset(_denying(lows, wording))
    negated: dict[int, list[_Negation]] = {}
    for number, (found, low) in enumerate(marked):
        start = found.start()
        if _BREAK.search(text, end, start) or low in wording.joints:
            parts.append(start)
        is_aside = low in wording.circumstances or (is_aside and not _PAUSE.search(text, end, start))
        end = found.end()
        if number in denying:
            negated.setdefault(len(parts), []).append((low in wording.halves, start, end))
        if len(low) < _LETTERS or low in wording.small or lies_in(start, apart):
            continue
        is_name = (start > 0 and found[0][0].isupper()) or lies_in(start, names)
        told.append(Word(start, end, low[:_NAME] if is_name else _cut(low), len(parts), is_name, is_aside))
    negations = tuple(start for found in negated.values() for start in _with_verb(found))
    denials = tuple((found[0][1], found[-1][2]) for found in negated.values())
    return Words(text, frozenset(lows), tuple(told), tuple(parts), frozenset(negated), negations, denials)


def _with_verb(found: Sequence[_Negation]) -> list[int]:
    """Of the negations of a part those before a verb (« ne »), or all where there is none: « aucune victime »."""
    halves = [start for is_half, start, _ in found if is_half]
    return halves or [start for _, start, _ in found]


def _denying(lows: Sequence[str], wording: Wording) -> Iterator[int]:
    """Which words deny, without halves of a negation that only restrict: « ils n'ont fait que riposter »."""
    for number, low in enumerate(lows):
        if low in wording.negations:
            behind = lows[number + 1 : number + 1 + _EXCEPT]
            told = next((w for w in behind if w in wording.negations or w in wording.exceptions), "")
            if low not in wording.halves or told not in wording.exceptions:
                yield number


def lies_in(offset: int, stretches: Sequence[Stretch]) -> bool:
    """Whether an offset lies in one of the stretches."""
    return any(start <= offset < end for start, end in stretches)


def written(text: str, stems: frozenset[str]) -> list[str]:
    """The words of a text that have these stems, as written, each stem once, in order."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        key = stem(word)
        if key in stems:
            found.setdefault(key, word)
    return list(found.values())
