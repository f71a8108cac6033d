"""Names that are known before an article is read, found in one pass over its text.

They are the project's and the language's. A name is compared letter by letter without case and accents, then checked:
its capitals must be capitals, a short one keeps its accents, one with digits is written just so.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import ahocorasick
from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.entity import Entity

_EXACT_UP_TO = 5
"""Names up to this length keep their accents: « Malé » is not « mâle »."""
_SHORT_ACRONYM = 3


class Alias(Struct, frozen=True):
    """A name of an entity; `capitals` are the letters that must be capitals, `after` the words that must precede."""

    name: str
    entity: Entity
    capitals: tuple[int, ...]
    after: tuple[str, ...] = ()
    registered: bool = False
    """Whether the project knows the entity."""


class Hit(Struct, frozen=True):
    """Where a known name stands, and what it may mean."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


class Hits(Struct, frozen=True):
    """The known names of a text by their start, the longest only, and where known names end."""

    at: Mapping[int, Hit]
    ends: frozenset[int] = field(default=frozenset())


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


class KnownNames:
    """The names of a register and of a language's gazetteer; what both know is the register's.

    `contracted` are articles of the language that other words may stand for: « (au) Havre » is « Le Havre ».
    """

    def __init__(
        self, register: Iterable[Entity], gazetteer: Iterable[Entity], contracted: Mapping[str, tuple[str, ...]]
    ) -> None:
        rows: dict[str, list[Alias]] = defaultdict(list)
        for alias in _aliases(tuple(register), tuple(gazetteer), contracted):
            rows[key(alias.name)].append(alias)
        self._automaton = ahocorasick.Automaton()
        for name, aliases in rows.items():
            self._automaton.add_word(f" {name} ", (len(name), tuple(aliases)))
        self._automaton.make_automaton()

    def find(self, text: str) -> Hits:
        """All known names that stand in the text as whole words."""
        found: dict[int, Hit] = {}
        ends: set[int] = set()
        for last, (size, candidates) in self._automaton.iter(f" {key(text)} "):
            end = last - 1
            start = end - size
            fitting = tuple(alias for alias in candidates if _fits(alias, text, start))
            if not fitting:
                continue
            ends.add(end)
            if start not in found or end > found[start].end:
                found[start] = Hit(start, end, tuple(a for a in fitting if not a.after) or fitting)
        return Hits(found, frozenset(ends))


def _aliases(
    register: tuple[Entity, ...], gazetteer: tuple[Entity, ...], contracted: Mapping[str, tuple[str, ...]]
) -> Iterator[Alias]:
    mine = {key(name): entity for entity in register for name in (entity.name, *entity.aliases)}
    twins = {key(entity.name): entity for entity in gazetteer}
    for entity in register:
        names = (entity.name, *entity.aliases)
        yield from _of(_completed(entity, twins), names, contracted, registered=True)
    for entity in gazetteer:
        names = (entity.name, *entity.aliases)
        known = [name for name in names if key(name) in mine]
        own = _completed(mine[key(known[0])], twins) if known else entity
        yield from _of(own, [name for name in names if name not in known], contracted, registered=bool(known))


def _completed(entity: Entity, twins: Mapping[str, Entity]) -> Entity:
    """A registered place that says nothing of what it stands for acts like the gazetteer's."""
    twin = twins.get(key(entity.name))
    return replace(entity, stands_for=twin.stands_for) if twin and not entity.stands_for else entity


def _of(
    entity: Entity, names: Iterable[str], contracted: Mapping[str, tuple[str, ...]], *, registered: bool
) -> Iterator[Alias]:
    for name in names:
        yield Alias(name, entity, _capitals(name), registered=registered)
        for article, after in contracted.items():
            if name.startswith(article):
                rest = name.removeprefix(article)
                yield Alias(rest, entity, _capitals(rest), after, registered=registered)


def _capitals(name: str) -> tuple[int, ...]:
    """The letters that must be capitals: all of a short acronym, else those that begin a word (« Cnes » is CNES)."""
    if name.isupper() and len(name) <= _SHORT_ACRONYM:
        return tuple(i for i, c in enumerate(name) if c.isupper())
    return tuple(i for i, c in enumerate(name) if c.isupper() and (i == 0 or name[i - 1] in " '"))


def _fits(alias: Alias, text: str, start: int) -> bool:
    written = text[start : start + len(alias.name)]
    if not all(written[i].isupper() for i in alias.capitals):
        return False
    if alias.after and not text.endswith(alias.after, 0, start):
        return False
    if any(c.isdecimal() for c in alias.name):
        return key(written) == key(alias.name) and _marks(written) == _marks(alias.name)
    return len(written) > _EXACT_UP_TO or all(_same(a, b) for a, b in zip(written, alias.name, strict=True))


def _marks(name: str) -> str:
    """What stands between the letters: « 49.3 » is not « 49,3 »."""
    return "".join(c for c in name if not c.isalnum()).replace("-", " ").replace(" ", " ")


def _same(written: str, listed: str) -> bool:
    """Same letter and accent; a capital may lack its accent."""
    return written.lower() == listed.lower() or not written.islower()
