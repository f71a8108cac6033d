"""Who a line says wrote the article, where and when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from briefing.collect.lines.dates import find_day, weekdays
from briefing.collect.lines.outlets import outlet_named
from briefing.collect.lines.site import SHORT, is_about
from briefing.collect.words import beginning, every, folded, is_one_of

_APART = re.compile(r"\s[-–—|•·/]\s|\s?[|•·(\t]|\sà\s\d")
_FULL = 4
"""More words are no name of one person, where nothing but its place tells it for one."""
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_PARTICLE = r"(?:(?:d[eiu]|la|le|van|von|der|den|el|al|ben|bin|dos|da) |d[’'])"
_NAME = rf"(?:\d\d )?{_CAPITAL}(?: {_PARTICLE}{{0,2}}{_CAPITAL}){{0,5}}"
_JOINED = rf"(?:, | & | (?:{'|'.join(every('joins'))}) )"
NAMES = re.compile(rf"{_NAME}(?:{_JOINED}{_NAME})*")
"""One or several names of people or agencies."""
_SLASH = re.compile(rf"(?<=\w)\s?/\s?(?={_CAPITAL} {_PARTICLE}{{0,2}}{_CAPITAL})")
"""Between two whole names; before one word it parts the place: « Jeanne Morel / Lyon »."""
_AGENCIES = "|".join(map(re.escape, every("agencies")))
_AGENCY = re.compile(
    rf"(?:{_NAME}|\w{{4,20}}|[^\W\d_][\w’' -]{{3,50}}(?=.{{4,30}}$))"
    rf"(?:,? (?:avec|et|with) (?:l[’'])?|/)(?i:{_AGENCIES})(?!\w)"
)
"""A name before an agency's; where the line ends there, it may be of several words: « La Voix lémanique/ats »."""
_ROLE = re.compile(rf"[ ,]+(?:{'|'.join(map(re.escape, every('posts')))})(?!\w)", re.IGNORECASE)
_FOLLOW = re.compile(rf" (?:{'|'.join(map(re.escape, (*every('follow'), *every('dated'))))})$", re.IGNORECASE)
"""Behind a name a button, or what leads to the day: « Jeanne Morel Suivre », « Jeanne Morel Publié » (le 3 mai)."""
_WEEKDAY = re.compile(rf"[\s,(]+(?:le )?(?:{'|'.join(sorted(weekdays()))})[\s,.]*$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"^\W*(?:(?:à|at) )?[\dh: ]*\W*\b(?:{'|'.join(map(re.escape, every('byline')))}) ({_CAPITAL}(?: [\w'’-]+)*)\W*$"
)
_PUBLISHED = tuple(entry for entry in every("dated") if len(entry) > len("date"))
"""What only stands before a day of publication, as « le » does not."""
_MOMENT = re.compile(rf"(?=\b(?:{'|'.join(map(re.escape, (*every('changed'), *_PUBLISHED)))})\b)")
"""Where a line begins to tell of a change or of the publication."""
_DATING = re.compile(rf"\W*(?:{'|'.join(map(re.escape, (*every('changed'), *_PUBLISHED)))})(?!\w)")
_NEAR = 12
"""Characters before a day with which a line begins: « Jeudi », « Le »."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 30
"""Words of a line that only dates."""
_DATED = re.compile(r"\b(?:" + "|".join(map(re.escape, every("dated"))) + r")$")


class Byline(Struct, frozen=True):
    """What the lines between title and text say; both may be unknown."""

    author: str | None = None
    published: str | None = None
    is_explicit: bool = False
    """Whether a line says « publié le »: then the date is no other."""


def outlet_in(line: str) -> str | None:
    """The known outlet that a line names, alone or before a day: « Source : Le Monde, mardi 5 mars 2024, page 12 »."""
    day = find_day(line, "fr")  # only its place matters here, not how it is read
    told = line[beginning(line, "credit") : day[1] if day else SHORT]
    return outlet_named(_WEEKDAY.sub("", told).strip(" :,.–—|()-")).name or None


def read_byline(lines: Sequence[str], language: str | None) -> Byline:
    """The author and the day that some lines name."""
    author = next((name for line in lines if (name := names_in(line))), None)
    dated = [line for line in lines if names_in(line) or outlet_in(line) or is_dated(line, language)]
    days = ((line, day) for line in dated if (day := _published(line, language)))
    line, published = next(days, ("", None))
    return Byline(author, published, is_explicit=_says_published(line))


def _says_published(line: str) -> bool:
    return any(f"{entry} " in folded(line) for entry in _PUBLISHED)


def is_dated(line: str, language: str | None) -> bool:
    """Whether a line only says when the article was published or changed.

    « Le 24 février 2022, la Russie envahit l'Ukraine » does not, nor does « Le maire a démissionné le 4 mai 2024 ».
    """
    day = find_day(line, language)
    if day is None or len(line) > SHORT or len(line.split()) > _MOST:
        return False
    says = _DATING.match(folded(line))
    if says:
        return len(line[says.end() : day[1]].split()) <= _FULL
    told = (part for part in _APART.split(_MOMENT.split(folded(line[day[2] :]))[0]) if not is_about(part))
    return day[1] < _NEAR and sum(len(_WORD.findall(part)) for part in told) < _FULL


def _published(line: str, language: str | None) -> str | None:
    """The day of publication, not that of the last change: « mis à jour le 4 mai », “4 May -- Updated 02:03”."""
    parts = _MOMENT.split(folded(line))
    told = [part for part in parts if _says_published(part)]
    changes = [part for part in parts if beginning(part, "changed")]
    if changes and not told and not any(find_day(change, language) for change in changes):
        return None
    given = (part for part in (*told, *parts) if part not in changes)
    return next((day[0] for part in given if (day := find_day(part, language))), None)


def names_in(line: str) -> str | None:
    """Who a line says wrote the article: « Par Jeanne Morel et Paul Petit, à Lyon - le 4 mai 2024 »."""
    start = beginning(line, "byline")
    if len(line) > SHORT:
        return None
    rest = listed(line[start:].lstrip(" :\u00a0\u202f"))
    day = find_day(rest, "fr")  # only its place matters here, not how it is read
    if not start:
        is_first = day is not None and (day[1] < _NEAR or _DATING.match(folded(rest)))
        return _named_before(rest, day[1]) or (_named_after(rest[day[2] :]) if is_first else None) if day else None
    rest = without_post(_APART.split(_WEEKDAY.sub("", rest[: day[1]]) if day else rest)[0])
    found = NAMES.match(rest)
    if found is None or re.match(r"\s\w+\s\w+", rest[found.end() :]) or rest.rstrip().endswith((".", "!", "?")):
        return None
    return _FOLLOW.sub("", found[0]).strip(" ,-–—")


def without_post(name: str) -> str:
    """A name without what one is, or where: “Ann Hale in Geneva”, « Jeanne Morel, correspondante à Rome »."""
    return _ROLE.split(name)[0]


def listed(names: str) -> str:
    """Names with a comma where they have a slash: « Jeanne Morel / Paul Petit »."""
    return _SLASH.sub(", ", names)


def with_agency(line: str) -> str | None:
    """Who a line names beside an agency: « Le Parisien avec AFP »."""
    found = _AGENCY.match(line[beginning(line, "byline") :].lstrip(" :\u00a0")) if len(line) < SHORT else None
    return found[0].replace(",", "") if found else None


def _named_before(line: str, day: int) -> str | None:
    """The name before a date, where a bar or a word parts them: « J. Morel · 4 mai », « J. Morel, publié le 4 mai »."""
    head = line[:day].rstrip(" ,:.")
    found = _DATED.search(folded(head)) if head else None
    name = head[: len(head) - len(found[0])] if found else head
    if not found and not re.search(r"\s[·|•]\s*$", line[:day]):
        return None
    name = name.strip(" ,.:·|•-–—")
    return name if is_name(name) or (is_one_of(name, "agencies") and NAMES.fullmatch(name)) else None


def _named_after(line: str) -> str | None:
    """The name that ends a line behind a date: « … le 4 mai 2024 à 8 h 12 par Jeanne Morel », « 4 mai - J. Morel »."""
    found = _BEHIND.search(line)
    bare = re.sub(r"^\s+[-–—|•·]\s+", "", line)
    alone = bare if bare != line and is_name(bare) else None
    return found[1] if found and len(found[1].split()) <= _FULL else alone


def is_name(line: str) -> bool:
    """Whether a line is nothing but the whole name of a person, as one who signs writes it."""
    return 1 < len(line.split()) <= _FULL and NAMES.fullmatch(line) is not None and not beginning(line, "joins")
