"""The places of a dossier that have a position, where articles put things, and what they put in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from briefing.languages import find_pack
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity, slug
from briefing.model.relation import Field
from briefing.pages.map.drawing import Drawing, Located, PlaceShown, drawings
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.where import where
from briefing.pages.views.shown import ClaimShown, DifferenceHead, Link
from briefing.relate.actors import lineage

FEWEST = 3
"""With fewer places there is no map."""
_MOST = 60


class Dispute(Struct, frozen=True):
    """Two places that two passages give for one thing."""

    one: PlaceShown
    other: PlaceShown
    head: DifferenceHead


class Map(Struct, frozen=True):
    """The drawings, that of all places first; `missing` places have no known position."""

    drawings: tuple[Drawing, ...]
    places: tuple[Located, ...]
    disputes: tuple[Dispute, ...]
    missing: tuple[Link, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it draws, for the key."""
        wide = [place.is_wide for place in self.places]
        drawn = {"town": not all(wide), "wide": any(wide), "dispute": bool(self.disputes)}
        return tuple(kind for kind, is_drawn in drawn.items() if is_drawn)


def places_map(catalogue: Catalogue) -> Map | None:
    """The map of a dossier; None where fewer than three of its places have a position."""
    named = _named(catalogue)
    known = _known(catalogue)
    positions = {key: at for key in named if (at := _position(catalogue, known, key))}
    if len(positions) < FEWEST:
        return None
    shown = sorted(positions, key=lambda key: (-len(named[key]), key))[:_MOST]
    places = tuple(_located(catalogue, n, positions[key], key, named[key]) for n, key in enumerate(shown, 1))
    drawn = tuple(drawings(places))
    marks = {mark.place.key: mark for mark in drawn[0].marks}
    missing = tuple(catalogue.link(key) or Link(key) for key in named if key not in positions)
    return Map(drawn, places, tuple(_disputes(catalogue, marks)), missing)


def _located(catalogue: Catalogue, number: int, entity: Entity, key: str, claims: tuple[ClaimShown, ...]) -> Located:
    return Located(
        number=number,
        key=key,
        link=catalogue.link(key) or Link(entity.name),
        at=entity.coordinates or (0.0, 0.0),
        radius=entity.radius or 0.0,
        claims=claims,
    )


def _named(catalogue: Catalogue) -> dict[str, tuple[ClaimShown, ...]]:
    """The claims that name each place as a place: not « Moscou dément »."""
    found: dict[str, dict[str, ClaimShown]] = defaultdict(dict)
    for claim in catalogue.dossier.claims.values():
        for mention in claim.entities:
            if mention.type is EntityType.PLACE and mention.entity and not mention.stands_for:
                found[mention.entity][claim.id] = catalogue.claims[claim.id]
    return {key: tuple(claims.values()) for key, claims in found.items()}


def _known(catalogue: Catalogue) -> dict[str, Entity]:
    """The places whose coordinates the language packs of the dossier give, by id."""
    languages = dict.fromkeys(article.meta.language for article in catalogue.dossier.articles)
    packs = [pack for language in languages if (pack := find_pack(language))]
    found: dict[str, Entity] = {}
    for entity in chain.from_iterable(pack.gazetteer() for pack in packs):
        if entity.coordinates:
            found.setdefault(entity.id, entity)
    return found


def _position(catalogue: Catalogue, known: Mapping[str, Entity], key: str) -> Entity | None:
    """The place with its coordinates: as the project gives them, else as a language pack knows them."""
    mine = catalogue.dossier.entity.get(key)
    if mine is not None and mine.coordinates:
        return mine
    return known.get(key) or (known.get(slug(mine.name)) if mine else None)


def _disputes(catalogue: Catalogue, found: dict[str, PlaceShown]) -> Iterator[Dispute]:
    """Where two claims differ about the place: the narrowest place that only the one names, and the other's.

    A region and its state are no dispute.
    """
    for difference in catalogue.dossier.differences:
        if difference.field is not Field.PLACE:
            continue
        claims = (catalogue.dossier.claims[key] for key in difference.claims)
        told = [dict.fromkeys(m.entity for m in where(catalogue.dossier.article_of(c), c) if m.entity) for c in claims]
        one, other = ([found[key] for key in own if key in found] for own in told)
        mine, theirs = [p for p in one if p not in other], [p for p in other if p not in one]
        if not mine or not theirs:
            continue
        dispute = Dispute(_narrowest(mine), _narrowest(theirs), catalogue.differences[difference.id])
        if not _holds(catalogue, dispute.one, dispute.other):
            yield dispute


def _holds(catalogue: Catalogue, one: PlaceShown, other: PlaceShown) -> bool:
    above = [lineage(mark.place.key, catalogue.dossier.entity) for mark in (one, other)]
    return one.place.key in above[1] or other.place.key in above[0]


def _narrowest(places: Iterable[PlaceShown]) -> PlaceShown:
    return min(places, key=lambda mark: (mark.reach or (0, 0), mark.place.number))
