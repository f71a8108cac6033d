"""The lists of known names, read once and on demand."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from briefing.model.annotation import EntityType
from briefing.yamlfile.packaged import packaged


class Country(Struct, frozen=True, kw_only=True):
    """A row of `countries.yaml`."""

    name: str
    capital: str | None = None
    adjective: str
    feminine: str | None = None
    aliases: tuple[str, ...] = ()


class Seat(Struct, frozen=True, kw_only=True):
    """A palace or city that speaks for a body; `acts_for` is that body's id."""

    name: str
    type: EntityType
    acts_for: str | None = None
    aliases: tuple[str, ...] = ()


class Atlas(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `countries.yaml`."""

    countries: dict[str, Country]
    capitals: dict[str, tuple[str, ...]]
    home: tuple[tuple[str, ...], ...]
    seats: tuple[Seat, ...]
    adjectives: dict[str, tuple[str, ...]]
    origins: tuple[str, ...]


@cache
def atlas() -> Atlas:
    """Countries, capitals, seats and adjectives."""
    return packaged(__package__, "countries", Atlas)


@cache
def seats_of_power() -> frozenset[str]:
    """The names, in lower case, of the palaces and capitals that speak for a state or a ministry: « bercy »."""
    seats = (name for seat in atlas().seats for name in (seat.name, *seat.aliases))
    capitals = (country.capital for country in atlas().countries.values() if country.capital)
    return frozenset(name.lower() for name in (*seats, *capitals))
