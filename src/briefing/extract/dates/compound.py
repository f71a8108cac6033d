"""Dates that are told by other dates: intervals, parts of a year, the eve of a day, days in a list."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.dates.calendar import Reach, Unit, between, choose, easter, of_day, of_week, of_weekend, shift
from briefing.extract.dates.meaning import Fixed, Meaning, Moment, Yearly
from briefing.extract.dates.outlook import Outlook
from briefing.model.date import Date

_WITH_MONDAY = (0, 49)
"""Days after Easter Sunday of the Sundays whose Monday is no working day either."""
_MIDWEEK = 2  # Wednesday: a Monday or Tuesday belongs to the week-end before it


class Moved(Struct, frozen=True):
    """So many units from another date of the same expression: « la veille de Noël »."""

    start: Meaning
    unit: Unit
    count: int

    def resolve(self, moment: Moment) -> Date | None:
        """The unit meant."""
        return shift(self.start.resolve(moment), self.unit, self.count)


class Within(Struct, frozen=True):
    """A recurring date in a year told by other words: « en juin de l'an dernier »."""

    part: Yearly
    year: Meaning

    def resolve(self, moment: Moment) -> Date | None:
        """The date in that year."""
        year = self.year.resolve(moment)
        return self.part.of(year.first.year) if year and year.first.year == year.last.year else None


class EdgeDays(Struct, frozen=True):
    """The first so many days of a period, or the last if negative: « les dix premiers jours d'août »."""

    whole: Meaning
    count: int

    def resolve(self, moment: Moment) -> Date | None:
        """These days, if the period has so many."""
        whole = self.whole.resolve(moment)
        if whole is None or abs(self.count) > (whole.last - whole.first).days:
            return None
        if self.count < 0:
            return between(of_day(whole.last + timedelta(self.count + 1)), of_day(whole.last))
        return between(of_day(whole.first), of_day(whole.first + timedelta(self.count - 1)))


class WeekOf(Struct, frozen=True):
    """The week of a day (« la semaine du 3 juin »), or a day of such a week."""

    day: Meaning
    weekday: int | None = None

    def resolve(self, moment: Moment) -> Date | None:
        """The week, or the day of the week."""
        day = self.day.resolve(moment)
        if day is None:
            return None
        week = of_week(day.first)
        return week if self.weekday is None else of_day(week.first + timedelta(self.weekday))


class WeekendOf(Struct, frozen=True):
    """The week-end of a day, with the day: « le week-end de Pâques » to Monday, that of the Ascension from Thursday."""

    day: Meaning

    def resolve(self, moment: Moment) -> Date | None:
        """The nearest Saturday and Sunday, the day itself and what lies between."""
        day = self.day.resolve(moment)
        if day is None:
            return None
        weekend = of_weekend(day.first - timedelta(2 if day.first.weekday() < _MIDWEEK else 0))
        monday = (day.first - easter(day.first.year)).days in _WITH_MONDAY
        last = max(weekend.last, day.last) + timedelta(int(monday))
        return between(of_day(min(weekend.first, day.first)), of_day(last))


class Between(Struct, frozen=True):
    """An interval; what one end leaves out is told by the other."""

    first: Meaning
    last: Meaning

    def resolve(self, moment: Moment) -> Date | None:
        """From the first day of the first to the last day of the last."""
        if isinstance(self.first, Fixed) and not isinstance(self.last, Fixed):
            last = self.last.resolve(moment.around(self.first.period, Outlook.FUTURE))
            return between(self.first.period, last)
        if moment.near is None or isinstance(self.last, Fixed) or moment.outlook() is not Outlook.UNKNOWN:
            return self._until(self.last.resolve(moment), moment)
        ends = (self.last.resolve(moment.around(moment.near, side)) for side in (Outlook.PAST, Outlook.FUTURE))
        return choose((self._until(end, moment) for end in ends), moment.near, Reach.NEAREST)

    def _until(self, last: Date | None, moment: Moment) -> Date | None:
        """The interval that ends there."""
        return between(self.first.resolve(moment.around(last, Outlook.PAST)), last) if last else None


class Beside(Struct, frozen=True):
    """A date whose year or month is told by the date after it: « en mars et avril 2023 », « les 3 et 17 mai »."""

    part: Meaning
    after: Meaning

    def resolve(self, moment: Moment) -> Date | None:
        """The latest occurrence before the other date."""
        after = self.after.resolve(moment)
        return self.part.resolve(moment.around(after, Outlook.PAST)) if after else None


class FromAnchor(Struct, frozen=True):
    """A recurring date seen from the date told before: « le lundi suivant »."""

    part: Meaning

    def resolve(self, moment: Moment) -> Date | None:
        """The occurrence seen from there, or None where nothing was told."""
        return self.part.resolve(replace(moment, near=moment.anchor)) if moment.anchor else None
