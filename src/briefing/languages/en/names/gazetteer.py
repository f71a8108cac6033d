"""The names that every English reader knows, as entities: states by CLDR's names, their capitals, and our lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale
from msgspec import Struct

from briefing.extract.names.states import state
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug
from briefing.yamlfile.packaged import packaged

_NONE = "-"
"""Stands in the list for an adjective or a capital that a state has none of."""


class _Countries(Struct, frozen=True, forbid_unknown_fields=True):
    states: str
    usual: dict[str, str]
    peoples: dict[str, str]


@cache
def _countries() -> _Countries:
    return packaged(__package__, "countries", _Countries)


@cache
def gazetteer() -> tuple[Entity, ...]:
    """Seats of power, states with governments and capitals, then the lists; an id appears once."""
    found: dict[str, Entity] = {}
    known = packaged(__package__, "known", dict[str, str])
    states = (entity for row in _rows(_countries().states) for entity in _state(*row))
    for entity in (*_seats(known), *states, *_others(known)):
        found.setdefault(entity.id, entity)
    return tuple(found.values())


@cache
def nations() -> dict[str, str]:
    """The id of the state that an adjective, or the name of its people, means: « Russian », « Russians »."""
    rows = _rows(_countries().states)
    found = {adjective: slug(_name(code)) for code, adjective, *_ in rows if adjective != _NONE}
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


def _seats(known: dict[str, str]) -> Iterator[Entity]:
    for row in known["seats"].split(";"):
        names, _, acts_for = row.partition(">")
        name, *aliases = (n.strip() for n in names.split("="))
        yield Entity(
            id=slug(name), name=name, type=EntityType.ORGANISATION, aliases=tuple(aliases), stands_for=slug(acts_for)
        )


def _others(known: dict[str, str]) -> Iterator[Entity]:
    for kind in (EntityType.ORGANISATION, EntityType.PLACE):
        for name, *aliases in _rows(known[kind.value]):
            yield Entity(id=slug(name), name=name, type=kind, aliases=tuple(aliases))


def _rows(text: str) -> Iterator[list[str]]:
    """The rows of a list: « ; » between things, « = » between the names of one."""
    return ([name.strip() for name in row.split("=")] for row in text.split(";"))
