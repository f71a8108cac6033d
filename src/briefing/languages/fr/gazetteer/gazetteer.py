"""The names that every French reader knows, as entities."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec.structs import replace

from briefing.extract.names.lists import first_of_each, listed
from briefing.extract.names.states import state
from briefing.languages.fr.gazetteer.atlas import atlas
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug

_LISTS = ("places", "bodies", "happenings", "things")


@cache
def gazetteer() -> tuple[Entity, ...]:
    """Countries, capitals, governments, seats of power, then the lists; an id appears once."""
    return tuple(map(_placed, first_of_each(_all())))


@cache
def media() -> frozenset[str]:
    """The ids of the newspapers, broadcasters and agencies among them."""
    return frozenset(slug(row.names[0]) for row in listed(__package__, "bodies") if row.section == "media")


def _placed(entity: Entity) -> Entity:
    """A place with its position, where it is known."""
    at = _positions().get(entity.id) if entity.type is EntityType.PLACE else None
    return replace(entity, coordinates=at[:2], radius=at[2]) if at else entity


@cache
def _positions() -> dict[str, tuple[float, float, float]]:
    """Latitude, longitude and radius in kilometres, by id; `scripts/atlas.py` makes the table."""
    rows = (line.split("\t") for line in (files(__package__) / "positions.tsv").read_text("utf-8").splitlines())
    return {key: (float(lat), float(lon), float(radius)) for key, lat, lon, radius in rows}


def _all() -> Iterator[Entity]:
    for seat in atlas().seats:
        yield Entity(id=slug(seat.name), name=seat.name, type=seat.type, aliases=seat.aliases, stands_for=seat.acts_for)
    for country in atlas().countries.values():
        cities = (country.capital, *atlas().capitals.get(country.capital, ())) if country.capital else ()
        yield from state(country.name, country.aliases, f"gouvernement {country.adjective}", cities)
    for name in _LISTS:
        yield from (row.entity for row in listed(__package__, name))
