"""What the words of a name tell, and the names that are known: the project's before the language's."""

from __future__ import annotations

from functools import cache, lru_cache

import ahocorasick
from msgspec import Struct

from briefing.corpus.text import fold
from briefing.languages.en.names.gazetteer import gazetteer
from briefing.model.entity import Entity
from briefing.yamlfile.packaged import packaged


class Known(Struct, frozen=True):
    """A known name in a text: its place and its entity."""

    start: int
    end: int
    entity: Entity


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words.yaml` or `first_names.yaml`."""
    content = {**_lists("words"), **_lists("first_names")}
    return frozenset(word.replace("-Cup", " Cup") for word in content[name].split())


def _lists(name: str) -> dict[str, str]:
    return packaged(__package__, name, dict[str, str])


def known_names(text: str, register: tuple[Entity, ...]) -> list[Known]:
    """The known names in a folded text, whole words, the longest first where they begin together; none overlap."""
    found = []
    for last, (length, entity) in _automaton(register).iter_long(text):
        start = last + 1 - length
        inside = (start and text[start - 1].isalnum()) or (last + 1 < len(text) and text[last + 1].isalnum())
        if not inside:
            found.append(Known(start, last + 1, entity))
    return found


@lru_cache(maxsize=4)
def _automaton(register: tuple[Entity, ...]) -> ahocorasick.Automaton:
    found = ahocorasick.Automaton()
    for entity in (*gazetteer(), *register):
        openings = (role[:1].upper() + role[1:] for role in entity.roles)
        for name in (entity.name, *entity.aliases, *entity.roles, *openings):
            if folded := fold(name):
                found.add_word(folded, (len(folded), entity))
    found.make_automaton()
    return found
