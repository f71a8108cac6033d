"""The entities that pages name, and on whose page each stands: a state has one with its capital and government."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from briefing.editions.lives import is_answered_for
from briefing.model.annotation import EntityType
from briefing.model.claim import Claim
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.pages.typography import capital
from briefing.relate.actors import head
from briefing.relate.origins import origins_of
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


def told_of(claim: Claim) -> Iterator[str]:
    """The ids of the entities that a claim names, and of what they stand for."""
    return filter(None, (entity for mention in claim.entities for entity in (mention.entity, mention.stands_for)))


def speaking(claim: Claim, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The ids of those who say a claim, each with the name that is written; empty for those of a joint statement."""
    yield from ((voice.entity, voice.name) for voice in voices(claim) if voice.entity)
    yield from ((source.entity, "") for source in origins_of(claim, dossier.entity) if source.entity)


def lodged(dossier: Dossier, published: Container[str], shared: Mapping[str, str]) -> dict[str, str]:
    """Entities without a page of their own, each with the article on whose page it stands: the only one that names it.

    Nobody described such an entity, it says nothing, for no claim about it a person answers, and it is none of those
    that share a page. `published` are claims by id.
    """
    found: dict[str, set[str]] = defaultdict(set)
    own = {*dossier.listed, *shared, *shared.values()}
    for claim in dossier.claims.values():
        for entity in told_of(claim):
            found[entity].add(dossier.article_of(claim).id)
        own.update(entity for entity, _ in speaking(claim, dossier))
        own.update(told_of(claim) if is_answered_for(claim, published) else ())
    return {key: min(articles) for key, articles in found.items() if len(articles) == 1 and key not in own}


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
