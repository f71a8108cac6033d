"""Which pairs are shown as saying the same: what they share is enough whatever the dossier is about.

A score that is fitted on short dossiers of one event promises too much where articles are long, tell of many things or
share a theme: there each claim has a nearest one, and names and words of the theme stand everywhere. So the score
opens, and one of these rules must hold: a number, a day or most of the words. What no rule holds for is proposed to a
person.

The least values were read off labelled pairs (tests/relating, and four larger dossiers full of what only looks alike),
and off real articles on one theme and on none, whose pairs must not be shown. What did not help: weighing words by how
frequent they are in French, families of words by derivation, products of features, trees instead of a sum; synonyms
(36,000 words) a little.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from briefing.relate.compare.features import FEATURES
from briefing.relate.compare.pairs import Pair

ONE_EVENT = 0.18
"""Articles so alike tell of one event, by their words alone; two claims that name the same need less."""
_NEAR = 0.5
"""No more than one other claim stands nearer."""


class Rule(Struct, frozen=True):
    """What a pair needs at least: how `alike` its articles are, its score of sameness, and features by their names."""

    alike: float = 0.0
    rank: float = _NEAR
    score: float = 0.0
    number: float = 0.0
    number_words: float = 0.0
    telling_number: float = 0.0
    digits: float = 0.0
    words: float = 0.0
    held: float = 0.0
    shared: float = 0.0
    day: float = 0.0
    strangers: float = 1.0
    """The most of it: 0.0 where claims that name others cannot say the same."""
    by_words: bool = False
    """Whether it rests on words, of which circumstances alone are not enough: much happens during one rally."""

    def holds(self, pair: Pair, score: float) -> bool:
        """Whether a pair, with its score of sameness, shares all of it."""
        found = pair.features
        close = pair.alike >= self.alike and found.rank >= self.rank and score >= self.score
        if not close or found.strangers > self.strangers or (self.by_words and _shares_circumstances(pair)):
            return False
        return all(getattr(found, name) >= getattr(self, name) for name in _NEEDED)


_NEEDED = tuple(name for name in Rule.__struct_fields__ if name in FEATURES and name not in ("rank", "strangers"))


def _shares_circumstances(pair: Pair) -> bool:
    """Whether each word that is shared, or name where no word is, tells in one claim only beside what something is."""
    one, other = pair.one.slots, pair.other.slots
    shared = (one.content & other.content) or (one.names & other.names)
    return bool(shared) and shared.isdisjoint(one.stated & other.stated)


A_NUMBER = Rule(score=0.4, number_words=0.1)
"""One number in units that fit, with rare words around it in both."""
A_TELLING_NUMBER = Rule(rank=0.2, telling_number=0.1)
"""A number that nobody gives by chance, whatever words stand around it: « 1 900 personnes », « les 1 900 agents »."""
AN_AMOUNT = Rule(rank=1.0, score=0.8, number=1.0)
"""One number in one unit that few give and that is not small, in claims that are each other's nearest."""
A_TIME = Rule(score=0.2, digits=1.0)
"""One time of day, to the minute."""
A_DAY = Rule(by_words=True, strangers=0.0, score=0.6, day=0.6, held=0.15)
"""One day that not everything is told of, and more than a word else; not what two firms do on it."""
A_SENTENCE = Rule(by_words=True, alike=ONE_EVENT, score=0.45, words=0.35, held=0.35, shared=1.0)
"""Much of one in the other, and not only names."""
NEARLY_THE_WORDS = Rule(by_words=True, alike=ONE_EVENT, words=0.5, held=0.6, shared=1.5)
"""Nearly the words of the other."""
RULES: Mapping[str, Rule] = {
    "a number": A_NUMBER,
    "a telling number": A_TELLING_NUMBER,
    "an amount": AN_AMOUNT,
    "a time": A_TIME,
    "a day": A_DAY,
    "a sentence": A_SENTENCE,
    "nearly the words": NEARLY_THE_WORDS,
}


def is_shown(pair: Pair, score: float) -> bool:
    """Whether a pair against which nothing speaks may be shown as one."""
    return bool(rules_of(pair, score))


def rules_of(pair: Pair, score: float) -> list[str]:
    """The names of the rules that hold.

    « 12 000 soldats » and « des milliers »: none does where numbers are of one thing and not equal.
    """
    if pair.features.bound > 0 or pair.features.clash > 0:
        return []
    return [name for name, rule in RULES.items() if rule.holds(pair, score)]
