"""Lists of names that everybody knows: « ; » between things, « = » between the names of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug
from briefing.yamlfile.packaged import packaged


class Listed(Struct, frozen=True):
    """One thing of a list: its names, the usual one first, what it is, and the section in which it stands."""

    names: tuple[str, ...]
    type: EntityType
    section: str

    @property
    def entity(self) -> Entity:
        """The thing as an entity."""
        name, *others = self.names
        return Entity(id=slug(name), name=name, type=self.type, aliases=tuple(others))


def listed(package: str, name: str) -> Iterator[Listed]:
    """The entries of a list of names; its `type` holds for all, without one each section is named by its type."""
    sections = packaged(package, name, dict[str, str])
    kind = sections.pop("type", None)
    for section, text in sections.items():
        yield from (Listed(tuple(names), EntityType(kind or section), section) for names in rows(text))


def rows(text: str) -> Iterator[list[str]]:
    """The names of each thing of a section."""
    for row in text.split(";"):
        if names := [name.strip() for name in row.split("=") if name.strip()]:
            yield names


def first_of_each(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities in order, of those with one id the first."""
    found: dict[str, Entity] = {}
    for entity in entities:
        found.setdefault(entity.id, entity)
    return tuple(found.values())
