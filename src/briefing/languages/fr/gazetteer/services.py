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

_ARTICLE = re.compile(r"^(?:l[ea]s? |l'|un[e]? )")
_OF = re.compile(r"\b(?:de la|de l'|du|des|de|d')\s*")


def government_of(name: str) -> str | None:
    """The id of the government that a service or the holder of a post in one belongs to, where the name tells both.

    None for all others, and for a government itself.
    """
    service = _service(name)
    states = _states(service) if service else set()
    return next(iter(states)) if len(states) == 1 and slug(name) not in states else None


def is_bare(name: str) -> bool:
    """Whether a name is that of a service and tells no state: « ministère de l'Intérieur », « le gouvernement »."""
    service = _service(name)
    return service is not None and not _states(service)


@cache
def home() -> dict[str, str]:
    """The states in which newspapers are written in French, each with its government, by ids."""
    return {state: _governments()[state] for names in atlas().home for name in names if (state := slug(name))}


def _service(name: str) -> str | None:
    """The name of a service, or of that for which the holder of a post speaks; None for all others."""
    low = _ARTICLE.sub("", fold(name).lower())
    service = next(_complements(low), "") if _opening("posts").match(low) else low
    return service if _opening("services").match(service) else None


def _states(service: str) -> set[str]:
    """The ids of the governments that the name of a service tells."""
    states = {state for word in re.findall(r"[\w'-]+", service) if (state := _governments().get(place_of(word) or ""))}
    return states | {state for end in _complements(service) if (state := _governments().get(slug(end)))}


def _complements(low: str) -> Iterator[str]:
    """What a name ends with behind each « de »: « ministère de la Défense de la Russie »."""
    return (low[found.end() :] for found in _OF.finditer(low))


@cache
def _governments() -> dict[str, str]:
    """The government of each state, by the ids of both."""
    return {slug(c.name): slug(f"gouvernement {c.adjective}") for c in atlas().countries.values()}


@cache
def _opening(kind: str) -> re.Pattern[str]:
    lines = packaged(__package__, "services", dict[str, list[str]])[kind]
    names = (re.escape(name.strip()) for line in lines for name in line.split(","))
    return re.compile(rf"(?:{'|'.join(names)})\b")
