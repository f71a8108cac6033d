"""What a language's grammar tells of its groups: auxiliaries, binding prepositions, nouns that say who somebody is."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class GroupWords(Struct, frozen=True, kw_only=True):
    """The lemmas and kinds by which a language's groups are told."""

    having: str
    """The auxiliary of compound tenses: « avoir », “have”."""
    being: str
    """The auxiliary of the passive: « être », “be”."""
    progressive: str = ""
    """The auxiliary with which a present participle is the verb: “[was] falling”."""
    heads_last: bool = False
    """Whether the last of several nouns is the head, and an owner stands before: “the fire [service]”."""
    takes_clause: Callable[[str], bool] = lambda _: False
    """Whether a clause may follow a verb, by lemma, without a subordinator: “said [the road was safe]”."""
    moving: frozenset[str] = frozenset()
    """Verbs whose compound tenses take `being`: « est parti » is no passive."""
    of: frozenset[str] = frozenset()
    """Prepositions that bind a complement to any noun: « de »."""
    binding: frozenset[str] = frozenset()
    """Prepositions that bind one to a common noun: « ministre [aux] Sports »."""
    telling: frozenset[str] = frozenset()
    """Prepositions behind which an acronym is somebody to whom something is said: « à l'AFP »."""
    told: frozenset[str] = frozenset()
    """Nouns of those to whom the press says that something is said: « au quotidien », « au micro »."""
    pointing: frozenset[str] = frozenset()
    """Words that stand for somebody told of before: « ce [dernier] », « la [première] »."""
    is_person: Callable[[str], bool] = lambda _: True
    """Whether a common noun, by lemma, may say who a person is."""
    is_body: Callable[[str], bool] = lambda _: True
    """Whether it may say what a body is."""
    is_either: Callable[[str], bool] = lambda _: False
    """Whether it is one of bodies and of people: « éditeur »."""
