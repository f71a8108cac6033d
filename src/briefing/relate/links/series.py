"""Numbers of one thing: who gives which, when. Charts, differences and the home page read the same series.

Two numbers are of one thing where they were compared and judged so, or are equal and told by the same words; a chain of
such pairs is a series. A sign alone (%, euros) never makes one: the words around the numbers must agree.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model.measure import Measure, Measured
from briefing.relate.compare.features import shared_context
from briefing.relate.compare.judgement import COUNTED, Judgement
from briefing.relate.compare.statements import Figure
from briefing.relate.slots.numbers import Number
from briefing.relate.slots.slots import Slots, order
from briefing.relate.slots.words import written

_TOLD_ALIKE = 1.0
"""What the words around two equal numbers must weigh for them to be of one thing."""
_NEAR = 0.5
_ABOUT = 3
"""By how many words a series says what it is of."""


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    """A number and the claim that gives it."""

    slots: Slots
    number: Number


def series(judgements: Iterable[Judgement]) -> tuple[Measure, ...]:
    """Every series for which two articles or more give a number, in order of their ids."""
    given: dict[int, _Given] = {}
    chain: dict[int, int] = {}
    for judgement in judgements:
        for one, other in _alike(judgement):
            for figure, side in ((one, judgement.pair.one), (other, judgement.pair.other)):
                given.setdefault(id(figure.number), _Given(side.slots, figure.number))
                chain.setdefault(id(figure.number), id(figure.number))
            chain[_root(chain, id(one.number))] = _root(chain, id(other.number))
    rows: dict[int, list[_Given]] = defaultdict(list)
    for number, found in given.items():
        rows[_root(chain, number)].append(found)
    return tuple(sorted((_measure(found) for found in rows.values()), key=lambda measure: measure.id))


def _alike(judgement: Judgement) -> Iterator[tuple[Figure, Figure]]:
    """The numbers of a pair that are of one thing."""
    if not (judgement.pair.one.slots.is_affirmed and judgement.pair.other.slots.is_affirmed):
        return
    if judgement.apart is not None and judgement.apart[1] >= COUNTED:
        yield judgement.apart[0].one, judgement.apart[0].other
    for one in judgement.pair.one.figures:
        for other in judgement.pair.other.figures:
            if _is_same(one, other) and judgement.pair.features.rank >= _NEAR:
                yield one, other


def _is_same(one: Figure, other: Figure) -> bool:
    fits = one.number.fits(other.number) > 0 and one.number.equals(other.number)
    return fits and not one.number.is_duration and shared_context(one, other) >= _TOLD_ALIKE


def _root(chain: dict[int, int], number: int) -> int:
    while chain[number] != number:
        chain[number] = chain[chain[number]]
        number = chain[number]
    return number


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
