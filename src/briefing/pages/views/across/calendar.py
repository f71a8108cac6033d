"""A strip of time in two lanes: what happened, each date as wide as it is vague, and below it what was published when.

A dot is a day, a bar its month, a hollow bar its year; what is only bounded fades on its open side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from briefing.model.date import Date
from briefing.pages.views.across.reversals import Reversal
from briefing.pages.views.across.timeline import PARTS, Moment
from briefing.pages.views.shown import ArticleShown

_LANE = 20
"""Pixels."""
_ROOM = 3.6
"""The least width of a mark and its surroundings, in percent: 12 pixels on a telephone."""
_OPEN = 7.0
"""How far an open side is drawn, in percent."""
_MARKS = 120
_EARLIER, _EARLIEST, _CROWD = (0.0, 0.15), (0.3, 0.45), 20
"""Which shares of the dates may be left out as earlier; the most: of few dates, and of a crowd."""
_LATER = 0.85
"""Up to which share they lie together; later ones may be left out."""
_WEEKS, _MONTHS, _LONG = 62, 400, 2200
"""Days: the most that is drawn day by day, the most that begins with a month, the most that is drawn whole."""
_SPARE = 30
"""Days by which few dates may lie farther apart than most."""
_LABELS, _TWELFTHS = 4, 6
"""The most days that are named, for a telephone shows them side by side; the most months."""
_KINDS = ("day", "month", "season", "year", "span", "before", "after", "approx", "deduced", "issue", "arc")
_FAR = 3
"""How often longer the strip may become for the sake of a few early dates."""


class Period(Struct, frozen=True):
    """A moment on the strip: percentages across, pixels down."""

    moment: Moment
    path: str
    start: float
    end: float
    y: int

    @property
    def shape(self) -> str:
        """before, after and approx as such, else how precise the date is."""
        return self.moment.mod if self.moment.mod in ("before", "after", "approx") else self.moment.precise


class Issue(Struct, frozen=True):
    """An article on the lane of publications."""

    article: ArticleShown
    at: float
    y: int


class Arc(Struct, frozen=True):
    """From the publication of a denial to that of what was said later."""

    reversal: Reversal
    start: float
    width: float


class Calendar(Struct, frozen=True):
    """The strip from `first` to `last`, partial dates; `before` moments are earlier, `after` later.

    `ticks` are (date, percentage).
    """

    periods: tuple[Period, ...]
    issues: tuple[Issue, ...]
    arcs: tuple[Arc, ...]
    ticks: tuple[tuple[str, float], ...]
    height: int
    issued: int
    """How high the lane of publications is."""
    before: int
    first: str
    after: int
    last: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """Which marks are drawn, for the key: of dates, of articles, of what was denied and later said."""
        used = {period.shape for period in self.periods}
        lanes = {"deduced": any(p.moment.deduced for p in self.periods), "issue": self.issues, "arc": self.arcs}
        return tuple(kind for kind in _KINDS if kind in used or lanes.get(kind))

    @property
    def outlined(self) -> frozenset[str]:
        """The marks of dates that are all drawn in outline: each of them is deduced."""
        plain = {period.shape for period in self.periods if not period.moment.deduced}
        return frozenset(self.kinds) - plain - {"issue", "arc"}


def calendar(
    moments: Sequence[Moment], address: Callable[[Moment], str], reversals: Iterable[Reversal] = ()
) -> Calendar | None:
    """The years that hold most of the moments; None where there are too few or too many to draw."""
    dated = [(span, moment) for moment in moments if (span := _span(moment.value)) is not None]
    if len(dated) < 3 or len(dated) > _MARKS:
        return None
    end = _end([span[1] for span, _ in dated])
    early = [(span, moment) for span, moment in dated if span[1] <= end]
    start = _start([span[0] for span, _ in early])
    shown = [(span, moment) for span, moment in early if span[0] >= start]
    scale = _Scale(start, max(span[1] for span, _ in shown))
    periods = tuple(_in_lanes([(*scale.reach(span, m.mod), m) for span, m in shown if m.events], address))
    issues = tuple(_issues(scale, shown))
    return Calendar(
        periods=periods,
        issues=issues,
        arcs=tuple(_arcs(issues, reversals)),
        ticks=tuple((value, scale.place(day)) for value, day in _ticks(scale.first, scale.last)),
        height=max((period.y for period in periods), default=0) + _LANE // 2,
        issued=max((issue.y for issue in issues), default=0) + _LANE // 2,
        before=len(early) - len(shown),
        first=_named(start),
        after=len(dated) - len(early),
        last=f"{end:%Y-%m}",
    )


class _Scale(Struct, frozen=True):
    """The days from `first` to `last` as percentages."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Where a day begins."""
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), 2)

    def reach(self, span: tuple[date, date], mod: str) -> tuple[float, float]:
        """Where a date begins and ends: its part, or what lies on the side that is meant."""
        start, end = self.place(span[0]), self.place(span[1] + timedelta(1))
        if mod == "before":
            return max(0.0, start - _OPEN), start
        if mod == "after":
            return end, min(100.0, end + _OPEN)
        first, last = PARTS.get(mod, (0, 3))
        return round(start + (end - start) * first / 3, 2), round(start + (end - start) * last / 3, 2)


