"""Numbers of one thing: who gives which, when. Charts, differences and the home page read the same series.

Two numbers are of one thing where they were compared and judged so, or are equal and told by the same words; a chain of
such pairs is a series. A sign alone (%, euros) never makes one: the words around the numbers must agree. The pairs are
those of one story: distances in two towns are no series.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.model.measure import Measure, Measured
from briefing.relate.slots.numbers import Number
from briefing.relate.slots.slots import Slots, order
from briefing.relate.slots.words import written
from briefing.relate.verdicts import JudgedPair

_ABOUT = 3
"""By how many words a series says what it is of."""

_Place = tuple[str, int]
"""A claim, and which of its numbers."""


class _Given(Struct, frozen=True, eq=False):
    """A number and the claim that gives it."""

    slots: Slots
    number: Number


def series(pairs: Iterable[JudgedPair]) -> tuple[Measure, ...]:
    """Every series for which two articles or more give a number, in order of their ids."""
    given: dict[_Place, _Given] = {}
    chain: dict[_Place, _Place] = {}
    for pair in pairs:
        for x, y in pair.verdict.alike:
            one, other = (pair.ids[0], x), (pair.ids[1], y)
            for place, side in ((one, pair.one), (other, pair.other)):
                given.setdefault(place, _Given(side.slots, side.slots.numbers[place[1]]))
                chain.setdefault(place, place)
            chain[_root(chain, one)] = _root(chain, other)
    rows: dict[_Place, list[_Given]] = defaultdict(list)
    for place, found in given.items():
        rows[_root(chain, place)].append(found)
    several = (own for found in rows.values() if len(own := _of_one_unit(found)) > 1)
    return tuple(sorted(map(_measure, several), key=lambda measure: measure.id))


def _of_one_unit(rows: Sequence[_Given]) -> list[_Given]:
    """Those that fit the unit which most name, « mort » before « personne »: a bare « 4 000 » leads to others."""
    units = Counter(row.number.unit for row in rows if row.number.unit)
    if not units:
        return list(rows)
    chief = max(units, key=lambda unit: (not unit.is_general, units[unit], unit.stem))
    lead = next(row.number for row in rows if row.number.unit == chief)
    return [row for row in rows if row.number is lead or row.number.fits(lead)]


def _root(chain: dict[_Place, _Place], place: _Place) -> _Place:
    while chain[place] != place:
        chain[place] = chain[chain[place]]
        place = chain[place]
    return place


def _measure(rows: Sequence[_Given]) -> Measure:
    ordered = sorted(rows, key=lambda row: (order(row.slots), row.number.quantity.start))
    units = Counter(row.number.quantity.unit for row in ordered if row.number.quantity.unit)
    claims = [row.slots.claim.id for row in ordered]
    key = "\0".join(f"{row.slots.claim.id} {row.number.quantity.start}" for row in ordered[:1])
    return Measure(
        id="m-" + hashlib.sha256(key.encode()).hexdigest()[:8],
        unit=max(units, key=lambda unit: (units[unit], unit), default=""),
        actors=tuple(sorted(frozenset.intersection(*(row.slots.entities for row in ordered)))),
        about=tuple(_about(ordered)),
        values=tuple(Measured(claim, row.number.quantity) for claim, row in zip(claims, ordered, strict=True)),
    )


def _about(rows: Sequence[_Given]) -> list[str]:
    """The words that stand around most of the numbers, as the first claim that has them writes them."""
    counts = Counter(stem for row in rows for stem in row.number.around if stem not in row.slots.names)
    shared = [stem for stem, count in counts.items() if 2 * count > len(rows) and count > 1]
    weight = {stem: sum(row.number.around.get(stem, 0.0) for row in rows) for stem in shared}
    chosen = frozenset(sorted(shared, key=lambda stem: (-counts[stem], -weight[stem], stem))[:_ABOUT])
    first = max(rows, key=lambda row: len(chosen & row.number.around.keys()))
    return written(first.slots.claim.evidence.exact, chosen)
