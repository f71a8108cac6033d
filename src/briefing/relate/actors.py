"""The entities that a dossier names: the project's own, those everybody knows, and those an article introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefing.model.annotation import EntityType, Mention
from briefing.model.claim import Claim
from briefing.model.entity import Entity

_PART = re.compile(r"\w+")
"""« Jong-un » and « Jong Un » are as full."""


def named(claims: Iterable[Claim], project: tuple[Entity, ...], known: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """All project entities, and every other one that a claim mentions, by id.

    An entity that no list holds takes its fullest mention for its name, of two spellings the commoner one, and its most
    frequent type.
    """
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
    return tuple(listed.get(ident) or _introduced(ident, mentions.get(ident, [])) for ident in sorted(wanted))


def _introduced(ident: str, mentions: list[Mention]) -> Entity:
    names = Counter(mention.exact for mention in mentions)
    name = max(names, key=lambda n: (len(_PART.findall(n)), names[n], n), default=ident)
    types = Counter(mention.type for mention in mentions)
    return Entity(id=ident, name=name, type=max(types, key=lambda t: (types[t], t), default=EntityType.OTHER))
