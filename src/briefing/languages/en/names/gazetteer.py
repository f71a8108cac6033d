"""The names that every English reader knows, as entities: states by CLDR's names, their capitals, and our lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale
from msgspec import Struct

from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug
from briefing.yamlfile.packaged import packaged


class State(Struct, frozen=True):
    """A state by its usual name, its adjective and the names of its capital, where it has them."""

    name: str
    adjective: str | None
    capital: tuple[str, ...]
    aliases: tuple[str, ...]


class _Countries(Struct, frozen=True, forbid_unknown_fields=True):
    states: str
    usual: dict[str, str]
    peoples: dict[str, str]


@cache
def states() -> tuple[State, ...]:
    """The states that the news speaks of."""
    return tuple(_state(*row) for row in _rows(_countries().states))


@cache
def _countries() -> _Countries:
    return packaged(__package__, "countries", _Countries)


@cache
def gazetteer() -> tuple[Entity, ...]:
    """Seats of power, states with governments and capitals, then the lists; an id appears once."""
    found: dict[str, Entity] = {}
    known = packaged(__package__, "known", dict[str, str])
    for entity in (*_seats(known), *(e for state in states() for e in _of_state(state)), *_others(known)):
        found.setdefault(entity.id, entity)
    return tuple(found.values())


@cache
def nations() -> dict[str, str]:
    """The id of the state that an adjective, or the name of its people, means: « Russian », « Russians »."""
    found = {state.adjective: slug(state.name) for state in states() if state.adjective}
    found |= {people: slug(_name(code)) for people, code in _countries().peoples.items()}
    return found | {f"{word}s": place for word, place in found.items() if not word.endswith(("s", "sh", "ch", "ese"))}


def _name(code: str) -> str:
    return _countries().usual.get(code) or _cldr(code)


def _cldr(code: str) -> str:
    name = str(Locale("en").territories[code])
    return name.partition(" (")[0].replace(" & ", " and ").replace("’", "'")


def _state(code: str, adjective: str, capital: str, *aliases: str) -> State:
    name, cldr = _name(code), _cldr(code)
    others = tuple(alias for alias in (cldr, *aliases) if alias != name)
    cities = () if capital == "-" else tuple(city.strip() for city in capital.split("/"))
    return State(name, None if adjective == "-" else adjective, cities, others)


def _of_state(state: State) -> Iterator[Entity]:
    yield Entity(id=slug(state.name), name=state.name, type=EntityType.PLACE, aliases=state.aliases)
    if state.adjective is None:
        return
    government = f"{state.adjective} government"
    yield Entity(id=slug(government), name=government, type=EntityType.ORGANISATION, affiliation=slug(state.name))
    if state.capital:
        city, *others = state.capital
        acts_for = slug(government)
        yield Entity(id=slug(city), name=city, type=EntityType.PLACE, aliases=tuple(others), stands_for=acts_for)


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
