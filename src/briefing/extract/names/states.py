"""A state as the entities that a gazetteer holds of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug


def state(name: str, aliases: Sequence[str], government: str | None, capital: Sequence[str]) -> Iterator[Entity]:
    """The country, its government, and its capital by all its names, which stands for the government when it acts."""
    yield Entity(id=slug(name), name=name, type=EntityType.PLACE, aliases=tuple(aliases))
    if government is None:
        return
    body = Entity(id=slug(government), name=government, type=EntityType.ORGANISATION, affiliation=slug(name))
    yield body
    if capital:
        city, *others = capital
        yield Entity(id=slug(city), name=city, type=EntityType.PLACE, aliases=tuple(others), stands_for=body.id)
