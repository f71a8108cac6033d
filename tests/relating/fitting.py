"""How the weights are fitted by which links are found.

Logistic regression by Newton's method, weights held small (L2). Held out: each dossier is judged by weights that were
fitted on all others. What tells two events apart is fitted on twins: two events of one kind.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.languages import find_pack
from briefing.relate.compare.comparison import comparison
from briefing.relate.compare.features import FEATURES
from briefing.relate.compare.number_features import COUNTED
from briefing.relate.compare.pairs import Pair, pairs
from briefing.relate.compare.weights import Scales, read
from briefing.relate.events.outlines import OUTLINED, compared, outline
from briefing.relate.slots.slots import slots
from relating.labelled import Expectation, Labelled
from relating.twins import Twins

_HELD_SMALL, _STEPS, _NO_STEP = 1.0, 12, 1e-5
Written = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Judged:
    """A compared pair and what people expect of it."""

    pair: Pair
    expected: tuple[Expectation, ...]

    @property
    def is_open(self) -> bool:
        """Whether a reader may say either."""
        return bool(self.expected) and all(e.kind == "open" for e in self.expected)

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return any(e.kind == "same" for e in self.expected)

    @property
    def differs_in_number(self) -> bool:
        """Whether they give different numbers of one thing."""
        return any(e.field == "quantity" for e in self.expected)


def judged(dossier: Labelled) -> tuple[Judged, ...]:
    """Every pair that the program compares, beside what is expected of it."""
    pack = find_pack("fr")
    assert pack is not None
    found = [s for a in dossier.articles for s in slots(a, dossier.claims[a.id], pack.wording())]
    compared = (pair for couple in comparison(found, {}).couples for pair in pairs(couple))
    return tuple(Judged(pair, tuple(dossier.of(pair.one.slots.claim, pair.other.slots.claim))) for pair in compared)


Rows = Sequence[tuple[tuple[float, ...], bool]]


def fitted(pairs: Sequence[Judged], twins: Iterable[Twins]) -> Written:
    """The weights of all four scales."""
    sure = [judged for judged in pairs if not judged.is_open]
    claims = [(judged.pair.features, judged) for judged in sure]
    numbers = [(clash.features, judged.differs_in_number) for judged in sure for clash in judged.pair.clashes]
    return {
        "same": _scale(FEATURES, [(values, judged.is_same) for values, judged in claims]),
        "related": _scale(FEATURES, [(values, bool(judged.expected)) for values, judged in claims]),
        "counted": _scale(COUNTED, numbers),
        "event": _scale(OUTLINED, [row for told in twins for row in _articles(told)]),
    }


def _articles(told: Twins) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Each two articles of twins, and whether they tell of one event."""
    pack = find_pack("fr")
    assert pack is not None
    outlines = {a.id: outline(list(slots(a, told.claims[a.id], pack.wording()))) for a in told.articles}
    for one, other in combinations(outlines, 2):
        yield compared(outlines[one], outlines[other]), told.events[one] == told.events[other]


def held_out(dossiers: dict[str, tuple[Judged, ...]], twins: Sequence[Twins]) -> dict[str, Scales]:
    """For each dossier the scales fitted on all others."""
    return {
        name: read(
            fitted(
                [judged for other, own in dossiers.items() if other != name for judged in own],
                [told for told in twins if told.name != name],
            )
        )
        for name in dossiers
    }


def _scale(names: Sequence[str], rows: Rows) -> dict[str, float]:
    *weights, bias = _newton([(*values, 1.0) for values, _ in rows], [float(label) for _, label in rows])
    return {name: round(weight, 3) for name, weight in zip((*names, "bias"), (*weights, bias), strict=True)}


def _newton(rows: list[tuple[float, ...]], labels: list[float]) -> list[float]:
    """The weights that make the labels likeliest; the last one, the bias, may grow freely."""
    size = len(rows[0])
    filled = [[(i, value) for i, value in enumerate(row) if value] for row in rows]
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [-_HELD_SMALL * weight for weight in weights[:-1]] + [0.0]
        curve = [[_HELD_SMALL * (i == j and i < size - 1) for j in range(size)] for i in range(size)]
        for row, label in zip(filled, labels, strict=True):
            chance = 1 / (1 + math.exp(-sum(weights[i] * value for i, value in row)))
            for i, value in row:
                slope[i] += (label - chance) * value
                step, line = chance * (1 - chance) * value, curve[i]
                for j, other in row:
                    line[j] += step * other
        steps = _solved(curve, slope)
        weights = [weight + step for weight, step in zip(weights, steps, strict=True)]
        if max(map(abs, steps)) < _NO_STEP:
            break
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of equations, by elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda r: abs(rows[r][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in rows[column + 1 :]:
            factor = row[column] / (rows[column][column] or 1e-9)
            for place in range(column, size + 1):
                row[place] -= factor * rows[column][place]
    found = [0.0] * size
    for place in reversed(range(size)):
        known = sum(rows[place][column] * found[column] for column in range(place + 1, size))
        found[place] = (rows[place][size] - known) / (rows[place][place] or 1e-9)
    return found
