"""The entities that pages name, and on whose page each stands: a state has one with its capital and government."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from briefing.model.annotation import EntityType
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.pages.typography import capital
from briefing.relate.actors import head
from briefing.relate.voice import voices


def named(dossier: Dossier) -> dict[str, Entity]:
    """Entities that a claim names or that speak, by id; one without a description takes the text's usual name."""
    seen: dict[str, Counter[tuple[str, EntityType]]] = {}
    for claim in dossier.claims.values():
        for mention in claim.entities:
            if mention.entity:
                seen.setdefault(mention.entity, Counter())[mention.exact, mention.type] += 1
            if mention.stands_for:
                seen.setdefault(mention.stands_for, Counter())
        for voice in voices(claim):
            for speaker in (voice.entity, *voice.several):
                if speaker:
                    seen.setdefault(speaker, Counter())
    return {
        key: dossier.entity.get(key) or _described(key, names)
        for key, names in sorted(seen.items())
        if names or key in dossier.entity
    }


def _described(key: str, names: Counter[tuple[str, EntityType]]) -> Entity:
    (name, kind), _ = max(names.items(), key=lambda item: (item[1], len(item[0][0]), item[0]))
    return Entity(id=key, name=capital(name), type=kind)


def standing(named: Mapping[str, Entity], entities: Mapping[str, Entity]) -> dict[str, str]:
    """The entity on whose page each `named` one stands, for those that share one; `entities`: all that are known.

    It is the state where the dossier names it, else the first of those that stand for the same.
    """
    acting = {entity.stands_for for entity in named.values() if entity.stands_for}
    joined = [entity.id for entity in named.values() if entity.stands_for or entity.id in acting]
    first: dict[str, str] = {}
    for ident in joined:
        first.setdefault(head(ident, entities), ident)
    return {ident: top if (top := head(ident, entities)) in named else first[top] for ident in joined}


def belonging(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Those who speak for each entity, by its id; a region speaks for nobody."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.affiliation and entity.type is not EntityType.PLACE:
            found[entity.affiliation].append(entity)
    return found
