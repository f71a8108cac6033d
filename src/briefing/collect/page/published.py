"""The day on which the page says that the article was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement
from msgspec import Struct

from briefing.collect.lines.bylines import Byline
from briefing.collect.lines.dates import read_date
from briefing.collect.page.beside.marks import is_aside
from briefing.collect.page.metadata import Declared

_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/._-]|$)")
_MONTH_IN_ADDRESS = re.compile(r"/(20\d\d)/(\d\d)(?=/)")
_NEAR = timedelta(days=1)
_ZONES = {
    "fr-be": "Europe/Brussels",
    "fr-ca": "America/Toronto",
    "fr-ch": "Europe/Zurich",
    "fr-fr": "Europe/Paris",
    "fr-lu": "Europe/Luxembourg",
}
"""Where most who write a language in a country live."""
_GREENWICH = re.compile(r"(?:Z|\+00:?00)\s*$")


class Context(Struct, frozen=True):
    """What is known of a page beside its dates: its address, its language, its outlet's time, and today."""

    url: str | None
    language: str | None
    zone: str
    today: date


def zone_of(languages: Iterable[str]) -> str:
    """Where the days of an unknown outlet begin and end, by the country of its language: « fr-CA », « fr_CA »."""
    return next((zone for code in languages if (zone := _ZONES.get(code.lower().replace("_", "-")))), "")


def published_on(tree: HtmlElement, declared: Declared, byline: Byline, context: Context) -> str | None:
    """The day of publication: as declared, unless the page shows another to its readers; none after today.

    What is declared in Greenwich's time may be the day before or after. An address that holds a day was given on it:
    where what is declared and what is shown differ, it decides.
    """
    told = _believed((_local(value, context) for value in declared.published), context)
    shown = _believed([byline.published], context)
    addressed = _believed([_addressed(context.url)], context)
    if told and shown and told != shown:
        in_greenwich = any(_GREENWICH.search(value) for value in declared.published[:1])
        is_local = in_greenwich and _is_near(told, shown)
        return shown if byline.is_explicit or is_local or shown == addressed else told
    if told and addressed and not shown and not _is_near(told, addressed):
        return addressed
    times = _believed((read_date(value, context.language) for value in _times(tree)), context)
    return told or shown or addressed or times or _searched(tree, context.today) or _month(context)


def _believed(values: Iterable[str | None], context: Context) -> str | None:
    """The first date that is not in the future."""
    return next((value for value in values if value and value <= context.today.isoformat()), None)


def _local(value: str, context: Context) -> str | None:
    """The date of a declared value, where its outlet's days begin and end."""
    if context.zone and _GREENWICH.search(value):
        try:
            moment = datetime.fromisoformat(value.strip().replace(" ", "T")).astimezone(ZoneInfo(context.zone))
        except (ValueError, ZoneInfoNotFoundError):
            return read_date(value, context.language)
        return moment.date().isoformat()
    return read_date(value, context.language)


def _is_near(one: str, other: str) -> bool:
    """Whether two dates are a day apart or less, as far as both say so."""
    try:
        return abs(date.fromisoformat(one) - date.fromisoformat(other)) <= _NEAR
    except ValueError:
        return one.startswith(other) or other.startswith(one)


def _addressed(url: str | None) -> str | None:
    found = _IN_ADDRESS.search(url or "")
    return read_date("-".join(found.groups())) if found else None


def _month(context: Context) -> str | None:
    """The month that an address holds, as those of monthly papers do."""
    found = _MONTH_IN_ADDRESS.search(context.url or "")
    return _believed([read_date("-".join(found.groups()))] if found else [], context)


def _times(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if element.get("datetime") and not re.search(r"updat|modif", marks, re.IGNORECASE) and not is_aside(element):
            yield str(element.get("datetime"))


def _searched(tree: HtmlElement, today: date) -> str | None:
    """The day that htmldate finds, if the page writes it out: it makes the first of the month of a month."""
    found = find_date(tree, original_date=True, extensive_search=False, max_date=today.isoformat())
    return found if found and _is_written(found, etree.tostring(tree, encoding="unicode")) else None


def _is_written(day: str, html: str) -> bool:
    """Whether a day stands somewhere in the page with its year, its month and its own number."""
    year, month, number = (int(part) for part in day.split("-"))
    years, separator = rf"(?:{year}|{year % 100:02})", r"[-/. ]\s?"
    written = (
        rf"{year}[-/.]?{month:02}[-/.]?{number:02}",
        rf"{year}[-/.]0?{month}[-/.]0?{number}",
        rf"0?{number}{separator}0?{month}{separator}{years}",
        rf"0?{month}/0?{number}/{years}",
        rf"0?{number}(?:er|st|nd|rd|th)?\.?[\s,de\u00a0]{{1,6}}[^\W\d_]{{3,10}}\.?,?[\s\u00a0]{{1,3}}{year}",
        rf"[^\W\d_]{{3,10}}\.?[\s\u00a0]0?{number}(?:st|nd|rd|th)?,?[\s\u00a0]{{1,3}}{year}",
    )
    return re.search(rf"(?<!\d)(?:{'|'.join(written)})(?!\d)", html) is not None
