"""Reading `corpus/entities.yaml`: the project's people, bodies, places and events."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.corpus.loader import read_text
from briefing.model.entity import Entity
from briefing.problems import Problem
from briefing.yamlfile import Document, Shape, parse

FILE = "corpus/entities.yaml"


@dataclass(frozen=True, slots=True)
class _File:
    entities: tuple[Entity, ...]


def load_entities(root: Path) -> tuple[tuple[Entity, ...], list[Problem]]:
    """The entities of a project (none when it has no such file) and what is wrong with them."""
    path = root / FILE
    if not path.exists():
        return (), []
    text, problems = read_text(path, FILE)
    if text is None:
        return (), problems
    document = parse(text, FILE)
    if isinstance(document, Problem):
        return (), [document]
    if document.content is None:
        return (), []
    value, problems = Shape(_File).fit(document, document.content)
    entities = value.entities if value else ()
    return entities, problems + _doubles(document, entities) + _unknown(document, entities)


def _doubles(document: Document, entities: tuple[Entity, ...]) -> list[Problem]:
    """One id, and one name or alias, for one entity."""
    first: dict[str, str] = {}
    problems = []
    for number, entity in enumerate(entities):
        for name in {entity.id, entity.name, *entity.aliases}:
            other = first.setdefault(name, entity.id)
            if other != entity.id or (name == entity.id and [e.id for e in entities].index(name) != number):
                problems.append(
                    Problem(
                        document.where(["entities", number]),
                        f"“{name}” already names the entity {other}; one name, one entity",
                    )
                )
    return problems


def _unknown(document: Document, entities: tuple[Entity, ...]) -> list[Problem]:
    ids = {entity.id for entity in entities}
    return [
        Problem(
            document.where(["entities", number, "not_same_as"]),
            f"not_same_as: there is no entity “{other}” in this file",
        )
        for number, entity in enumerate(entities)
        for other in entity.not_same_as
        if other not in ids
    ]
