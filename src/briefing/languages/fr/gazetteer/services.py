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
    low = _ARTICLE.sub("", fold(name).lower())
    is_post = _opening("posts").match(low)
    states = _states(next(_complements(low), "") if is_post else low)
    return next(iter(states)) if len(states) == 1 and slug(name) not in states else None


def _states(service: str) -> set[str]:
    """The ids of the governments that the name of a service tells; none of what is no service."""
    if not _opening("services").match(service):
        return set()
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
