"""What a date expression means, before the day from which it is seen is known.

`resolve` gives the days that are meant, seen from a `Moment`, or None where the text and the moment do not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.extract.dates.calendar import Reach, Unit, choose, of_date, of_day, shift
from briefing.extract.dates.outlook import Outlook
from briefing.model.date import Date

FAR = 12  # years in which « lundi 29 mai » is looked for
_REACH = {Outlook.PAST: Reach.PAST, Outlook.NARRATIVE: Reach.PAST, Outlook.FUTURE: Reach.FUTURE}


_OPEN = frozenset({Outlook.PRESENT, Outlook.BESIDE, Outlook.UNKNOWN})
_WEEK = timedelta(7)
_JUST = 2
"""Days back at which « ce jeudi » still points: the others it leaves to the days to come."""


def _reach(outlook: Outlook, present: Reach = Reach.NEAREST) -> Reach:
    return present if outlook is Outlook.PRESENT else _REACH.get(outlook, Reach.NEAREST)


class Moment(Struct, frozen=True, kw_only=True):
    """From where a date is seen."""

    today: Date | None
    """When the article was published, as precisely as is known."""
    near: Date | None
    """What recurring dates are looked for around: today, or the other end of an interval."""
    anchor: Date | None = None
    """The last date named before, in the same block."""
    story: Date | None = None
    """A date long past that the same block tells of in the present tense or the passé simple."""
    told: Mapping[int, Date] = field(default_factory=dict)
    """The days that the article has named in full, the last of each day of the week."""
    spoken: bool = False
    """Whether the words stand in a quotation: the speaker's day is not the publication's."""
    outlook: Callable[[], Outlook] = lambda: Outlook.UNKNOWN
    """Where the tense of the clause looks; asked only by what needs it."""

    def around(self, near: Date, outlook: Outlook) -> Moment:
        """The same moment, for a date that is told in relation to another."""
        return replace(self, near=near, outlook=lambda: outlook)


class Meaning(Protocol):
    """Whatever can be resolved."""

    def resolve(self, moment: Moment, /) -> Date | None:
        """The days meant, or None."""


class Fixed(Struct, frozen=True):
    """A date that the text gives in full."""

    period: Date

    def resolve(self, _moment: Moment) -> Date | None:
        """Itself."""
        return self.period


class Unknown(Struct, frozen=True):
    """A vague expression, or one that hangs on an event whose date is not told."""

    def resolve(self, _moment: Moment) -> Date | None:
        """Nothing."""
        return None


class Nothing(Struct, frozen=True):
    """Words that look like a date and name something else."""

    def resolve(self, _moment: Moment) -> Date | None:
        """Nothing."""
        return None


class Yearly(Struct, frozen=True):
    """A date without its year: `of` gives it in a year."""

    of: Callable[[int], Date | None]
    reach: Reach | None = None
    far: int = 4
    """How many years away an occurrence may be."""

    def resolve(self, moment: Moment) -> Date | None:
        """The occurrence in the direction of the adjective (« dernier ») or else of the tense."""
        near, reach = moment.near, self.reach
        if near is None:
            return None
        if reach is None:
            outlook = moment.outlook()
            told = moment.story if outlook in {Outlook.NARRATIVE, Outlook.PRESENT} else None
            near, reach = (of_day(told.first), Reach.FUTURE) if told else (near, _reach(outlook))
        years = range(near.first.year - self.far, near.last.year + self.far + 1)
        return choose((self.of(year) for year in years), near, reach)


class Weekday(Struct, frozen=True):
    """A day of the week; Monday is 0. Told in the present, it lies ahead: « Il reçoit mardi son homologue ».

    A day that the article has named in full is meant, where the tense does not tell.
    """

    number: int
    reach: Reach | None = None
    weeks: int = 0
    """How many weeks later still: 1 for « lundi en huit »."""
    pointed: bool = False
    """« ce jeudi »: told in the present, it may be of the last days too."""

    def resolve(self, moment: Moment) -> Date | None:
        """The day, if the day from which it is seen is known."""
        near = moment.near
        if near is None or near.first != near.last:
            return None
        outlook = moment.outlook() if self.reach is None else Outlook.UNKNOWN
        told = moment.told.get(self.number) if self.reach is None and outlook in _OPEN else None
        if told is not None and abs(told.first - near.first) <= _WEEK:
            return told
        outlook = Outlook.PAST if outlook is Outlook.BESIDE else outlook
        if self.pointed and outlook is Outlook.PRESENT:
            near = shift(near, Unit.DAY, -_JUST) or near
        reach = self.reach or _reach(outlook, present=Reach.FUTURE)
        ahead = self.number - near.first.weekday()
        days = (shift(near, Unit.DAY, ahead + 7 * n) for n in (-2, -1, 0, 1, 2))
        return shift(choose(days, near, reach), Unit.DAY, 7 * self.weeks)


class Weekend(Struct, frozen=True):
    """The week-end that the tense or the adjective tells."""

    reach: Reach | None = None

    def resolve(self, moment: Moment) -> Date | None:
        """Saturday and Sunday, if the day from which they are seen is known."""
        near = moment.near
        if near is None or near.first != near.last:
            return None
        weekends = (shift(near, Unit.WEEKEND, n) for n in (-2, -1, 0, 1, 2))
        return choose(weekends, near, self.reach or _reach(moment.outlook()))


class MonthDay(Struct, frozen=True):
    """A day whose month is not told: « le 3 » in « du 3 au 7 juin », « lundi 3 »."""

    day: int
    weekday: int | None = None

    def resolve(self, moment: Moment) -> Date | None:
        """The nearest such day; alone, it must fall on its weekday within a month."""
        near = moment.near
        if near is None or near.first != near.last:
            return None
        months = [shift(near, Unit.MONTH, n) for n in (-1, 0, 1)]
        days = [of_date(m.first.year, m.first.month, self.day) for m in months if m]
        right = (d for d in days if d and self.weekday in {None, d.first.weekday()})
        return choose(right, near, _reach(moment.outlook()) if self.weekday is None else Reach.NEAREST)


class Offset(Struct, frozen=True):
    """So many units from the day of publication, or from the date told before (« plus tard », « la veille »)."""

    unit: Unit
    count: int
    anchored: bool = False

    def resolve(self, moment: Moment) -> Date | None:
        """The unit meant. A day counted from a speaker's own day is not known."""
        if self.anchored:
            return shift(moment.anchor, self.unit, self.count)
        if moment.spoken and self.unit is Unit.DAY:
            return None
        return shift(moment.today, self.unit, self.count)


class Edge(Struct, frozen=True):
    """The unit of which the start, the middle or the end is meant: « en début de semaine », « la fin de l'année »."""

    unit: Unit
    part: str

    def resolve(self, moment: Moment) -> Date | None:
        """The unit whose part lies where the tense looks; the current one where the tense does not tell."""
        here = shift(moment.today, self.unit, 0)
        reach = _reach(moment.outlook())
        if here is None or moment.today is None or reach is Reach.NEAREST:
            return here
        units = [unit for n in (-1, 0, 1) if (unit := shift(moment.today, self.unit, n))]
        parts = {self._part(unit): unit for unit in units}
        chosen = choose(parts, moment.today, reach)
        return parts[chosen] if chosen else here

    def _part(self, unit: Date) -> Date:
        length = timedelta(max(1, (unit.last - unit.first).days // 4))
        if self.part == "start":
            return Date(unit.first, unit.first + length, unit.value)
        return Date(unit.last - length if self.part == "end" else unit.first + length, unit.last, unit.value)
