"""The lists of known names, read once and on demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.model.annotation import EntityType
from briefing.yamlfile.packaged import packaged


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


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing of a list of names: its names, the usual one first, and what it is."""

    names: tuple[str, ...]
    type: EntityType


@cache
def atlas() -> Atlas:
    """Countries, capitals, seats and adjectives."""
    return packaged(__package__, "countries", Atlas)


def listed(name: str) -> Iterator[Listed]:
    """The entries of a list of names; its `type` holds for all, without one each section is named by its type."""
    sections = packaged(__package__, name, dict[str, str])
    kind = sections.pop("type", None)
    for section, names in sections.items():
        for entry in names.split(";"):
            if same := tuple(n.strip() for n in entry.split(" = ") if n.strip()):
                yield Listed(same, EntityType(kind or section))
