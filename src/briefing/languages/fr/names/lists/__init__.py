"""The word lists of the names component, read once and on demand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from briefing.extract.lexicon import load
from briefing.model.annotation import EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A row of `countries.yaml`."""

    name: str
    capital: str | None = None
    adjective: str
    feminine: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A palace or city that speaks for a body; `acts_for` is that body's id."""

    name: str
    type: EntityType
    acts_for: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """All of `countries.yaml`."""

    countries: dict[str, Country]
    capitals: dict[str, tuple[str, ...]]
    seats: tuple[Seat, ...]
    adjectives: dict[str, tuple[str, ...]]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """An entry of `heads.yaml`: a noun that begins a name; `kind` is a grammar of `phrases/kinds.py`."""

    word: str
    kind: str
    type: EntityType
    example: str
    counter: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing of a list of names: its names, the usual one first, and what it is."""

    names: tuple[str, ...]
    type: EntityType


def _read(name: str) -> object:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((files(__package__) / f"{name}.yaml").read_text("utf-8"), Loader=loader)  # noqa: S506


@cache
def atlas() -> Atlas:
    """Countries, capitals, seats and adjectives."""
    return TypeAdapter(Atlas).validate_python(_read("countries"))


@cache
def heads() -> tuple[Head, ...]:
    """The nouns that begin a name."""
    return load(__package__, "heads", Head)


def listed(name: str) -> Iterator[Listed]:
    """The entries of a list of names (`places`, `bodies`, `happenings`, `things`)."""
    sections = TypeAdapter(dict[str, str]).validate_python(_read(name))
    kind = EntityType(sections.pop("type"))
    for section in sections.values():
        for entry in section.split(";"):
            if names := tuple(n.strip() for n in entry.split(" = ") if n.strip()):
                yield Listed(names, kind)


@cache
def _sections(name: str) -> dict[str, frozenset[str]]:
    sections = TypeAdapter(dict[str, str]).validate_python(_read(name))
    return {section: frozenset(_bare(words.split())) for section, words in sections.items()}


def _bare(listed: list[str]) -> Iterator[str]:
    """Words, and those with an accent on the first letter without it too: capitals often lack it (« Etat »)."""
    for word in listed:
        yield word
        yield unicodedata.normalize("NFD", word[0])[0] + word[1:]


def words(section: str) -> frozenset[str]:
    """A section of `words.yaml`, in lower case."""
    return _sections("words")[section]


@cache
def first_names() -> frozenset[str]:
    """All first names, as written."""
    return frozenset().union(
        *(names for section, names in _sections("first_names").items() if section != "family first")
    )


def family_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    return _sections("first_names")["family first"]
