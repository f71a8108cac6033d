"""The entities that a dossier names: the project's own, those everybody knows, and those an article introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from briefing.extract.names.belonging import Belonging
from briefing.model.annotation import EntityType, Mention
from briefing.model.claim import Claim
from briefing.model.entity import Entity

_PART = re.compile(r"\w+")
"""« Jong-un » and « Jong Un » are as full."""


def named(
    claims: Iterable[Claim], project: Sequence[Entity], known: Sequence[Entity], belonging: Belonging
) -> tuple[Entity, ...]:
    """All project entities, every other one that a claim mentions, and what these belong to, by id.

    An entity that no list holds takes its fullest mention for its name, of two spellings the commoner one, and its most
    frequent type. Where it speaks by a title (« le porte-parole du gouvernement belge, Luc Maes »), that tells too to
    whom it belongs. A service that tells no state is of the only one that acts, where newspapers of that state are
    written in this language.
    """
    claims = tuple(claims)
    mentions: dict[str, list[Mention]] = {}
    for claim in claims:
        for mention in claim.entities:
            if mention.entity:
                mentions.setdefault(mention.entity, []).append(mention)
    listed = {entity.id: entity for entity in (*known, *project)}
    wanted = (
        {entity.id for entity in project}
        | mentions.keys()
        | {m.stands_for for group in mentions.values() for m in group if m.stands_for}
    )
    found = {ident: listed.get(ident) or _introduced(ident, mentions.get(ident, [])) for ident in wanted}
    titles = _titles(claims)
    placed = {ident: _placed(entity, titles.get(ident, ()), belonging) for ident, entity in found.items()}
    placed = _at_home(placed, {**listed, **placed}, claims, belonging)
    above = {e.affiliation for e in placed.values() if e.affiliation in listed} - wanted
    return tuple(sorted((*placed.values(), *(listed[ident] for ident in above)), key=lambda entity: entity.id))


def _at_home(
    placed: Mapping[str, Entity], known: Mapping[str, Entity], claims: Iterable[Claim], belonging: Belonging
) -> dict[str, Entity]:
    acting = {mention.stands_for for claim in claims for mention in claim.entities if mention.stands_for}
    acting |= {ident for ident, entity in placed.items() if entity.type is not EntityType.PLACE}
    tops = (known.get(head(ident, known)) for ident in acting)
    states = {top.id for top in tops if top and top.type is EntityType.PLACE}
    government = belonging.home.get(states.pop()) if len(states) == 1 else None
    bare = {ident for ident, entity in placed.items() if entity.affiliation is None and belonging.is_bare(entity.name)}
    return {
        ident: replace(entity, affiliation=government) if government and ident in bare else entity
        for ident, entity in placed.items()
    }


def head(entity: str, entities: Mapping[str, Entity]) -> str:
    """What an entity belongs to in the end: its state, its government; itself where it belongs to nothing."""
    return lineage(entity, entities)[-1]


def lineage(entity: str, entities: Mapping[str, Entity]) -> list[str]:
    """An entity, what it belongs to or stands for, and so on to the end.

    A state stands for its government, which belongs to the state: the state is the end.
    """
    found = [entity]
    while known := entities.get(found[-1]):
        above = known.affiliation or known.stands_for
        if above is None or above not in entities:
            break
        if above in found:
            return [*found, above] if known.affiliation else found
        found.append(above)
    return found


def _introduced(ident: str, mentions: list[Mention]) -> Entity:
    names = Counter(mention.exact for mention in mentions)
    name = max(names, key=lambda n: (len(_PART.findall(n)), names[n], n), default=ident)
    types = Counter(mention.type for mention in mentions)
    return Entity(id=ident, name=name, type=max(types, key=lambda t: (types[t], t), default=EntityType.OTHER))


def _titles(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """The words by which each entity speaks, cut at commas: « porte-parole du gouvernement belge », « Luc Maes »."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        named = [(a.entity, a.source) for a in claim.attribution] + [(q.entity, q.speaker) for q in claim.quotes]
        for entity, source in named:
            if entity and source:
                found.setdefault(entity, set()).update(map(str.strip, source.split(",")))
    return found


def _placed(entity: Entity, titles: Iterable[str], belonging: Belonging) -> Entity:
    """An entity as part of another where its name or its titles show one, and the project says nothing else."""
    if entity.affiliation or entity.type is EntityType.PLACE:
        return entity
    told = filter(None, map(belonging.told, titles))
    shown = set(told) if entity.type is EntityType.PERSON else set()
    return replace(entity, affiliation=belonging.told(entity.name) or (shown.pop() if len(shown) == 1 else None))
