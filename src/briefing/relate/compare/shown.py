"""Which pairs are shown as saying the same: what they share is enough whatever the dossier is about.

A score that is fitted on short dossiers of one event promises too much where articles are long, tell of many things or
share a theme: there each claim has a nearest one, and names and words of the theme stand everywhere. So the score
opens, and one of these rules must hold: a number told alike, a day with most of the words, or the words themselves.
What no rule holds for is proposed to a person.

The least values were read off labelled pairs (tests/relating), and off real articles on one theme and on none, whose
pairs must not be shown. Weighing words by how frequent they are in French was tried too: among the labelled pairs it
let in more wrong ones than right ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.relate.compare.pairs import Pair

_NEAR = 0.5
"""No more than one other claim stands nearer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a pair needs at least: how `alike` its articles are, its score of sameness, and features by their names."""

    alike: float
    score: float
    number_words: float = 0.0
    day: float = 0.0
    words: float = 0.0
    held: float = 0.0
    shared: float = 0.0

    def holds(self, pair: Pair, score: float) -> bool:
        """Whether a pair, with its score of sameness, shares all of it."""
        found = pair.features
        given = (pair.alike, score, found.number_words, found.day, found.words, found.held, found.shared)
        least = (self.alike, self.score, self.number_words, self.day, self.words, self.held, self.shared)
        return all(value >= wanted for value, wanted in zip(given, least, strict=True))


A_NUMBER = Rule(alike=0.15, score=0.25, number_words=0.1)
"""One number in units that fit, with rare words around it in both."""
A_DAY = Rule(alike=0.25, score=0.5, day=0.01, held=0.35, shared=1.0)
"""One day, and a good part of the shorter claim stands in the other."""
A_RARE_DAY = Rule(alike=0.12, score=0.6, day=0.9, shared=0.6)
"""One day that hardly any other claim names: « le 24 mars »."""
A_SENTENCE = Rule(alike=0.28, score=0.35, words=0.3, held=0.35, shared=0.6)
"""Much of one in the other, and not only names."""
MANY_WORDS = Rule(alike=0.3, score=0.45, words=0.2, held=0.35, shared=1.7)
"""Several rare words that are no names, in articles that surely tell of one event."""

RULES: Mapping[str, Rule] = {
    "a number": A_NUMBER,
    "a day": A_DAY,
    "a rare day": A_RARE_DAY,
    "a sentence": A_SENTENCE,
    "many words": MANY_WORDS,
}


def is_shown(pair: Pair, score: float) -> bool:
    """Whether a pair against which nothing speaks may be shown as one."""
    return pair.features.rank >= _NEAR and bool(rules_of(pair, score))


def rules_of(pair: Pair, score: float) -> list[str]:
    """The names of the rules that hold.

    « 12 000 soldats » and « des milliers »: where numbers are of one thing and not equal, words are not enough.
    """
    found = pair.features
    parts = found.bound > 0 or found.clash > 0
    return [name for name, rule in RULES.items() if rule.holds(pair, score) and (rule is A_NUMBER or not parts)]
