"""Services and offices of a government, told by their names: « services de renseignement sud-coréens »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.corpus.text import fold
from briefing.languages.fr.gazetteer.atlas import atlas
from briefing.languages.fr.gazetteer.demonyms import place_of
from briefing.model.entity import slug
from briefing.yamlfile.packaged import packaged

_OF = re.compile(r"\b(?:de la|de l'|du|des|de|d')\s*")


def government_of(name: str) -> str | None:
    """The id of the government that a service belongs to, where its name tells the country; None for all others."""
    low = fold(name).lower()
    if not any(re.match(rf"{re.escape(service)}\b", low) for service in _services()):
        return None
    states = {state for word in re.findall(r"[\w'-]+", low) if (state := _governments().get(place_of(word) or ""))}
    states |= {state for end in _complements(low) if (state := _governments().get(slug(end)))}
    return next(iter(states)) if len(states) == 1 and slug(name) not in states else None


def _complements(low: str) -> Iterator[str]:
    """What a name ends with behind each « de »: « ministère de la Défense de la Russie »."""
    return (low[found.end() :] for found in _OF.finditer(low))


@cache
def _governments() -> dict[str, str]:
    """The government of each state, by the ids of both."""
    return {slug(c.name): slug(f"gouvernement {c.adjective}") for c in atlas().countries.values()}


@cache
def _services() -> tuple[str, ...]:
    lines = packaged(__package__, "services", dict[str, list[str]])["services"]
    return tuple(name.strip() for line in lines for name in line.split(","))
