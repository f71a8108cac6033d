"""What happened when: by the date of the event, honest about precision, the same event of several articles once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from briefing.model.date import Date, Precision
from briefing.pages.typography import precision
from briefing.pages.views.shown import ArticleShown, ClaimShown, DateShown, GroupHead, Remark

_YEAR = re.compile(r"\d{4}")
_FINENESS = {precise: rank for rank, precise in enumerate(Precision)}
_SIDES = {"before": 0, "after": 2}
PARTS = {"start": (0, 1), "mid": (1, 2), "end": (2, 3)}
"""From which third of a date to which."""

Dated: TypeAlias = "tuple[ClaimShown | Remark, DateShown]"


class Event(Struct, frozen=True):
    """What one or several passages date: the first stands for all; `group` is the corroboration that joins them."""

    sources: tuple[Dated, ...]
    group: GroupHead | None = None

    @property
    def claim(self) -> ClaimShown | Remark:
        """The claim whose words are shown, or the sentence that is none."""
        return self.sources[0][0]

    @property
    def date(self) -> DateShown:
        """Its date."""
        return self.sources[0][1]

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({claim.article.id for claim, _ in self.sources})


class Publication(Struct, frozen=True):
    """An article on the day that it was published, with its claims whose passages give no date."""

    article: ArticleShown
    undated: tuple[ClaimShown, ...]
    dated: int


class Moment(Struct, frozen=True):
    """A date, its events and the articles published then. `precise` is day, month, season, year or span."""

    value: str
    precise: str
    events: tuple[Event, ...]
    mod: str = ""
    """Which side or part of the date is meant: before, after, approx, start, mid or end."""
    published: tuple[Publication, ...] = ()

    @property
    def claims(self) -> tuple[Dated, ...]:
        """Every passage with its date, events in order."""
        return tuple(source for event in self.events for source in event.sources)

    @property
    def passages(self) -> int:
        """How many passages a page shows of it."""
        return len(self.claims) + sum(len(publication.undated) for publication in self.published)

    @property
    def anchor(self) -> str:
        """The moment's place on the page."""
        return "t-" + re.sub(r"[^0-9A-Za-z]+", "-", f"{self.value} {self.mod}").strip("-")

    @property
    def deduced(self) -> bool:
        """Whether no passage writes the year."""
        return bool(self.events) and all(date.deduced for _, date in self.claims)


def moments(
    claims: Iterable[ClaimShown], remarks: Iterable[Remark] = (), published: Iterable[Publication] = ()
) -> tuple[Moment, ...]:
    """The dates that passages give and those on which articles appeared, the earliest first, a year before its months.

    `remarks` are dated sentences that are no claim.
    """
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    appeared: dict[tuple[str, str], list[Publication]] = defaultdict(list)
    for event in (*_events(claims), *(Event(((remark, remark.date),)) for remark in remarks)):
        found[event.date.value, event.date.mod].append(event)
    for publication in published:
        if publication.article.published:
            appeared[publication.article.published.rstrip("~?%"), ""].append(publication)  # its own page says deduced
    return tuple(
        Moment(key[0], precision(key[0]), tuple(found.get(key, ())), key[1], tuple(appeared.get(key, ())))
        for key in sorted({*found, *appeared}, key=lambda key: in_order(*key))
    )


def in_order(value: str, mod: str) -> tuple[date, int, str, str]:
    """A date stands where its first day does, a year before its months, « fin mai » in May's last days.

    What lies before a date stands before it, what lies after it behind; what is no date last.
    """
    day = Date.parse(value)
    first = day.first + (day.last - day.first) * PARTS.get(mod, (0,))[0] // 3 if day else date.max
    return first, _SIDES.get(mod, 1), value, mod


def years(found: Iterable[Moment], first: str = "") -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """The moments year by year; those before the `first` year together, under no year."""
    grouped: dict[str, list[Moment]] = defaultdict(list)
    for moment in found:
        year = _YEAR.search(moment.value)
        key = year[0] if year else moment.value
        grouped[key if key >= first else ""].append(moment)
    return tuple((year, tuple(inside)) for year, inside in grouped.items())


def _events(claims: Iterable[ClaimShown]) -> Iterator[Event]:
    """Claims of one corroboration whose dates can be one are one event; every other dated claim is its own.

    A date of what a claim only mentions joins no other.
    """
    grouped: dict[str, list[Dated]] = defaultdict(list)
    heads: dict[str, GroupHead] = {}
    for claim in claims:
        for shown in {(shown.value, shown.mod): shown for shown in claim.dates}.values():
            if not claim.groups or shown.beside:
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
        first = left[0][1]
        same = [source for source in left if _can_be_one(source[1], first)]
        left = [source for source in left if source not in same]
        yield tuple({claim.id: (claim, shown) for claim, shown in reversed(same)}.values())[::-1]


def _can_be_one(one: DateShown, other: DateShown) -> bool:
    first, second = Date.parse(one.value), Date.parse(other.value)
    if one.mod in _SIDES or other.mod in _SIDES:
        return (one.value, one.mod) == (other.value, other.mod)
    return one.value == other.value or (first is not None and second is not None and first.compatible(second))
