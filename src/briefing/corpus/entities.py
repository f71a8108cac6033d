"""Reading `corpus/entities.yaml`: the project's people, bodies, places and events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from briefing.corpus.textfile import read_text
from briefing.model.entity import Entity, Register, wrong_id
from briefing.problems import Problem, Severity, Where, did_you_mean, enough
from briefing.yamlfile import Document, fitted, parse

FILE = "corpus/entities.yaml"
_FARTHEST = 20_000
"""Kilometres: half way round the Earth."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    entities: tuple[Entity, ...] | None = None
    ignore: tuple[str, ...] | None = None


def load_entities(root: Path) -> tuple[Register, list[Problem]]:
    """What a project says of names (nothing when it has no such file) and what is wrong with it."""
    path = root / FILE
    if not path.exists() and not path.is_symlink():
        return Register(), []
    text, problems = read_text(path, FILE)
    if text is None:
        return Register(), problems
    document = parse(text, FILE)
    if isinstance(document, Problem):
        return Register(), [document]
    register, problems = register_in(document)
    return register or Register(), problems


def register_in(document: Document) -> tuple[Register | None, list[Problem]]:
    """What the list says, None where it cannot be read, and what is wrong with it."""
    if document.content is None:
        return Register(), []
    value, problems = fitted(_File, document, document.content)
    if value is None:
        return None, problems
    register = Register(value.entities or (), value.ignore or ())
    odd = (_doubles(document, register.entities), _odd(document, register.entities), _ignored(document, register))
    return register, [*problems, *(problem for found in odd for problem in enough(found))]


def place_of(root: Path, entity: str, key: str) -> Where:
    """The line on which an entity's key stands."""
    document = parse(read_text(root / FILE, FILE)[0] or "", FILE)
    if isinstance(document, Problem) or not isinstance(document.content, dict):
        return Where(FILE)
    rows = [row.get("id") for row in document.content.get("entities") or ()]
    return document.where(["entities", rows.index(entity), key])


def _doubles(document: Document, entities: tuple[Entity, ...]) -> Iterator[Problem]:
    """One id, and one name or alias, for one entity."""
    first: dict[str, int] = {}
    for number, entity in enumerate(entities):
        for name in sorted({entity.id, entity.name, *entity.aliases}):
            owner = first.setdefault(name, number)
            if owner != number:
                message = f"“{name}” already names the entity {entities[owner].id}; one name, one entity"
                yield Problem(document.where(["entities", number]), message)


def _ignored(document: Document, register: Register) -> Iterator[Problem]:
    """What is no entity here is said once, and is none of the project's."""
    mine = {name: e.id for e in register.entities for name in (e.name, *e.aliases)}
    for number, name in enumerate(register.ignored):
        where = document.where(["ignore", number])
        if not name.strip():
            yield Problem(where, "ignore: an empty name; write a name or remove the line")
        elif name in mine:
            yield Problem(where, f"ignore: “{name}” names the entity {mine[name]}; remove it here or there")
        elif name in register.ignored[:number]:
            yield Problem(where, f"ignore: “{name}” stands here twice; remove one", Severity.WARNING)


def _odd(document: Document, entities: tuple[Entity, ...]) -> Iterator[Problem]:
    """Ids that make no address, references that lead nowhere."""
    known = {entity.id: entity for entity in reversed(entities)}
    for number, entity in enumerate(entities):
        for key, wrong in (*_wrong_words(entity), *_wrong_references(entity, known), *_wrong_values(entity)):
            severity = Severity.WARNING if key == "wikidata" else Severity.ERROR
            yield Problem(document.where(["entities", number, key]), f"{key}: {wrong}", severity)


def _wrong_words(entity: Entity) -> Iterator[tuple[str, str]]:
    if wrong := wrong_id(entity.id):
        yield "id", f"“{entity.id[:60]}” makes no address; {wrong}"
    for key, words in (("name", [entity.name]), ("aliases", entity.aliases), ("roles", entity.roles)):
        if not all(map(str.strip, words)):
            yield key, "an empty one; write a name or remove it"


def _wrong_references(entity: Entity, known: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    for key in ("stands_for", "affiliation"):
        if _leads_back(entity, key, known):
            yield key, f"this leads from {entity.id} back to it; correct it"
    for other in entity.not_same_as:
        if other == entity.id:
            yield "not_same_as", f"{other} is itself; name another entity"
        elif other not in known:
            yield "not_same_as", f"there is no entity “{other}” in this file{did_you_mean(other, known)}"


def _wrong_values(entity: Entity) -> Iterator[tuple[str, str]]:
    if entity.coordinates and not (abs(entity.coordinates[0]) <= 90 and abs(entity.coordinates[1]) <= 180):
        yield "coordinates", "write latitude (-90 to 90), then longitude (-180 to 180), in degrees"
    if entity.radius is not None and not 0 < entity.radius <= _FARTHEST:
        yield "radius", f"write kilometres, more than 0 and at most {_FARTHEST:,}"
    if entity.wikidata and not entity.has_item:
        yield "wikidata", f"“{entity.wikidata}” is no Wikidata id; write Q and digits, or null if there is none"


def _leads_back(entity: Entity, key: str, known: Mapping[str, Entity]) -> bool:
    """Whether one who follows a key from an entity to the next comes back to it."""
    passed: set[str] = set()
    other = getattr(entity, key)
    while other in known and other not in passed and other != entity.id:
        passed.add(other)
        other = getattr(known[other], key)
    return bool(other == entity.id)
