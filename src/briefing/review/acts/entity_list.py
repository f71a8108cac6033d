"""The text of `corpus/entities.yaml` with an entity added, changed or taken out; comments and all other lines stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml
from msgspec import Struct
from msgspec.structs import replace

from briefing.corpus.entities import FILE, register_in
from briefing.model.entity import Entity
from briefing.problems import BriefingError, Problem, Where, errors
from briefing.store.text.emit import scalar, value_text
from briefing.store.text.patch import Patch, end, is_in_brackets, margin, next_line, patched, removal, rewriting
from briefing.yamlfile import Document, parse
from briefing.yamlfile.document import child, items, pairs

_FIELDS = tuple(name for name in Entity.__struct_fields__ if name != "id")


class Listing(Struct, frozen=True):
    """The text, and what it says."""

    text: str
    document: Document
    entities: tuple[Entity, ...]
    ignored: tuple[str, ...]
    mistakes: tuple[Problem, ...]
    """What is wrong with it, though it can be read."""

    def with_entity(self, entity: Entity) -> Listing:
        """With this entity as it is now: the one of its id, or another behind the rest."""
        for number, was in enumerate(self.entities):
            if was.id == entity.id:
                return self._after(list(self._changed(self._items("entities")[number], was, entity)))
        return self._after([self._behind("entities", [f"- id: {entity.id}", *_lines(entity)])])

    def without(self, name: str, now: str | None = None) -> Listing:
        """Without the entity of this id; what others say of it they say of the one that it is `now`, or of nobody."""
        gone = [node for node, e in zip(self._items("entities"), self.entities, strict=True) if e.id == name]
        left = self._after([removal(self.text, gone[0])]) if gone else self
        for other in left.entities:
            left = left.with_entity(_without(other, name, now if now != other.id else None))
        return left

    def ignoring(self, name: str) -> Listing:
        """With a name that is no entity here."""
        return self if name in self.ignored else self._after([self._behind("ignore", [f"- {scalar('ignore', name)}"])])

    def _items(self, key: str) -> list[yaml.Node]:
        return items(child(self.document.root, key))

    def _after(self, patches: Sequence[Patch]) -> Listing:
        return listing(patched(self.text, patches))

    def _behind(self, key: str, lines: Sequence[str]) -> Patch:
        """A new item of a list, which is made where it is missing."""
        held, rows = child(self.document.root, key), self._items(key)
        if rows and is_in_brackets(held):
            raise BriefingError(Problem(self.document.where([key]), f"{key} stands between brackets; write one a line"))
        if rows:
            indent = " " * margin(self.text, rows[-1])
            place = next_line(self.text, end(self.text, rows[-1]))
            return Patch(place, place, "".join(f"{indent}{each}\n" for each in _under(lines)))
        written = "".join(f"{each}\n" for each in (f"{key}:", *_under(lines)))
        for name, value in pairs(self.document.root):
            if name.value == key:
                return rewriting(self.text, name, value, written)
        return Patch(len(self.text), len(self.text), written)

    def _changed(self, node: yaml.Node, was: Entity, now: Entity) -> Iterator[Patch]:
        """The fields that differ, each on its line."""
        before, after = _written(was), _written(now)
        if not isinstance(node, yaml.MappingNode) or is_in_brackets(node):
            message = f"{now.id} is written between braces, so it was left alone; write one key a line"
            raise BriefingError(Problem(Where(FILE, node.start_mark.line + 1), message))
        indent = " " * node.start_mark.column
        keys = {name.value: (name, value) for name, value in node.value}
        place = next_line(self.text, end(self.text, node))
        for key in (key for key in _FIELDS if before[key] != after[key]):
            if key not in keys:
                yield Patch(place, place, f"{indent}{key}: {after[key]}\n")
                continue
            name, value = keys[key]
            if after[key]:
                yield Patch(end(self.text, name) + 1, end(self.text, value), f" {after[key]}")
            else:
                yield rewriting(self.text, name, value, "")


def listing(text: str) -> Listing:
    """What the text of the list says. Raises BriefingError when it cannot be read."""
    closed = text if not text or text.endswith("\n") else f"{text}\n"
    document = parse(closed, FILE)
    if isinstance(document, Problem):
        raise BriefingError(document)
    register, problems = register_in(document)
    if register is None:
        raise BriefingError(*problems)
    return Listing(closed, document, register.entities, register.ignored, tuple(errors(problems)))


def _without(entity: Entity, name: str, now: str | None) -> Entity:
    """The entity with another one in the place of `name`, wherever it says something of it."""
    return replace(
        entity,
        not_same_as=tuple(other for other in entity.not_same_as if other != name),
        stands_for=now if entity.stands_for == name else entity.stands_for,
        affiliation=now if entity.affiliation == name else entity.affiliation,
    )


def _written(entity: Entity) -> dict[str, str]:
    """Each field as it stands behind its key; nothing for one that says nothing."""
    values = ((key, getattr(entity, key)) for key in _FIELDS)
    return {key: "" if value in (None, ()) else value_text(key, value) for key, value in values}


def _lines(entity: Entity) -> list[str]:
    return [f"{key}: {value}" for key, value in _written(entity).items() if value]


def _under(lines: Sequence[str]) -> list[str]:
    """The first line as it is, the others under it."""
    first, *rest = lines
    return [first, *(f"  {each}" for each in rest)]
