"""Where a claim ultimately comes from: its root speaker or document, followed through the attribution chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.relate.voice import side_by_side, voices


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A root speaker. One that nobody names (« des experts ») stands for itself in its article and is never counted."""

    name: str
    entity: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is known who this is, so that two claims can be seen to come from two."""
        return self.entity is not None


def origins_of(claim: Claim, entities: Mapping[str, Entity]) -> tuple[Origin, ...]:
    """The innermost speakers of a claim, a place resolved to what it stands for; none when the article speaks itself.

    Several speak at once where a source is nothing but names: « Berne et Rome ». Of voices side by side, who each say
    a part of it, the first one counts: the others do not bear out what it says.
    """
    chains = side_by_side(voices(claim))
    if not chains:
        return ()
    root = chains[0][-1]
    several = () if root.entity else _named_in(root.name, claim)
    return tuple(_origin(name, entity, entities) for name, entity in several or ((root.name, root.entity),))


def _origin(name: str, ident: str | None, entities: Mapping[str, Entity]) -> Origin:
    entity = entities.get(ident or "")
    if entity is None:
        return Origin(name, ident)
    acting = entities.get(entity.stands_for or "", entity)
    return Origin(acting.name, acting.id)


def _named_in(source: str, claim: Claim) -> tuple[tuple[str, str], ...]:
    """The entities that a source names, if beside them it holds only small words: « les États-Unis et la Corée »."""
    found = {m.exact: m.entity for m in claim.entities if m.entity and m.exact in source}
    rest = source
    for name in sorted(found, key=len, reverse=True):
        rest = rest.replace(name, " ")
    small = all(len(word) <= _SMALL for word in rest.replace("’", " ").replace("'", " ").split())
    return tuple(found.items()) if len(found) > 1 and small else ()


def origin_of(claim: Claim, entities: Mapping[str, Entity]) -> Origin | None:
    """The first of the innermost speakers; None when the article speaks itself."""
    return next(iter(origins_of(claim, entities)), None)


def named_origins(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The names of the independent origins of some claims, sorted; unnamed speakers add none."""
    found = (origin for claim in claims for origin in origins_of(claim, entities))
    return tuple(sorted({origin.name for origin in found if origin.is_named}))


_SMALL = 3
"""Letters of an article or a conjunction."""
