"""The closed classes of words by which statements of a language are compared; the engine knows none of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from briefing.corpus.text import plain
from briefing.yamlfile.packaged import packaged


class Wording(Struct, frozen=True, kw_only=True):
    """The content of a pack's `wording.yaml`, which explains the classes; every word in lower case, without accents."""

    small: frozenset[str] = frozenset()
    """Words that tell nothing of what is stated: articles, pronouns, auxiliaries, verbs of saying."""
    joints: frozenset[str] = frozenset()
    """Words that begin another part of a sentence: « et », « dont »."""
    negations: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()
    """What stands between a part and its whole: « un enseignant sur deux »."""
    people: frozenset[str] = frozenset()
    """Units that count people, whoever they are: « personne »."""
    agencies: frozenset[str] = frozenset()
    """Press agencies, as articles credit them: « AFP »."""
    credits: frozenset[str] = frozenset()
    """What stands before an agency that an article owes its words to: « avec AFP »."""
    locatives: frozenset[str] = frozenset()
    """What stands before a place where something is or goes to: « en Russie », « vers l'Ukraine »."""
    durations: frozenset[str] = frozenset()
    """Units of time and of how often: they tell no measure from another."""


@cache
def wording(package: str) -> Wording:
    """The `wording.yaml` of a language pack."""
    lists = packaged(package, "wording", dict[str, list[str]])
    return Wording(**{name: frozenset(_words(lines)) for name, lines in lists.items()})


def _words(lines: Iterable[str]) -> Iterable[str]:
    return (plain(word) for line in lines for word in line.split())
