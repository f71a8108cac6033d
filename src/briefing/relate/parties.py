"""Parties: who speaks for whom. A government, its capital, its state and those who belong to it are one party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.model.relation import Party
from briefing.relate.actors import head
from briefing.relate.origins import origins_of

_ACTING = 100
"""« Oslo dément » says more of what a party is called than « à Oslo »."""


def parties(entities: Mapping[str, Entity], claims: Iterable[Claim]) -> dict[str, Party]:
    """The party of each entity, by entity id; one that speaks for nobody else is its own."""
    heads = {entity: head(entity, entities) for entity in entities}
    named: dict[str, Counter[str]] = {}
    for claim in claims:
        for mention in claim.entities:
            place = entities.get(mention.entity or "")
            if place and place.stands_for and place.id != heads[place.id]:
                named.setdefault(heads[place.id], Counter())[place.name] += _ACTING if mention.stands_for else 1
    return {entity: Party(top, _name(top, entities, named.get(top))) for entity, top in heads.items()}


def speaking(claim: Claim, entities: Mapping[str, Entity], known: Mapping[str, Party]) -> tuple[Party, ...]:
    """The parties that say a claim, each once; a joint statement has several, one that nobody is named for has none."""
    return tuple(dict.fromkeys(_named(claim, entities, known)))


def _named(claim: Claim, entities: Mapping[str, Entity], known: Mapping[str, Party]) -> Iterator[Party]:
    for origin in origins_of(claim, entities):
        if origin.entity:
            yield known.get(origin.entity) or Party(origin.entity, origin.name)


def _name(top: str, entities: Mapping[str, Entity], named: Counter[str] | None) -> str:
    if not named:
        return entities[top].name
    return max(named, key=lambda name: (named[name], name))
