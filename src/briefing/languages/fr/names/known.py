"""One Aho-Corasick pass for all known names and for the nouns that begin a name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

import ahocorasick

from briefing.languages.fr.names.gazetteer import gazetteer
from briefing.languages.fr.names.lists import Head, heads
from briefing.model.entity import Entity

_EXACT_UP_TO = 5
"""Names up to this length keep their accents: « Malé » is not « mâle »."""
_SHORT_ACRONYM = 3
_CONTRACTED = {
    "Le ": (" au ", " du ", " le "),
    "Les ": (" aux ", " des ", " les "),
    "La ": (" la ",),
    "L'": ("l'",),
}
"""« Le Havre » is also « (au) Havre », « L'Équipe » also « (l')Équipe »."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an entity; `capitals` are the letters that must be capitals, `after` the words that must precede."""

    name: str
    entity: Entity
    capitals: tuple[int, ...]
    after: tuple[str, ...] = ()
    registered: bool = False


@dataclass(slots=True)
class Hits:
    """Names by start, the longest only; where names end; nouns that begin a name, in the order of the text."""

    names: dict[int, tuple[int, tuple[Alias, ...]]] = field(default_factory=dict)
    ends: set[int] = field(default_factory=set)
    heads: list[tuple[int, int, Head]] = field(default_factory=list)


class _Keys(dict[int, str]):
    """Letters without accents in lower case, a space for all that is no letter, digit, + or &: one to one."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFKD", chr(code))[0].lower()
        self[code] = base if len(base) == 1 and (base.isalnum() or base in "+&") else " "
        return self[code]


_KEYS = _Keys()


def key(text: str) -> str:
    """The text as names are compared: « Kim Jong-un » and « KIM JONG UN » are one; as long as the text."""
    return text.translate(_KEYS)


class Known:
    """The automaton of a register and the gazetteer."""

    def __init__(self, register: tuple[Entity, ...]) -> None:
        rows: dict[str, list[Alias | Head]] = defaultdict(list)
        for alias in _aliases(register):
            rows[key(alias.name)].append(alias)
        for head in heads():
            rows[key(head.word)].append(head)
        self._automaton = ahocorasick.Automaton()
        for name, entries in rows.items():
            self._automaton.add_word(f" {name} ", (len(name), tuple(entries)))
        self._automaton.make_automaton()

    def find(self, text: str) -> Hits:
        """All names and heads that stand in the text as whole words, with their capitals."""
        hits = Hits()
        for last, (size, entries) in self._automaton.iter(f" {key(text)} "):
            end = last - 1
            start = end - size
            fitting = tuple(a for a in entries if isinstance(a, Alias) and _fits(a, text, start))
            aliases = tuple(a for a in fitting if not a.after) or fitting
            if aliases:
                hits.ends.add(end)
            if aliases and end > hits.names.get(start, (0,))[0]:
                hits.names[start] = end, aliases
            hits.heads += [(start, end, h) for h in entries if isinstance(h, Head) and _begins(h, text, start, end)]
        hits.heads.sort(key=lambda row: row[:2])
        return hits


@lru_cache(maxsize=8)
def known(register: tuple[Entity, ...]) -> Known:
    """The automaton for a register, built once."""
    return Known(register)


def _aliases(register: tuple[Entity, ...]) -> Iterator[Alias]:
    """The register's names, then those of the gazetteer; what both know is the register's entity."""
    mine = {key(name): entity for entity in register for name in (entity.name, *entity.aliases)}
    for entity in register:
        yield from _of(_completed(entity), (entity.name, *entity.aliases), registered=True)
    for entity in gazetteer():
        names = (entity.name, *entity.aliases)
        owner = next((mine[key(n)] for n in names if key(n) in mine), None)
        own = _completed(owner) if owner else entity
        yield from _of(own, [n for n in names if key(n) not in mine], registered=owner is not None)


def _completed(entity: Entity) -> Entity:
    """A registered place that says nothing of what it stands for acts like the gazetteer's."""
    if entity.stands_for:
        return entity
    twin = _by_key().get(key(entity.name))
    return replace(entity, stands_for=twin.stands_for) if twin else entity


@cache
def _by_key() -> dict[str, Entity]:
    return {key(entity.name): entity for entity in gazetteer()}


def _of(entity: Entity, names: Iterable[str], *, registered: bool) -> Iterator[Alias]:
    for name in names:
        yield Alias(name, entity, _capitals(name), registered=registered)
        for article, after in _CONTRACTED.items():
            if name.startswith(article):
                rest = name.removeprefix(article)
                yield Alias(rest, entity, _capitals(rest), after, registered=registered)


def _capitals(name: str) -> tuple[int, ...]:
    """The letters that must be capitals: all of a short acronym, else those that begin a word (« Cnes » is CNES)."""
    if name.isupper() and len(name) <= _SHORT_ACRONYM:
        return tuple(i for i, c in enumerate(name) if c.isupper())
    return tuple(i for i, c in enumerate(name) if c.isupper() and (i == 0 or name[i - 1] in " '"))


def _fits(alias: Alias, text: str, start: int) -> bool:
    if not all(text[start + i].isupper() for i in alias.capitals):
        return False
    if alias.after and not text.endswith(alias.after, 0, start):
        return False
    words = text[start : start + len(alias.name)]
    return len(words) > _EXACT_UP_TO or all(_same(a, b) for a, b in zip(words, alias.name, strict=True))


def _same(written: str, listed: str) -> bool:
    """Same letter and accent; a capital may lack its accent."""
    return written.lower() == listed.lower() or not written.islower()


def _begins(head: Head, text: str, start: int, end: int) -> bool:
    """A head is a word of its own (« Mont-Blanc » holds no « mont ») and has its capital where it needs one."""
    if text[end : end + 1] != " " or text[start - 1 : start] == "-":
        return False
    if text[start].islower() and head.word[0].isupper():
        return False
    return all(_same(a, b) for a, b in zip(text[start:end], head.word, strict=True))
