"""A strip of time: each date as wide as it is vague. A dot is a day, a bar its month, a hollow bar its year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model.date import Date
from briefing.pages.views.across.timeline import Moment

_LANE = 20
"""Pixels."""
_ROOM = 3.6
"""The least width of a mark and its surroundings, in percent: 12 pixels on a telephone."""
_MARKS = 120
_EARLIER = 0.15
_LONG = 6


@dataclass(frozen=True, slots=True)
class Period:
    """A moment on the strip: percentages across, pixels down."""

    moment: Moment
    path: str
    start: float
    end: float
    y: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """The strip from `first` on; `before` moments are earlier. `ticks` are (date, percentage)."""

    periods: tuple[Period, ...]
    ticks: tuple[tuple[str, float], ...]
    height: int
    before: int
    first: str


def calendar(moments: Sequence[Moment], address: Callable[[Moment], str]) -> Calendar | None:
    """The years that hold most of the moments; None where there are too few or too many to draw."""
    dated = [(span, moment) for moment in moments if (span := _span(moment.value))]
    if len(dated) < 3 or len(dated) > _MARKS:
        return None
    start = _start([span[0] for span, _ in dated])
    shown = [(span, moment) for span, moment in dated if span[0] >= start]
    end = max(span[1] for span, _ in shown)
    ticks = _ticks(start, end)
    first, whole = start.toordinal(), end.toordinal() + 1 - start.toordinal()
    placed = [
        (100 * (span[0].toordinal() - first) / whole, 100 * (span[1].toordinal() + 1 - first) / whole, moment)
        for span, moment in shown
    ]
    periods = tuple(_in_lanes(placed, address))
    return Calendar(
        periods=periods,
        ticks=tuple((value, round(100 * (day.toordinal() - first) / whole, 2)) for value, day in ticks),
        height=max(period.y for period in periods) + _LANE // 2,
        before=len(dated) - len(shown),
        first=str(start.year),
    )


def _start(days: Iterable[date]) -> date:
    """The first of January from which to draw: all years, or those that hold nearly all dates."""
    found = sorted(days)
    first = found[0] if found[-1].year - found[0].year <= _LONG else found[int(len(found) * _EARLIER)]
    return date(first.year, 1, 1)


def _ticks(start: date, end: date) -> list[tuple[str, date]]:
    """Quarters of one or two years, else years, every other one where there are many."""
    count = end.year - start.year + 1
    if count <= 2:
        return [(f"{y}-{m:02}", date(y, m, 1)) for y in range(start.year, end.year + 1) for m in (1, 4, 7, 10)]
    return [(str(y), date(y, 1, 1)) for y in range(start.year, end.year + 1, -(-count // 8))]


def _in_lanes(placed: list[tuple[float, float, Moment]], address: Callable[[Moment], str]) -> Iterator[Period]:
    """Each mark in the first lane that has room for it; the vague ones below."""
    ends: list[float] = []
    for start, end, moment in sorted(placed, key=lambda p: (p[2].precise != "day", p[0], p[1], p[2].value)):
        left, right = (start, end) if end - start >= _ROOM else ((start + end - _ROOM) / 2, (start + end + _ROOM) / 2)
        lane = next((number for number, taken in enumerate(ends) if taken <= left), len(ends))
        ends[lane:] = [right, *ends[lane + 1 :]]
        yield Period(moment, address(moment), round(start, 2), round(end, 2), _LANE * lane + _LANE // 2)


def _span(value: str) -> tuple[date, date] | None:
    """The first and the last day that a partial date allows; None for what is no date, or open."""
    found = Date.parse(value)
    return None if found is None or None in (found.ends or ()) else (found.first, found.last)
