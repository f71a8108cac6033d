"""Adjectives of nationality and the place that each belongs to: « ukrainienne » → ukraine."""

from __future__ import annotations

import re
from functools import cache

from briefing.languages.fr.gazetteer.atlas import atlas
from briefing.model.entity import slug

_FEMININE = (("ien", "ienne"), ("éen", "éenne"), ("ton", "tonne"), ("e", "e"), ("è", "è"), ("i", "ie"))
_COMPOUND = re.compile(r"([a-zà-ÿ]+o)-([a-zà-ÿ-]+)$")


def forms(masculine: str, feminine: str | None = None) -> tuple[str, ...]:
    """The four forms of an adjective in -ais, -ien, -ain … (« russe » has two)."""
    if feminine is None:
        ending, replacement = next((pair for pair in _FEMININE if masculine.endswith(pair[0])), ("", "e"))
        feminine = masculine.removesuffix(ending) + replacement
    plural = masculine if masculine.endswith("s") else masculine + "s"
    return tuple(dict.fromkeys((masculine, feminine, plural, feminine + "s")))


@cache
def nationalities() -> dict[str, str]:
    """Every form of every adjective, with the id of its place."""
    rows = [(c.adjective, c.feminine, c.name) for c in atlas().countries.values()]
    rows += [(adjective, None, place) for place, more in atlas().adjectives.items() for adjective in more]
    return {form: slug(place) for masculine, feminine, place in rows for form in _all(masculine, feminine)}


def _all(masculine: str, feminine: str | None) -> tuple[str, ...]:
    occidental = (masculine[:-1] + "ux",) if masculine.endswith("al") else ()
    return forms(masculine, feminine) + occidental


@cache
def adjectives_of_origin() -> frozenset[str]:
    """Every form of the adjectives of countries, regions and continents."""
    return frozenset(nationalities()) | {form for c in atlas().origins for form in _all(c, None)}


def place_of(adjective: str) -> str | None:
    """The place of an adjective in lower case, the second one of a compound (« russo-ukrainien » → ukraine)."""
    known = nationalities().get(adjective)
    if known is None and (compound := _COMPOUND.match(adjective)):
        return nationalities().get(compound[2])
    return known


@cache
def _states() -> frozenset[str]:
    return frozenset(nationalities().values())


def is_state(place: str) -> bool:
    """Whether the id is that of a state or people that an adjective belongs to: « ukraine »."""
    return place in _states()
