"""Coasts and borders (Natural Earth, public domain), cut to a frame; `scripts/atlas.py` makes the packed file."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, groupby, pairwise

import msgspec

WIDTH = 1000
"""The width of the drawing, in its own units."""
_STEP = 0.02
_LEAST = 4.0
"""Degrees: a frame is at least so wide and high."""
_ROOM = 0.12
_WIDEST, _NARROWEST = 2.0, 1.25
"""How often as wide as high a frame may be, and is at least."""
_NEAR = 1.6
_KM = 111.2

Line = tuple[tuple[float, float], ...]


class Frame(msgspec.Struct, frozen=True):
    """What the map shows: degrees of longitude and latitude; a degree of longitude is as narrow as at its middle."""

    west: float
    east: float
    south: float
    north: float

    @property
    def height(self) -> int:
        """The height of the drawing, in units of its width."""
        return round(WIDTH * (self.north - self.south) / ((self.east - self.west) * self._narrow))

    @property
    def _narrow(self) -> float:
        return math.cos(math.radians((self.south + self.north) / 2))

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies, in percent across and down."""
        return (
            round(100 * (lon - self.west) / (self.east - self.west), 2),
            round(100 * (self.north - lat) / (self.north - self.south), 2),
        )

    def reach(self, kilometres: float) -> tuple[float, float]:
        """How far kilometres reach across and down, in percent."""
        degrees = kilometres / _KM
        across = 100 * degrees / self._narrow / (self.east - self.west)
        return round(across, 2), round(100 * degrees / (self.north - self.south), 2)


def frame(points: Iterable[tuple[float, float]]) -> Frame:
    """A frame around points (latitude, longitude) with room about them, wider than high."""
    lats, lons = zip(*points, strict=True)
    south, north = _with_room(min(lats), max(lats), 85)
    west, east = _with_room(min(lons), max(lons), 180)
    narrow = math.cos(math.radians((south + north) / 2))
    lacking = (east - west) * narrow / _WIDEST - (north - south)
    south, north = (max(-85, south - lacking / 2), min(85, north + lacking / 2)) if lacking > 0 else (south, north)
    lacking = (north - south) / narrow * _NARROWEST - (east - west)
    west, east = (max(-180, west - lacking / 2), min(180, east + lacking / 2)) if lacking > 0 else (west, east)
    return Frame(west, east, south, north)


def _with_room(least: float, most: float, limit: float) -> tuple[float, float]:
    wide = max(most - least, _LEAST)
    middle = (least + most) / 2
    return max(-limit, middle - wide * (0.5 + _ROOM)), min(limit, middle + wide * (0.5 + _ROOM))


@lru_cache(maxsize=4)  # a preview draws the same map after each edit
def outline(shown: Frame) -> str:
    """What the frame shows of the lines as the path of an SVG, in units of its width; points of one place are one."""
    scale, high = WIDTH / (shown.east - shown.west), shown.height / (shown.north - shown.south)
    parts: list[str] = []
    for line in (piece for whole in _lines() if _touches(whole, shown) for piece in _inside(whole, shown)):
        drawn = [(round((x - shown.west) * scale), round((shown.north - y) * high)) for x, y in line]
        kept = list(_apart(drawn))
        if len(kept) > 1:
            parts.append(_path(kept))
    return "".join(parts)


def _path(points: list[tuple[int, int]]) -> str:
    """A line by its steps, which take half the characters that its places would."""
    steps = (f"{x - before[0]} {y - before[1]}" for before, (x, y) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}".replace(" -", "-")


def _inside(line: Line, shown: Frame) -> Iterator[Line]:
    """The pieces of a line that lie in the frame, each with the point before and after, outside of it."""
    kept = [shown.west <= x <= shown.east and shown.south <= y <= shown.north for x, y in line]
    if all(kept) or not any(kept):
        yield from [line] if kept[0] else ()
        return
    near = [any(kept[max(0, place - 1) : place + 2]) for place in range(len(line))]
    for is_near, piece in groupby(zip(near, line, strict=True), key=lambda point: point[0]):
        if is_near:
            yield tuple(point for _, point in piece)


def _touches(line: Line, shown: Frame) -> bool:
    lons, lats = [x for x, _ in line], [y for _, y in line]
    across = min(lons) <= shown.east and max(lons) >= shown.west
    return across and min(lats) <= shown.north and max(lats) >= shown.south


def _apart(points: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Without points that nobody can tell from the one before; the last one stays."""
    last: tuple[int, int] | None = None
    for place, point in enumerate(points):
        is_end = place in (0, len(points) - 1)
        if last is None or (is_end and point != last) or math.dist(point, last) > _NEAR:
            last = point
            yield point


@cache
def _lines() -> tuple[Line, ...]:
    """The lines of the packed file, in degrees: of each its steps on the grid, across and up by turns."""
    packed = (files(__package__) / "outline.bin").read_bytes()
    lines = msgspec.msgpack.decode(zlib.decompress(packed), type=list[list[int]])
    return tuple(tuple(zip(_degrees(steps[::2]), _degrees(steps[1::2]), strict=True)) for steps in lines)


def _degrees(steps: list[int]) -> Iterator[float]:
    return (place * _STEP for place in accumulate(steps))
