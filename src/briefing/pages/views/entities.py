"""Actors and places: what each says, what is said of it, with whom, when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.entity import Entity
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.gathered import Moment, moments
from briefing.pages.views.shown import ClaimShown, Link
from briefing.relate.voice import voices

_COMPANIONS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """An entity and its claims: `says` where it speaks, `told` where somebody else speaks of it."""

    entity: Entity
    path: str
    wikidata: str | None
    says: tuple[ClaimShown, ...]
    told: tuple[ClaimShown, ...]
    companions: tuple[tuple[Link, int], ...]
    moments: tuple[Moment, ...]
    not_same_as: tuple[Link, ...]
    stands_for: Link | None

    @property
    def articles(self) -> int:
        """How many articles name it or let it speak."""
        return len({claim.article.id for claim in (*self.says, *self.told)})


def entity_pages(catalogue: Catalogue) -> tuple[EntityPage, ...]:
    """One page an entity, those of most articles first."""
    says, told = _claims_of(catalogue)
    found = [
        _page(catalogue, e, tuple(says[e.id].values()), tuple(told[e.id].values())) for e in catalogue.entities.values()
    ]
    return tuple(sorted(found, key=lambda page: (-page.articles, -len(page.says) - len(page.told), page.entity.id)))


_ByEntity = defaultdict[str, dict[str, ClaimShown]]


def _claims_of(catalogue: Catalogue) -> tuple[_ByEntity, _ByEntity]:
    says: _ByEntity = defaultdict(dict)
    told: _ByEntity = defaultdict(dict)
    for claim in catalogue.dossier.claims.values():
        shown = catalogue.claims[claim.id]
        speaking = {voice.entity for voice in voices(claim) if voice.entity}
        for entity in sorted(speaking):
            says[entity][claim.id] = shown
        for entity in sorted({m.entity for m in claim.entities if m.entity} - speaking):
            told[entity][claim.id] = shown
    return says, told


def _page(
    catalogue: Catalogue, entity: Entity, says: tuple[ClaimShown, ...], told: tuple[ClaimShown, ...]
) -> EntityPage:
    paths = catalogue.paths
    return EntityPage(
        entity=entity,
        path=paths.url(paths.child("entities", entity.id)),
        wikidata=f"https://www.wikidata.org/wiki/{entity.wikidata}"
        if entity.wikidata and entity.wikidata != "none"
        else None,
        says=says,
        told=told,
        companions=tuple(_companions(entity, (*says, *told))),
        moments=moments((*says, *told)),
        not_same_as=tuple(catalogue.link(i) or Link(_name(catalogue, i)) for i in entity.not_same_as),
        stands_for=(catalogue.link(entity.stands_for) or Link(_name(catalogue, entity.stands_for)))
        if entity.stands_for
        else None,
    )


def _name(catalogue: Catalogue, entity: str) -> str:
    known = catalogue.dossier.entity.get(entity)
    return known.name if known else entity


def _companions(entity: Entity, claims: tuple[ClaimShown, ...]) -> Iterator[tuple[Link, int]]:
    """Who is named in the same claims, the most often first."""
    together = Counter(link for claim in claims for link in claim.actors if link.label != entity.name)
    yield from sorted(together.items(), key=lambda item: (-item[1], item[0].label))[:_COMPANIONS]
