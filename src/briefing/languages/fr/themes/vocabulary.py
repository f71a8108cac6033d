"""The classes of `actions.yaml` and `things.yaml`, how they are akin, and the words that lead to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from briefing.extract.lexicon import load
from briefing.languages.fr.themes.inflection import adjective_forms, noun_forms

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
Phrase = tuple[str, ...]
_HALF = 0.5
_PRONOUNS = {"se": ("se", "s"), "s": ("se", "s"), "l": ("l",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeClass:
    """An entry of `actions.yaml` or `things.yaml`; the fields are explained there."""

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    broader: str | None = None
    opposite: str | None = None
    reaction: bool = False
    example: str
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Homograph:
    """An entry of `homographs.yaml`; the fields are explained there."""

    words: tuple[str, ...]
    noun: str | None = None
    verb: str | None = None
    open: str | None = None
    why: str
    shows: str
    example: str
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseFriend:
    """An entry of `false_friends.yaml`: a set phrase whose words mean nothing by themselves."""

    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    counter: str


@cache
def classes() -> dict[str, ThemeClass]:
    """All classes by name."""
    entries = chain.from_iterable(load(__package__, name, ThemeClass) for name in ("actions", "things"))
    return {entry.name: entry for entry in entries}


@cache
def false_friends() -> tuple[FalseFriend, ...]:
    """All false friends."""
    return load(__package__, "false_friends", FalseFriend)


def kinship(one: str, other: str) -> float:
    """How far two classes say the same: 1 if they are one, ½ if one is broader or both stand under a third, else 0."""
    if one == other:
        return 1.0
    broader = classes()[one].broader, classes()[other].broader
    akin = one == broader[1] or other == broader[0] or (broader[0] is not None and broader[0] == broader[1])
    return _HALF if akin else 0.0


def opposite(name: str) -> str | None:
    """The class that says the contrary, if there is one; symmetric."""
    return classes()[name].opposite


@dataclass(frozen=True, slots=True)
class Tail:
    """What must follow a word to make a phrase, and the class of the phrase; a false friend has none."""

    words: Phrase
    theme: str | None


class Verb(NamedTuple):
    """A listed verb: its infinitive, the words that must follow, the pronouns that must stand before it, its class."""

    infinitive: str
    tail: Phrase
    pronouns: Phrase
    theme: str | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and phrases by the word that begins them, verbs by their infinitive; phrases longest first."""

    nouns: dict[str, str]
    verbs: dict[str, str]
    pronominal: dict[str, Verb]
    noun_tails: dict[str, tuple[Tail, ...]]
    verb_tails: dict[str, tuple[Tail, ...]]
    homographs: dict[str, Homograph]
    spellings: frozenset[str]
    """Every word of a noun or of a tail: what an unaccented capital may stand for."""


@cache
def vocabulary() -> Vocabulary:
    """The word lists, turned over."""
    nouns = list(_nouns())
    verbs = list(_verbs())
    return Vocabulary(
        nouns={form[0]: theme for form, theme in nouns if len(form) == 1 and theme},
        verbs={verb.infinitive: verb.theme for verb in verbs if verb.theme and not verb.tail and not verb.pronouns},
        pronominal={verb.infinitive: verb for verb in verbs if verb.pronouns and not verb.tail},
        noun_tails=_tails((form[0], Tail(form[1:], theme)) for form, theme in nouns if len(form) > 1),
        verb_tails=_tails((verb.infinitive, Tail(verb.tail, verb.theme)) for verb in verbs if verb.tail),
        homographs={word: entry for entry in load(__package__, "homographs", Homograph) for word in entry.words},
        spellings=frozenset(chain(*(form for form, _ in nouns), *(verb.tail for verb in verbs))),
    )


@cache
def qualifiers() -> frozenset[str]:
    """The adjectives that stand for a thing: « militaire »; a word that is a noun too is none."""
    things = [entry for entry in classes().values() if not entry.verbs]
    forms = {form[0] for entry in things for adjective in entry.adjectives for form in adjective_forms(adjective)}
    return frozenset(forms - {noun for entry in things for noun in entry.nouns})


def _phrase(listed: str) -> Phrase:
    return tuple(WORD.findall(listed.lower()))


def _nouns() -> Iterator[tuple[Phrase, str | None]]:
    for entry in classes().values():
        nouns = chain.from_iterable(noun_forms(_phrase(noun)) for noun in entry.nouns)
        adjectives = chain.from_iterable(map(adjective_forms, entry.adjectives))
        yield from ((form, entry.name) for form in chain(nouns, adjectives))
    yield from ((_phrase(listed), None) for friend in false_friends() for listed in friend.words)


def _verbs() -> Iterator[Verb]:
    for entry in classes().values():
        yield from (_verb(listed, entry.name) for listed in entry.verbs)
    yield from (_verb(listed, None) for friend in false_friends() for listed in friend.verbs)


def _verb(listed: str, theme: str | None) -> Verb:
    """« se rendre », « l'emporter », « mettre en examen »: the pronoun and the words behind are part of the verb."""
    first, *others = _phrase(listed)
    pronouns = _PRONOUNS.get(first, ())
    infinitive, *tail = others if pronouns else (first, *others)
    return Verb(infinitive, tuple(tail), pronouns, theme)


def _tails(pairs: Iterable[tuple[str, Tail]]) -> dict[str, tuple[Tail, ...]]:
    found: dict[str, list[Tail]] = defaultdict(list)
    for first, tail in pairs:
        found[first].append(tail)
    return {first: tuple(sorted(tails, key=lambda t: (-len(t.words), t.words))) for first, tails in found.items()}
