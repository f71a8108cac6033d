"""The closed classes of words by which statements of a language are compared; the engine knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.corpus.text import plain
from briefing.yamlfile.packaged import packaged


class Wording(Struct, frozen=True, kw_only=True):
    """The content of a pack's `wording.yaml`, which explains the classes; every word in lower case, without accents."""

    small: frozenset[str] = frozenset()
    """Words that tell nothing of what is stated: articles, pronouns, auxiliaries, verbs of saying."""
    joints: frozenset[str] = frozenset()
    """Words that begin another part of a sentence: « et », « dont »."""
    circumstances: frozenset[str] = frozenset()
    """Words behind which stands when or beside what something is so, and not what is: « lors du rassemblement »."""
    negations: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    """Those of them that deny nothing before one of `exceptions`: « ne … que »."""
    exceptions: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()
    """What stands between a part and its whole: « un enseignant sur deux »."""
    people: frozenset[str] = frozenset()
    """Units that count people, whoever they are: « personne »."""
    victims: frozenset[str] = frozenset()
    """Units that count people and name nobody who could speak: « victime »."""
    dead: frozenset[str] = frozenset()
    """Units that count people by what befell them: « mort », « décès »; no dead is `hurt` or `missing`."""
    hurt: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    """Units that count people or things, whatever they are: « cas »."""
    agencies: frozenset[str] = frozenset()
    """Press agencies, as articles credit them: « AFP »."""
    credits: frozenset[str] = frozenset()
    """What stands before an agency that an article owes its words to: « avec AFP »."""
    relays: frozenset[str] = frozenset()
    """What stands before whom something was told, and who cites it: « à la BBC », « par l'AFP »."""
    locatives: frozenset[str] = frozenset()
    """What stands before a place where something is or goes to: « en Russie », « vers l'Ukraine »."""
    durations: frozenset[str] = frozenset()
    """Units of time and of how often: they tell no measure from another."""
    sizes: frozenset[str] = frozenset()
    """Units of length, area, weight, heat: what they measure are no people."""
    selections: frozenset[str] = frozenset()
    """Beside a number they say that it counts some of a whole: « dont trois », « les trois premiers »."""
    definites: frozenset[str] = frozenset()
    """Before a number they say that the group is known: « les neuf », « ces trois »."""
    comparisons: frozenset[str] = frozenset()
    """Behind a number they say the same: « trois des plus anciens », « trois de plus »."""
    onsets: frozenset[str] = frozenset()
    """Before a date they say that what is told holds since then: « depuis 1958 »."""
    resumptions: frozenset[str] = frozenset()
    """They say that what had ended is so again: « a rouvert », « ont repris »."""
    departures: frozenset[str] = frozenset()
    """What stands before a number whose place another takes: « de 58 à 47 % »."""
    arrivals: frozenset[str] = frozenset()
    """What stands before the other: « à »."""
    changes: frozenset[str] = frozenset()
    """Between two numbers they say that the second took the place of the first: « désormais », « a été porté à »."""
    is_person: Callable[[str], bool] = lambda _noun: False
    """Whether a noun names people by what they are or do: « gréviste »; no list of the file."""


@cache
def wording(package: str, is_person: Callable[[str], bool] = lambda _noun: False) -> Wording:
    """The `wording.yaml` of a language pack; `is_person` tells whether a noun names people."""
    lists = packaged(package, "wording", dict[str, list[str]])
    words = {name: frozenset(_words(lines)) for name, lines in lists.items()}
    return replace(Wording(is_person=is_person), **words)


def _words(lines: Iterable[str]) -> Iterable[str]:
    return (plain(word) for line in lines for word in line.split())
