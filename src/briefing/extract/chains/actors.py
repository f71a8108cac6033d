"""Who is meant in an article: the values of chains of mention, and what a language tells them of its nouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from briefing.extract.analysis.syntax import Syntax


class Voice(StrEnum):
    """What can speak."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    SOURCE = "source"
    """Somebody without a name: « une source policière »."""


class Actor(Struct, frozen=True):
    """Who is meant: a canonical name or the words of the group, and the entity where it is known."""

    name: str
    entity: str | None = None
    voice: Voice | None = None
    gender: str = ""
    number: str = "s"
    named: bool = False
    members: tuple[Actor, ...] = ()
    """Those who speak together, where they are several: « Moscou et Pyongyang »."""

    @property
    def key(self) -> str:
        """What tells it from others: its entity, else its name."""
        return self.entity or self.name

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities of those who speak together, as far as they are known; none where it is one."""
        return tuple(dict.fromkeys(member.entity for member in self.members if member.entity))


class Told(Struct, frozen=True):
    """Somebody in a sentence: where, who, and how prominent (see `antecedents`)."""

    sentence: int
    word: int
    actor: Actor
    rank: int
    member: bool = False
    """One of several who are told of together."""


class Role(Struct, frozen=True):
    """« président ukrainien de la Cour »: head noun, adjectives, and the words of its complements (lemmas)."""

    head: str
    qualities: frozenset[str]
    complements: frozenset[str]
    gender: str
    told: bool = False
    """Whether its complements say which one it is: « maire [de Loos] », not « joueuse [de 23 ans] »."""
    former: bool = False
    """Whether it is held no more: « l'ancien ministre »."""


class Resolution(Struct, frozen=True):
    """Who it is, or the names between which the text leaves the choice."""

    actor: Actor | None
    candidates: tuple[str, ...] = ()


NOBODY = Resolution(None)


class ChainWords(Struct, frozen=True, kw_only=True):
    """What a language tells the chains of its nouns."""

    voice: Callable[[str], Voice | None]
    """The voice of a common noun, by lemma."""
    alike: Sequence[frozenset[str]] = ()
    """Nouns for the same office: « dirigeant », « président »."""
    nothing: frozenset[str] = frozenset()
    """Pronouns of things, among those of people: « rien »."""
    general: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Nouns by which holders of more special roles are taken up: « élu » a « maire »."""
    apart: frozenset[str] = frozenset()
    """Nouns of somebody of their own, never another word for who was spoken of: « la victime », « le procureur »."""
    posts: frozenset[str] = frozenset()
    """Nouns that take up the only person spoken of, but never merely who spoke last: « le maire »."""
    plain: frozenset[str] = frozenset()
    """Nouns of anybody, beside which somebody has a trade of their own: « une femme »."""
    called: frozenset[str] = frozenset()
    """Nouns of things by which somebody is called, of any gender: « [le numéro 10] sourit »."""
    passing: frozenset[str] = frozenset()
    """Adjectives that tell no two holders of a role apart: « la [nouvelle] ministre »."""
    origin: Callable[[str], str | None] = lambda _: None
    """The place that an adjective tells of: « ukrainien »."""
    periphrases: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Head and complement of a periphrase, and the office that it means: « chef de l'État »."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of civility with their gender."""
    inhabitants: frozenset[str] = frozenset()
    """Endings of names of inhabitants that no list holds: « la Trégorr[oise] »."""
    natives: frozenset[str] = frozenset()
    """Nouns that call somebody by a place that they name: « la [native] de Lille »."""
    ordinals: tuple[frozenset[str], ...] = ()
    """Words for the first and for the second of two who were told of together: « la [première] »."""
    latter: frozenset[str] = frozenset()
    """Words that point to whom the text named last: « ce dernier »."""
    concerned: frozenset[str] = frozenset()
    """Those of them that point to whom others spoke of: « l'intéressé »."""
    services: frozenset[str] = frozenset()
    """Nouns of what speaks for the body whose it is: « ses [services] »."""
    same: frozenset[str] = frozenset()
    """Adjectives that take up who was told of before: « la [même] source »."""
    both: frozenset[str] = frozenset()
    """Number words for two, which take up two who were told of together: « les [deux] hommes »."""
    territories: frozenset[str] = frozenset()
    """Nouns that take up a place that acts: « le pays »."""
    makers: Mapping[str, str] = field(default_factory=dict)
    """By noun of a work, who makes it: « le film d'Anne Petit » makes her « la réalisatrice »."""
    trades: Mapping[str, str] = field(default_factory=dict)
    """By title, the trade that it tells of: « Me » is « avocat »."""
    undergoing: Mapping[str, str] = field(default_factory=dict)
    """By verb, what the subject of its passive is called: who « est jugé » is « l'accusé »."""
    becoming: Mapping[str, str] = field(default_factory=dict)
    """By verb, what its subject is called: who « comparaît » is « l'accusé »."""
    nobody: frozenset[str] = frozenset()
    """Verbs with a subject that is nobody: « il [faut] »."""
    joint: str = " et "
    """What stands between two who were told of apart, when they are named together."""
    being: frozenset[str] = frozenset()
    """Verbs that say what their subject is: « reste [maire] »."""
    naming: frozenset[str] = frozenset()
    """Verbs of which the passive says it: « est élu [maire] »."""
    leading: Mapping[str, str] = field(default_factory=dict)
    """By verb, the office of its subject: who « préside » a club is « le président » of it."""
    making: frozenset[str] = frozenset()
    """Verbs by which somebody makes a work: « signe [un roman] »."""
    by: str = ""
    """What stands before who does what a passive tells: « présidé [par] »."""
    parse: Callable[[str], Syntax] | None = None
    """Analyses the role of a registered entity."""


def together(name: str, members: tuple[Actor, ...], joint: str = "") -> Actor:
    """Several who speak as one; with `joint` between their names where each stands between commas."""
    voice = members[0].voice if len({actor.voice for actor in members}) == 1 else None
    gender = "f" if all(actor.gender == "f" for actor in members) else "m"
    named = all(actor.named for actor in members)
    if joint and named and "," in name:
        name = joint.join(actor.name for actor in members)
    return Actor(name, None, voice or Voice.BODY, gender, "p", named, members)


def agrees(actor: Actor, gender: str, number: str) -> bool:
    """Whether a pronoun may stand for somebody: number, and gender where both are known."""
    if actor.number != number or actor.voice is None:
        return False
    return not actor.gender or not gender or actor.gender == gender
