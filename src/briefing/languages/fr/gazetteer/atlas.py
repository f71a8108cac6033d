"""The lists of known names, read once and on demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

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


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing of a list of names: its names, the usual one first, and what it is."""

    names: tuple[str, ...]
    type: EntityType


def _read(name: str) -> object:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((files(__package__) / f"{name}.yaml").read_text("utf-8"), Loader=loader)  # noqa: S506 - a safe one


@cache
def atlas() -> Atlas:
    """Countries, capitals, seats and adjectives."""
    return TypeAdapter(Atlas).validate_python(_read("countries"))


def listed(name: str) -> Iterator[Listed]:
    """The entries of a list of names; its `type` holds for all, without one each section is named by its type."""
    sections = TypeAdapter(dict[str, str]).validate_python(_read(name))
    kind = sections.pop("type", None)
    for section, names in sections.items():
        for entry in names.split(";"):
            if same := tuple(n.strip() for n in entry.split(" = ") if n.strip()):
                yield Listed(same, EntityType(kind or section))