def _start(days: Iterable[date]) -> date:
    """The day before the first, or where its month or year begins: of all dates, or most where a few lie far back."""
    found = sorted(days)
    shares = (*_EARLIER, _EARLIEST[len(found) > _CROWD])
    firsts = [found[int(len(found) * share)] for share in shares]
    lengths = [(found[-1] - first).days for first in firsts]
    chosen = 0 if lengths[0] <= _LONG else 1
    if lengths[chosen] + _SPARE > _FAR * (lengths[-1] + _SPARE):
        chosen = -1
    first = min(day for day in found if (firsts[chosen] - day).days <= _SPARE)
    length = (found[-1] - first).days
    if length <= _WEEKS and first > date.min:
        return first - timedelta(1)
    return date(first.year, first.month if length <= _MONTHS else 1, 1)


def _named(start: date) -> str:
    """The day, month or year that begins there."""
    return start.isoformat() if start.day > 1 else str(start.year) if start.month == 1 else f"{start:%Y-%m}"


def _end(days: Iterable[date]) -> date:
    """The last date, or in a crowd the last that lies not far ahead of most."""
    found = sorted(days)
    if len(found) <= _CROWD:
        return found[-1]
    middle, most = (found[int(len(found) * share)] for share in (_EARLIEST[0], _LATER))
    reach = _FAR * ((most - middle).days + _SPARE)
    return max(day for day in found if (day - middle).days <= reach)


def _ticks(start: date, end: date) -> list[tuple[str, date]]:
    """A few days of some weeks, months or quarters of two years at most, else years, every other one of many."""
    length = (end - start).days
    if length <= _WEEKS + 1:
        step = 1 + length // _LABELS
        return [(day.isoformat(), day) for n in range(1, length + 1, step) if (day := start + timedelta(n)) <= end]
    count = end.year - start.year + 1
    if count <= 2:
        months = 1 if length <= _TWELFTHS * 30 else 3
        found = [date(y, m, 1) for y in range(start.year, end.year + 1) for m in range(1, 13, months)]
        return [(f"{day.year}-{day.month:02}", day) for day in found if start <= day <= end]
    return [(str(y), date(y, 1, 1)) for y in range(start.year, end.year + 1, -(-count // 8))]


def _in_lanes(placed: list[tuple[float, float, Moment]], address: Callable[[Moment], str]) -> Iterator[Period]:
    """Each mark in the first lane that has room for it; the vague ones below."""
    ends: list[float] = []
    for start, end, moment in sorted(placed, key=lambda p: (p[2].precise != "day", p[0], p[1], p[2].value, p[2].mod)):
        yield Period(moment, address(moment), start, end, _lane(ends, start, end))


def _lane(ends: list[float], start: float, end: float) -> int:
    """The middle of the first lane that has room for a mark; `ends` says how far each is taken."""
    left, right = (start, end) if end - start >= _ROOM else ((start + end - _ROOM) / 2, (start + end + _ROOM) / 2)
    lane = next((number for number, taken in enumerate(ends) if taken <= left), len(ends))
    ends[lane:] = [right, *ends[lane + 1 :]]
    return _LANE * lane + _LANE // 2


def _issues(scale: _Scale, shown: Iterable[tuple[tuple[date, date], Moment]]) -> Iterator[Issue]:
    ends: list[float] = []
    for span, moment in shown:
        start, end = scale.reach(span, "")
        for publication in moment.published:
            middle = round((start + end) / 2, 2)
            yield Issue(publication.article, middle, _lane(ends, middle, middle))


def _arcs(issues: Iterable[Issue], reversals: Iterable[Reversal]) -> Iterator[Arc]:
    places = {issue.article.id: issue.at for issue in issues}
    for reversal in reversals:
        one, other = places.get(reversal.denied.article.id), places.get(reversal.later.article.id)
        if one is not None and other is not None and one < other:
            yield Arc(reversal, one, round(other - one, 2))


def _span(value: str) -> tuple[date, date] | None:
    """The first and the last day that a partial date allows; None for what is no date, or open."""
    found = Date.parse(value)
    return None if found is None or None in (found.ends or ()) else (found.first, found.last)
