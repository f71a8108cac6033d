"""Who is meant in an article: the values of chains of mention, and what a language tells them of its nouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from briefing.extract.analysis.syntax import Syntax


class Voice(StrEnum):
    """What can speak."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    SOURCE = "source"
    """Somebody without a name: « une source policière »."""


class Actor(NamedTuple):
    """Who is meant: a canonical name or the words of the group, and the entity where it is known."""

    name: str
    entity: str | None = None
    voice: Voice | None = None
    gender: str = ""
    number: str = "s"
    named: bool = False


class Role(NamedTuple):
    """« président ukrainien de la Cour »: head noun, adjectives, and the words of its complements (lemmas)."""

    head: str
    qualities: frozenset[str]
    complements: frozenset[str]
    gender: str


class Resolution(NamedTuple):
    """Who it is, or the names between which the text leaves the choice."""

    actor: Actor | None
    candidates: tuple[str, ...] = ()


NOBODY = Resolution(None)


@dataclass(frozen=True, kw_only=True)
class ChainWords:
    """What a language tells the chains of its nouns."""

    voice: Callable[[str], Voice | None]
    """The voice of a common noun, by lemma."""
    alike: Sequence[frozenset[str]] = ()
    """Nouns for the same office: « dirigeant », « président »."""
    periphrases: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Head and complement of a periphrase, and the office that it means: « chef de l'État »."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of civility with their gender."""
    latter: frozenset[str] = frozenset()
    """Words that point to whom the text named last: « ce dernier »."""
    being: str = "être"
    """The verb that says what somebody is."""
    parse: Callable[[str], Syntax] | None = None
    """Analyses the role of a registered entity."""


def agrees(actor: Actor, gender: str, number: str) -> bool:
    """Whether a pronoun may stand for somebody: number, and gender where both are known."""
    if actor.number != number or actor.voice is None:
        return False
    return not actor.gender or not gender or actor.gender == gender
