"""What happened when: by the date of the event, honest about precision, the same event of several articles once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.pages.typography import precision
from briefing.pages.views.shown import ClaimShown, DateShown, GroupHead
from briefing.relate.timeline import compatible

_YEAR = re.compile(r"\d{4}")
_SEASON = re.compile(r"(?<=\d{4})-2([1-4])\b")
_FINENESS = {"day": 0, "month": 1, "season": 2, "year": 3, "span": 4}

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


def in_order(value: str) -> tuple[str, str]:
    """A season stands where its first month does; winter begins its year, as `relate.timeline` has it."""
    return _SEASON.sub(lambda season: f"-{max(1, 3 * int(season[1]) % 12):02}", value), value


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
        for date in {date.value: date for date in claim.dates}.values():
            if not claim.groups:
                yield Event(((claim, date),))
                continue
            head = claim.groups[0]
            heads[head.id] = head
            grouped[head.id].append((claim, date))
    for key, dated in grouped.items():
        for together in _same_time(dated):
            yield Event(together, heads[key] if len(together) > 1 else None)


def _same_time(dated: list[Dated]) -> Iterator[tuple[Dated, ...]]:
    """Dates that can be one moment, the most precise first; a claim counts once in each."""
    left = sorted(dated, key=lambda source: _FINENESS[precision(source[1].value)])
    while left:
        value = left[0][1].value
        same = [source for source in left if compatible(source[1].value, value)]
        left = [source for source in left if source not in same]
        yield tuple({claim.id: (claim, date) for claim, date in reversed(same)}.values())[::-1]
