"""The day by which a date is understood, and what is nearest to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.extract.reading import Reading
from briefing.languages.en.dates.vocabulary import ordinal

_AUTUMN = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value, None where it cannot be known, and what part of it is meant."""

    value: str | None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """What a date is resolved by: the day of publication, which way the sentence looks, the last date before it."""

    reading: Reading
    ahead: bool
    anchor: str | None
    quoted: bool = False

    @property
    def today(self) -> date | None:
        """The day of publication where it is known to the day, and speaks for the article, not for one quoted."""
        return self.reading.published if len(_plain(self)) == 10 and not self.quoted else None

    @property
    def day(self) -> date | None:
        """The first day that the date of publication allows, where it has a month."""
        return self.reading.published if len(_plain(self)) >= 7 else None


def _plain(moment: Moment) -> str:
    return (moment.reading.article.meta.published or "").split("/")[0].rstrip("~?%")


def named_year(words: str, moment: Moment) -> str | None:
    """« last year », « next year », any other: the year of publication."""
    shift = {"last": -1, "next": 1}.get(words.partition(" ")[0].lower(), 0)
    return str(moment.reading.published.year + shift) if moment.reading.published else None


def nearest_month(number: int, moment: Moment) -> str | None:
    """The month of that number, before or after the publication; its own month counts for both."""
    if moment.day is None:
        return None
    missed = number < moment.day.month if moment.ahead else number > moment.day.month
    shift = 0 if not missed else 1 if moment.ahead else -1
    return f"{moment.day.year + shift}-{number:02}"


def season_number(word: str) -> int:
    """From 1 for spring to 4 for winter, as EDTF counts them from 21."""
    return ordinal("seasons", word) or _AUTUMN


def nearest_season(number: int, moment: Moment) -> str | None:
    """A season begins in March, June, September or December."""
    if moment.day is None:
        return None
    begins = moment.day.month >= number * 3
    shift = 1 if moment.ahead and begins else -1 if not moment.ahead and not begins else 0
    return f"{moment.day.year + shift}-{20 + number}"
