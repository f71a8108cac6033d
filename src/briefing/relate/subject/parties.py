"""For whom an entity acts: « Moscou », « l'armée russe » and « Vladimir Poutine » are one party when they act."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from briefing.extract.pack import Theme
from briefing.model.annotation import EntityType, Mention
from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.relate.subject.reader import NATION, Reader

Party = frozenset[str]
"""Ids: of the nation for which something acts, and of a person also the person's own; else of the entity itself."""
_NEAR = 6
"""Words between a person and the nation in their title: « la ministre suédoise des Finances, Eva Lind »."""


class Parties:
    """The parties of a dossier's entities, learned once from names, roles and the titles in the claims."""

    def __init__(self, claims: Iterable[tuple[str, Claim]], entities: Mapping[str, Entity], read: Reader) -> None:
        """`claims` come with the language of their article."""
        self._entities, self._read = entities, read
        listed = list(claims)
        self._language = listed[0][0] if listed else ""
        self._nations = _nations(listed, read)
        self._known: dict[str, Party] = {}

    @cached_property
    def nations(self) -> frozenset[str]:
        """The places that have a government, so that one excludes the other: nothing lies in two nations."""
        governments = {e.stands_for for e in self._entities.values() if e.stands_for} & self._entities.keys()
        return frozenset(n for ident in governments for n in self._adjectives(self._entities[ident].name))

    def of(self, entity: str) -> Party:
        """The party for which an entity acts."""
        if entity not in self._known:
            self._known[entity] = self._party(entity, 0)
        return self._known[entity]

    def _party(self, ident: str, depth: int) -> Party:
        entity = self._entities.get(ident)
        if entity is None:
            return frozenset({ident})
        if entity.stands_for and depth < 3:  # an entity may stand for itself by mistake
            return self._party(entity.stands_for, depth + 1)
        named = {nation for name in (entity.name, *entity.roles) for nation in self._adjectives(name)}
        if entity.type is EntityType.PERSON:
            return frozenset({ident, *named, *self._nations.get(ident, ())})
        return frozenset(named or {ident})

    def _adjectives(self, name: str) -> Iterator[str]:
        return (nation_of(theme) for theme in self._read(self._language, name) if theme.kind == NATION)


def nation_of(theme: Theme) -> str:
    """The id of the place of a `nation/…` theme."""
    return theme.name.partition("/")[2]


def _nations(claims: Iterable[tuple[str, Claim]], read: Reader) -> dict[str, set[str]]:
    """The nation that the titles of each person name most often."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for language, claim in claims:
        people = [m for m in claim.entities if m.type is EntityType.PERSON and m.entity]
        if people:
            themes = [t for t in read(language, claim.evidence.exact) if t.kind == NATION]
            for theme in themes:
                person = _titled(claim, theme, people)
                if person:
                    found[person][nation_of(theme)] += 1
    return {person: {min(counts, key=lambda n: (-counts[n], n))} for person, counts in found.items()}


def _titled(claim: Claim, theme: Theme, people: list[Mention]) -> str | None:
    """The person whose title the adjective stands in: the next one named, else the one it follows behind a comma."""
    text, offset = claim.evidence.exact, claim.evidence.start
    spans = sorted((m.start - offset, m.end - offset, m.entity) for m in people)
    behind = next((span for span in spans if span[0] >= theme.end), None)
    if behind and len(text[theme.end : behind[0]].split()) <= _NEAR:
        return behind[2]
    before = next((span for span in reversed(spans) if span[1] <= theme.start), None)
    gap = text[before[1] : theme.start] if before else ""
    return before[2] if before and gap.startswith(",") and len(gap.split()) <= _NEAR else None
