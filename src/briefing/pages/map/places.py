"""The places of a dossier that have a position, where articles put things, and what they put in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from briefing.corpus.text import plain
from briefing.languages import find_pack
from briefing.model.annotation import EntityType
from briefing.model.claim import Claim
from briefing.model.entity import Entity, slug
from briefing.model.relation import Field
from briefing.pages.map.outline import WIDTH, frame, outline
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ClaimShown, DifferenceHead, Link
from briefing.relate.actors import lineage

FEWEST = 3
"""With fewer places there is no map."""
_MOST = 60
_TOWN = 25.0
"""Kilometres: a place no wider is a point."""
_BESIDE = 72.0
_GAP, _LETTER, _LINE = 2.0, 0.8, 11
"""Of a name: its distance from the mark and the width of a letter in percent, half its height in units."""
_REACH = 24
"""Code points before a place in which its preposition stands."""


Box: TypeAlias = "tuple[float, float, float, float]"


class PlaceShown(Struct, frozen=True, kw_only=True):
    """A place on the map: percentages across and down, and how far it reaches both ways where it is no point."""

    number: int
    key: str
    """Its id."""
    link: Link
    x: float
    y: float
    reach: tuple[float, float] | None
    claims: tuple[ClaimShown, ...]

    @property
    def anchor(self) -> str:
        """Its place in the list."""
        return f"p-{self.number}"

    @property
    def turned(self) -> bool:
        """Whether its name stands on its left."""
        return self.x > _BESIDE

    def box(self, height: int) -> Box:
        """Where its name stands: left, right, top and bottom, in percent, on a drawing `height` units high."""
        wide, half = _GAP + _LETTER * len(self.link.label), 100 * _LINE / height
        left = self.x - wide if self.turned else self.x
        return left, left + wide, self.y - half, self.y + half


class Dispute(Struct, frozen=True):
    """Two places that two passages give for one thing."""

    one: PlaceShown
    other: PlaceShown
    head: DifferenceHead


class Map(Struct, frozen=True):
    """The drawing: an outline in units of its width, marks in percent; `missing` places have no known position."""

    width: int
    height: int
    outline: str
    places: tuple[PlaceShown, ...]
    disputes: tuple[Dispute, ...]
    missing: tuple[Link, ...]

    @property
    def named(self) -> frozenset[int]:
        """The numbers of the places whose names have room beside their marks, the most named first."""
        taken: list[Box] = []
        found: set[int] = set()
        for place in self.places:
            box = left, right, top, bottom = place.box(self.height)
            marks = [p for p in self.places if p is not place and left < p.x < right and top < p.y < bottom]
            if not marks and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                found.add(place.number)
        return frozenset(found)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def places_map(catalogue: Catalogue) -> Map | None:
    """The map of a dossier; None where fewer than three of its places have a position."""
    named = _named(catalogue)
    positions = {key: at for key in named if (at := _position(catalogue, key))}
    if len(positions) < FEWEST:
        return None
    shown = sorted(positions, key=lambda key: (-len(named[key]), key))[:_MOST]
    framed = frame(point for key in shown if (point := positions[key].coordinates))
    found: dict[str, PlaceShown] = {}
    for number, key in enumerate(shown, 1):
        entity = positions[key]
        lat, lon = entity.coordinates or (0.0, 0.0)
        x, y = framed.place(lat, lon)
        reach = framed.reach(entity.radius) if entity.radius and entity.radius > _TOWN else None
        link = catalogue.link(key) or Link(entity.name)
        found[key] = PlaceShown(number=number, key=key, link=link, x=x, y=y, reach=reach, claims=named[key])
    return Map(
        width=WIDTH,
        height=framed.height,
        outline=outline(framed),
        places=tuple(found.values()),
        disputes=tuple(_disputes(catalogue, found)),
        missing=tuple(catalogue.link(key) or Link(key) for key in named if key not in positions),
    )


def _named(catalogue: Catalogue) -> dict[str, tuple[ClaimShown, ...]]:
    """The claims that name each place as a place: not « Moscou dément »."""
    found: dict[str, dict[str, ClaimShown]] = defaultdict(dict)
    for claim in catalogue.dossier.claims.values():
        for mention in claim.entities:
            if mention.type is EntityType.PLACE and mention.entity and not mention.stands_for:
                found[mention.entity][claim.id] = catalogue.claims[claim.id]
    return {key: tuple(claims.values()) for key, claims in found.items()}


def _position(catalogue: Catalogue, key: str) -> Entity | None:
    """The place with its coordinates: as the project gives them, else as a language pack knows them."""
    mine = catalogue.dossier.entity.get(key)
    if mine is not None and mine.coordinates:
        return mine
    for language in dict.fromkeys(article.meta.language for article in catalogue.dossier.articles):
        pack = find_pack(language)
        for entity in pack.gazetteer() if pack else ():
            if entity.coordinates and entity.id in (key, slug(mine.name) if mine else key):
                return entity
    return None


def _disputes(catalogue: Catalogue, found: dict[str, PlaceShown]) -> Iterator[Dispute]:
    """Where two claims differ about the place: the narrowest place that only the one names, and the other's.

    A region and its state are no dispute.
    """
    for difference in catalogue.dossier.differences:
        if difference.field is not Field.PLACE:
            continue
        claims = (catalogue.dossier.claims[key] for key in difference.claims)
        one, other = ([found[key] for key in _where(catalogue, claim) if key in found] for claim in claims)
        mine, theirs = [p for p in one if p not in other], [p for p in other if p not in one]
        if not mine or not theirs:
            continue
        dispute = Dispute(_narrowest(mine), _narrowest(theirs), catalogue.difference(difference))
        if not _holds(catalogue, dispute.one, dispute.other):
            yield dispute


def _holds(catalogue: Catalogue, one: PlaceShown, other: PlaceShown) -> bool:
    above = [lineage(place.key, catalogue.dossier.entity) for place in (one, other)]
    return one.key in above[1] or other.key in above[0]


def _narrowest(places: Iterable[PlaceShown]) -> PlaceShown:
    return min(places, key=lambda place: (place.reach or (0, 0), place.number))


def _where(catalogue: Catalogue, claim: Claim) -> list[str]:
    """The places where a claim says that something is or goes to: « en Russie », not « la Russie a livré »."""
    article = catalogue.dossier.article_of(claim)
    pack = find_pack(article.meta.language)
    locatives = pack.wording().locatives if pack else frozenset()
    found = []
    for mention in claim.entities:
        before = plain(article.text[max(0, mention.start - _REACH) : mention.start]).split()[-2:]
        if mention.type is EntityType.PLACE and mention.entity and not locatives.isdisjoint(before):
            found.append(mention.entity)
    return list(dict.fromkeys(found))
