"""The names that every English reader knows, as entities: states by CLDR's names, their capitals, and our lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale
from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.names.lists import Listed, first_of_each, listed, rows
from briefing.extract.names.states import state
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug
from briefing.yamlfile.packaged import packaged

_NONE = "-"
"""Stands in the list for an adjective or a capital that a state has none of."""


class _Countries(Struct, frozen=True, forbid_unknown_fields=True):
    states: str
    seats: str
    usual: dict[str, str]
    peoples: dict[str, str]


@cache
def _countries() -> _Countries:
    return packaged(__package__, "countries", _Countries)


@cache
def gazetteer() -> tuple[Entity, ...]:
    """Seats of power, states with governments and capitals, then the lists; an id appears once."""
    states = (entity for row in rows(_countries().states) for entity in _state(*row))
    return first_of_each((*_seats(), *states, *(row.entity for row in listed(__package__, "known"))))


@cache
def nations() -> dict[str, str]:
    """The id of the state that an adjective, or the name of its people, means: « Russian », « Russians »."""
    states = rows(_countries().states)
    found = {adjective: slug(_name(code)) for code, adjective, *_ in states if adjective != _NONE}
    found |= {people: slug(_name(code)) for people, code in _countries().peoples.items()}
    return found | {f"{word}s": place for word, place in found.items() if not word.endswith(("s", "sh", "ch", "ese"))}


def _name(code: str) -> str:
    return _countries().usual.get(code) or _cldr(code)


def _cldr(code: str) -> str:
    name = str(Locale("en").territories[code])
    return name.partition(" (")[0].replace(" & ", " and ").replace("’", "'")


def _state(code: str, adjective: str, capital: str, *aliases: str) -> Iterator[Entity]:
    name = _name(code)
    others = [alias for alias in (_cldr(code), *aliases) if alias != name]
    cities = [] if capital == _NONE else [city.strip() for city in capital.split("/")]
    return state(name, others, None if adjective == _NONE else f"{adjective} government", cities)


def _seats() -> Iterator[Entity]:
    for names in rows(_countries().seats):
        seat, acts_for = Listed(tuple(names[:-1]), EntityType.ORGANISATION, "seats"), names[-1]
        yield replace(seat.entity, stands_for=slug(acts_for))
