"""Shapes of French words, on folded text: capitals, first names, adjectives."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.languages.fr.names.demonyms import adjectives_of_origin, place_of
from briefing.languages.fr.names.lists import first_names, words
from briefing.languages.fr.verbs import Tense, analyse

CAPITAL = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x250)) if c.isupper())
SMALL = "a-zß-öø-ÿœ"
WORD = rf"[{CAPITAL}]\w*(?:-[dl]'\w+|'s\b|'[{CAPITAL}]\w*|[-&]\w+)*\+?"
"""A word with a capital; hyphens and apostrophes belong to it."""
_INITIALS = rf"(?:[{CAPITAL}]\.-?)+"
_PARTICLES = r"(?:von|van|der|den|zu|ben|bin|ibn|al|el|ould|da|do|dos|di|del|della|ter|ten|af|av) "
_JOINED = rf"(?:al|el|ad|as|ar|at|ash|an)-{WORD}"
_PART = rf"(?:{_JOINED}|{WORD})"
_BETWEEN = rf"(?: & | {_INITIALS} ?| (?:{_PARTICLES}){{0,2}})"
RUN = re.compile(rf"(?<!\w)(?:{_INITIALS}(?= ?[{CAPITAL}]) ?)?{_PART}(?:{_BETWEEN}{_PART}){{0,9}}")
"""A sequence of capitalised words, with the small words that stand inside foreign names."""
TOKEN = re.compile(rf"{_INITIALS}|{_JOINED}|{WORD}")
COMPLEMENT = r"(?:de la |de l'|du |des |de |d')"
CHAIN = rf"{WORD}(?: (?:\d{{1,2}} )?(?:{_JOINED}|{WORD})){{0,3}}"
"""Up to four capitalised words."""

_ADJECTIVE = re.compile(
    r"[a-zà-ÿ-]+(?:al|ale|aux|ales|els?|elles?|iques?|aires?|ifs?|ives?|iers?|ières?|eurs?|eures?|eux|euses?|ants?|antes?|ables?|ibles?|iles?|istes?|icoles?|iens?|iennes?|ains?|aines?|ines?|graphes?|estres?)$"
)
_FINITE = frozenset(
    {Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE, Tense.CONDITIONAL, Tense.PAST_SIMPLE, Tense.SUBJUNCTIVE}
)


def is_first_name(word: str) -> bool:
    """« Anne », « Anne-Sophie », « J.-P. »: a word that begins a person's name."""
    if word in first_names() or word.endswith("."):
        return True
    first, _, rest = word.partition("-")
    return bool(rest) and first in first_names() and (rest[0].isupper() or rest in first_names())


def is_acronym(word: str) -> bool:
    """« MR » is a party, « M. » and « MM. » are titles."""
    return word.isupper() and len(word) > 1 and "." not in word and word != "MM"


@lru_cache(maxsize=1 << 14)
def is_finite(word: str) -> bool:
    """Whether a word in lower case may be the verb of a sentence."""
    return any(form.tense in _FINITE for form in analyse(word))


@lru_cache(maxsize=1 << 14)
def is_verb(word: str) -> bool:
    """Whether a word in lower case may be any form of a verb."""
    return bool(analyse(word))


@lru_cache(maxsize=1 << 14)
def is_action(word: str) -> bool:
    """Whether a word in lower case may be a verb with its subject or objects: « prévoit », « prévoyant »."""
    return any(form.tense in _FINITE or form.tense is Tense.PRESENT_PARTICIPLE for form in analyse(word))


def is_infinitive(word: str) -> bool:
    """Whether a word in lower case is an infinitive."""
    return any(form.tense is Tense.INFINITIVE for form in analyse(word))


@lru_cache(maxsize=1 << 14)
def is_adjective(word: str) -> bool:
    """Whether a word in lower case looks like the adjective of an official name: « nationale », « publics »."""
    if word in words("adjectives") or word in adjectives_of_origin() or place_of(word):
        return True
    return _ADJECTIVE.match(word) is not None and word not in words("openers") and not is_action(word)
