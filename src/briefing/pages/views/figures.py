"""Figures: what is counted, as marks on a track. Places are percentages: one drawing serves every width."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.pages.views.shown import ClaimShown, FigureShown

_NUMBER_PART = re.compile(r"^[\d\s.,]+")
_ROOM = 1.06  # a little track beyond the largest mark, where open ends point


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A claim's number on its track: `start` and `end` are percentages; equal for an exact number."""

    claim: ClaimShown
    figure: FigureShown
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Numbers of one unit. `ticks` are (value, percentage)."""

    unit: str
    label: str
    anchor: str
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, float], ...]

    @property
    def articles(self) -> int:
        """How many articles give a number."""
        return len({mark.claim.article.id for mark in self.marks})


def series(claims: Iterable[ClaimShown]) -> tuple[Series, ...]:
    """Numbers by unit, the unit with most of them first; those without a unit are left out."""
    found: dict[str, list[tuple[ClaimShown, FigureShown]]] = defaultdict(list)
    for claim in claims:
        for figure in claim.figures:
            if figure.unit and math.isfinite(figure.value):
                found[figure.unit].append((claim, figure))
    order = sorted(found, key=lambda unit: (-len(found[unit]), unit))
    return tuple(_series(unit, found[unit], number) for number, unit in enumerate(order, 1))


def _series(unit: str, rows: list[tuple[ClaimShown, FigureShown]], number: int) -> Series:
    top = max(max(abs(f.value), abs(f.value_max or 0)) for _, f in rows) * _ROOM or 1.0
    marks = [
        Mark(claim=c, figure=f, **_place(f, top))
        for c, f in sorted(rows, key=lambda r: (r[0].article.published or "", r[0].number))
    ]
    ticks = tuple((value, _percent(value, top)) for value in _ticks(top))
    return Series(unit=unit, label=_label(unit, rows), anchor=f"s-{number}", marks=tuple(marks), ticks=ticks)


def _place(figure: FigureShown, top: float) -> dict[str, float]:
    value = _percent(figure.value, top)
    ends = {
        "min": (value, 100.0),
        "max": (0.0, value),
        "range": (value, _percent(figure.value_max or figure.value, top)),
    }
    start, end = ends.get(figure.bound, (value, value))
    return {"start": start, "end": end}


def _percent(value: float, top: float) -> float:
    return round(100 * max(0.0, value) / top, 2)


def _ticks(top: float) -> list[float]:
    """Two to five round numbers from nought on."""
    step = 10.0 ** math.floor(math.log10(top))
    while top / step > 5:
        step *= 2.5 if step / 10 ** math.floor(math.log10(step)) == 2 else 2
    while top / step < 2:
        step /= 2
    return [step * n for n in range(int(top / step) + 1)]


def _label(unit: str, rows: list[tuple[ClaimShown, FigureShown]]) -> str:
    """The unit in the plural, as most passages write it; the unit itself where none does."""
    written = Counter(_NUMBER_PART.sub("", f.words).strip() for _, f in rows if f.value >= 2)
    plural = [(n, words) for words, n in written.items() if words.startswith(unit[:3])]
    return max(plural, key=lambda item: (item[0], item[1]))[1] if plural else unit
