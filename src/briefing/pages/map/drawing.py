"""A drawing of places, and of those that crowd on it a closer one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from briefing.pages.map.outline import WIDTH, frame, outline
from briefing.pages.views.shown import ClaimShown, Link

_TOWN = 25.0
"""Kilometres: a place no wider is a point."""
_BESIDE = 72.0
_GAP, _LETTER, _LINE = 2.0, 0.8, 11
"""Of a name: its distance from the mark and the width of a letter in percent, half its height in units."""
_MARK = 26
"""Units: marks nearer than this cover each other."""
_CROWD = 3
"""So many places that crowd are drawn again."""

Box: TypeAlias = "tuple[float, float, float, float]"


class Located(Struct, frozen=True, kw_only=True):
    """A place: where it is (latitude, longitude), how many kilometres it reaches, and the claims that name it."""

    number: int
    key: str
    link: Link
    at: tuple[float, float]
    radius: float
    claims: tuple[ClaimShown, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it is no point."""
        return self.radius > _TOWN

    @property
    def anchor(self) -> str:
        """Its place in the list."""
        return f"p-{self.number}"


class PlaceShown(Struct, frozen=True):
    """A place on a drawing: percentages across and down, and how far it reaches both ways where it is no point."""

    place: Located
    x: float
    y: float
    reach: tuple[float, float] | None

    @property
    def turned(self) -> bool:
        """Whether its name stands on its left."""
        return self.x > _BESIDE

    def box(self, height: int) -> Box:
        """Where its name stands: left, right, top and bottom, in percent, on a drawing `height` units high."""
        wide, half = _GAP + _LETTER * len(self.place.link.label), 100 * _LINE / height
        left = self.x - wide if self.turned else self.x
        return left, left + wide, self.y - half, self.y + half

    def crowds(self, other: PlaceShown, height: int) -> bool:
        """Whether their marks cover each other."""
        across, down = (self.x - other.x) * WIDTH / 100, (self.y - other.y) * height / 100
        return across**2 + down**2 < _MARK**2


class Drawing(Struct, frozen=True):
    """An outline in units of its width, and marks in percent."""

    height: int
    outline: str
    marks: tuple[PlaceShown, ...]
    width: int = WIDTH

    @property
    def named(self) -> frozenset[int]:
        """The numbers of the places whose names have room beside their marks, the most named first."""
        taken: list[Box] = []
        found: set[int] = set()
        for mark in self.marks:
            box = left, right, top, bottom = mark.box(self.height)
            covered = [p for p in self.marks if p is not mark and left < p.x < right and top < p.y < bottom]
            if not covered and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                found.add(mark.place.number)
        return frozenset(found)

    @property
    def crowd(self) -> tuple[Located, ...]:
        """The most places whose marks cover each other, one the next; empty where few do."""
        left, most = list(self.marks), list[PlaceShown]()
        while left:
            found = [left.pop()]
            for one in found:  # grows while it is read
                near = [other for other in left if one.crowds(other, self.height)]
                found += near
                left = [other for other in left if other not in near]
            most = max(most, found, key=len)
        return tuple(sorted((one.place for one in most), key=lambda p: p.number)) if len(most) >= _CROWD else ()


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def drawings(places: Sequence[Located]) -> Iterator[Drawing]:
    """All places, then closer the most that crowd, where something of the land is seen there."""
    whole = _drawing(places)
    yield whole
    if 0 < len(whole.crowd) < len(places) and (closer := _drawing(whole.crowd)).outline:
        yield closer


def _drawing(places: Sequence[Located]) -> Drawing:
    framed = frame(place.at for place in places)
    marks = []
    for place in places:
        reach = framed.reach(place.radius) if place.is_wide else None
        marks.append(PlaceShown(place, *framed.place(*place.at), reach if reach and max(reach) < 50 else None))
    return Drawing(framed.height, outline(framed), tuple(marks))
