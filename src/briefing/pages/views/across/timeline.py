"""What happened when: by the date of the event, honest about precision, the same event of several articles once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.model.date import Date, Precision
from briefing.pages.typography import precision
from briefing.pages.views.shown import ClaimShown, DateShown, GroupHead

_YEAR = re.compile(r"\d{4}")
_FINENESS = {precise: rank for rank, precise in enumerate(Precision)}

Dated = tuple[ClaimShown, DateShown]


@dataclass(frozen=True, slots=True)
class Event:
    """What one or several claims date: the first stands for all; `group` is the corroboration that joins them."""

    sources: tuple[Dated, ...]
    group: GroupHead | None = None

    @property
    def claim(self) -> ClaimShown:
        """The claim whose words are shown."""
        return self.sources[0][0]

    @property
    def date(self) -> DateShown:
        """Its date."""
        return self.sources[0][1]

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({claim.article.id for claim, _ in self.sources})


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and its events; `precise` is day, month, season, year or span."""

    value: str
    precise: str
    events: tuple[Event, ...]

    @property
    def claims(self) -> tuple[Dated, ...]:
        """Every claim with its date, events in order."""
        return tuple(source for event in self.events for source in event.sources)

    @property
    def anchor(self) -> str:
        """The moment's place on the page."""
        return "t-" + re.sub(r"[^0-9A-Za-z]+", "-", self.value)

    @property
    def deduced(self) -> bool:
        """Whether no passage writes the year."""
        return all(date.deduced for _, date in self.claims)


def moments(claims: Iterable[ClaimShown]) -> tuple[Moment, ...]:
    """The dates that claims give, the earliest first, a year before its months."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in _events(claims):
        found[event.date.value].append(event)
    return tuple(Moment(value, precision(value), tuple(found[value])) for value in sorted(found, key=in_order))


def in_order(value: str) -> tuple[date, str]:
    """A date stands where its first day does, a year before its months; what is no date last."""
    day = Date.parse(value)
    return day.first if day else date.max, value


def years(found: Iterable[Moment]) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """The moments year by year."""
    grouped: dict[str, list[Moment]] = defaultdict(list)
    for moment in found:
        year = _YEAR.search(moment.value)
        grouped[year[0] if year else moment.value].append(moment)
    return tuple((year, tuple(inside)) for year, inside in grouped.items())


def _events(claims: Iterable[ClaimShown]) -> Iterator[Event]:
    """Claims of one corroboration whose dates can be one are one event; every other dated claim is its own."""
    grouped: dict[str, list[Dated]] = defaultdict(list)
    heads: dict[str, GroupHead] = {}
    for claim in claims:
        for shown in {shown.value: shown for shown in claim.dates}.values():
            if not claim.groups:
                yield Event(((claim, shown),))
                continue
            head = claim.groups[0]
            heads[head.id] = head
            grouped[head.id].append((claim, shown))
    for key, dated in grouped.items():
        for together in _same_time(dated):
            yield Event(together, heads[key] if len(together) > 1 else None)


def _same_time(dated: list[Dated]) -> Iterator[tuple[Dated, ...]]:
    """Dates that can be one moment, the most precise first; a claim counts once in each."""
    left = sorted(dated, key=lambda source: _FINENESS[precision(source[1].value)])
    while left:
        value = left[0][1].value
        same = [source for source in left if _can_be_one(source[1].value, value)]
        left = [source for source in left if source not in same]
        yield tuple({claim.id: (claim, shown) for claim, shown in reversed(same)}.values())[::-1]


def _can_be_one(one: str, other: str) -> bool:
    first, second = Date.parse(one), Date.parse(other)
    return one == other or (first is not None and second is not None and first.compatible(second))
