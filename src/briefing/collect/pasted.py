"""Text that was pasted from a site: what stands above and below the article goes, its lines stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from briefing.collect.dates import find_day, weekdays
from briefing.collect.found import Found
from briefing.collect.words import beginning, every, folded, is_one_of, language_of

_APART = re.compile(r"\s[-–—|•·/]\s|\s?[|•·(\t]|\sà\s\d")
_PROSE = re.compile(r"[.!?…:;]\s?[»”\"’')\]]*\s*$")
_BLANK = re.compile(r"\n(?:[ \t]*\n){2,}")
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}\s+")
"""The mark of a heading in Markdown, which is none of its words."""
_SHORT = 160
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

_AGENCY = re.compile(
    rf"(?:{_NAME}|\w{{4,20}}|[^\W\d_][\w’' -]{{3,50}}(?=.{{8,30}}$)),? (?:avec|et|with) "
    rf"(?:l[’'])?(?i:{'|'.join(map(re.escape, every('agencies')))})(?!\w)"
)
"""A name before an agency's; where the line ends there, it may be of several words, « La rédaction avec AFP »."""
_PAYWALL = re.compile("|".join(map(re.escape, every("paywall"))))
_CREDITED = re.compile(
    rf"\((?:{'|'.join(map(re.escape, every('credited')))})\b[^()]*\)$"
    rf"|(?:{'|'.join(map(re.escape, every('credit')))})[^.!?]{{1,50}}$"
    rf"|\b(?:{'|'.join(map(re.escape, every('agencies')))})\s?/[^/.!?]{{2,40}}$"
)
_ROLE = re.compile(rf"[ ,]+(?:{'|'.join(map(re.escape, every('posts')))})(?!\w)", re.IGNORECASE)
_LENGTH = re.compile(
    rf"\d{{1,3}} ?(?:{'|'.join(map(re.escape, every('lengths')))})\.?|\d{{1,2}}:\d\d ?/ ?-?\d{{1,2}}:\d\d"
)
"""How long a text takes to read, or a record to hear: « 3 min », « 00:00/03:12 »."""
_NOTICE = re.compile("|".join(map(re.escape, every("notices"))))
_FOLLOW = re.compile(rf" (?:{'|'.join(map(re.escape, every('follow')))})$", re.IGNORECASE)
"""A button behind a name: « Jeanne Morel Suivre »."""
_WEEKDAY = re.compile(rf"[\s,(]+(?:{'|'.join(sorted(weekdays()))})[\s,.]*$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"^\W*(?:(?:à|at) )?[\dh: ]*\W*\b(?:{'|'.join(map(re.escape, every('byline')))}) ({_CAPITAL}(?: [\w'’-]+)*)\W*$"
)
_INVITATION = re.compile("|".join(map(re.escape, every("invitations"))))
_PUBLISHED = tuple(entry for entry in every("dated") if len(entry) > len("date"))
"""What only stands before a day of publication, as « le » does not."""
_MOMENT = re.compile(rf"(?=\b(?:{'|'.join(map(re.escape, (*every('changed'), *_PUBLISHED)))})\b)")
"""Where a line begins to tell of a change or of the publication."""
_DATED = re.compile(r"\b(?:" + "|".join(map(re.escape, every("dated"))) + r")$")


class Byline(Struct, frozen=True):
    """What the lines between title and text say; both may be unknown."""

    author: str | None = None
    published: str | None = None
    is_explicit: bool = False
    """Whether a line says « publié le »: then the date is no other."""


def read_pasted(text: str, language: str | None = None) -> Found:
    """The article in a pasted text: the title and the byline above it are taken out, and what the site adds goes.

    Where nothing shows that a line is not the article's, it stays.
    """
    whole = _BLANK.sub("\n\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [_MARKDOWN.sub("", line) for line in whole.split("\n")]
    language = language or language_of(text)
    first = next((n for n, line in enumerate(lines) if is_prose(line)), len(lines))
    head = read_head(lines[:first], language)
    end = _end(lines, first, head.byline.author)
    kept = [*head.lines, *lines[first:end]]
    body = "\n".join(line for line in kept if not is_about(line)).strip()
    partial = any(is_paywall(line) for line in lines)
    author, published = head.byline.author, head.byline.published
    return Found(text=body, title=head.title, author=author, published=published, language=language, is_partial=partial)


class Head(Struct, frozen=True):
    """What stands above the first paragraph, taken apart: `lines` belong to the text."""

    title: str | None
    byline: Byline
    lines: tuple[str, ...]


def read_head(lines: Sequence[str], language: str | None) -> Head:
    """Title, byline and what is left of the lines above the first paragraph."""
    marked = [n for n, line in enumerate(lines) if line.strip() and _is_marked(line, language)]
    title = next((n for n, line in enumerate(lines) if n not in marked and _may_be_title(line, bool(marked))), None)
    if not marked and title is not None and any(line.strip() for line in lines[:title]):
        title = None  # it is not the first line, and nothing tells that those above it are the site's
    byline = read_byline([lines[n] for n in marked], language)
    above = 0 if title is None else title + 1
    kept = tuple(line for n, line in enumerate(lines) if n >= above and n not in marked)
    return Head(lines[title].strip() if title is not None else None, byline, kept)


def _may_be_title(line: str, has_byline: bool) -> bool:
    """Above a byline any line of three words may be the title; without one, only what does not read as a sentence."""
    count = len(line.split())
    return (
        (3 if has_byline else 2) <= count <= 40
        and len(line) < 250
        and (has_byline or not re.search(r"[.,;:]\s*$", line))
    )


def is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph of an article."""
    return len(line.split()) >= 12 and bool(_PROSE.search(line.rstrip()[-8:])) and not is_about(line)


def is_about(line: str) -> bool:
    """Whether a line is the site's or about the article: a picture's credit, a link elsewhere, a notice, a button."""
    if is_paywall(line):
        return True
    if len(line) > _SHORT or not line.strip():
        return False
    if beginning(line, "credit") or beginning(line, "elsewhere"):
        return True
    line = folded(line)
    return bool(_LENGTH.fullmatch(line) or _NOTICE.search(line))


def is_credited(line: str) -> bool:
    """Whether a line ends with a picture's credit: « Le pont, le 3 mai (Photo J. Morel. AFP) », « … © AFP »."""
    return len(line) < 2 * _SHORT and bool(_CREDITED.search(folded(line)))


def is_paywall(line: str) -> bool:
    """Whether a line says that the rest is for subscribers."""
    return len(line) < 2 * _SHORT and bool(_PAYWALL.search(folded(line)))


def is_invitation(line: str) -> bool:
    """Whether a line asks to subscribe."""
    return len(line) < 2 * _SHORT and bool(_INVITATION.search(folded(line)))


def _is_marked(line: str, language: str | None) -> bool:
    return is_about(line) or is_one_of(line, "buttons") or bool(names_in(line)) or is_dated(line, language)


def read_byline(lines: Sequence[str], language: str | None) -> Byline:
    """The author and the day that some lines name."""
    author = next((name for line in lines if (name := names_in(line))), None)
    dated = [line for line in lines if names_in(line) or is_dated(line, language)]
    days = ((line, day) for line in dated if (day := _published(line, language)))
    line, published = next(days, ("", None))
    return Byline(author, published, is_explicit=_says_published(line))


def _says_published(line: str) -> bool:
    return any(f"{entry} " in folded(line) for entry in _PUBLISHED)


def is_dated(line: str, language: str | None) -> bool:
    """Whether a line only says when the article was published or changed."""
    says = beginning(line, "dated") or beginning(line, "changed")
    if len(line) > _SHORT or len(line.split()) > (30 if says else 20):
        return False
    day = find_day(line, language)
    return day is not None and (day[1] < 12 or says > 0)


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
    if len(line) > _SHORT:
        return None
    rest = listed(line[start:].lstrip(" :\u00a0\u202f"))
    day = find_day(rest, "fr")  # only its place matters here, not how it is read
    if not start:
        return (_named_before(rest, day[1]) or _named_after(rest[day[2] :])) if day else None
    rest = _ROLE.split(_APART.split(_WEEKDAY.sub("", rest[: day[1]]) if day else rest)[0])[0]
    found = NAMES.match(rest)
    if found is None or re.match(r"\s\w+\s\w+", rest[found.end() :]) or rest.rstrip().endswith((".", "!", "?")):
        return None
    return _FOLLOW.sub("", found[0]).strip(" ,-–—")


def listed(names: str) -> str:
    """Names with a comma where they have a slash: « Jeanne Morel / Paul Petit »."""
    return _SLASH.sub(", ", names)


def with_agency(line: str) -> str | None:
    """Who a line names beside an agency: « Le Parisien avec AFP »."""
    found = _AGENCY.match(line[beginning(line, "byline") :].lstrip(" :\u00a0")) if len(line) < _SHORT else None
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
    """The name that ends a line behind a date: « … le 4 mai 2024 à 8 h 12 par Jeanne Morel »."""
    found = _BEHIND.search(line)
    return found[1] if found and len(found[1].split()) <= _FULL else None


def is_name(line: str) -> bool:
    """Whether a line is nothing but the whole name of a person, as one who signs writes it."""
    return 1 < len(line.split()) <= _FULL and NAMES.fullmatch(line) is not None and not beginning(line, "joins")


def _end(lines: Sequence[str], first: int, author: str | None) -> int:
    """Where the article ends: above the author's own box, or a heading of the site with little below it."""
    sizes = list(accumulate((len(line) for line in lines), initial=0))
    name = folded(author or "")
    for number in range(first + 1, len(lines)):
        has_little_below = sizes[-1] - sizes[number] < sizes[number] - sizes[first]
        if has_little_below and (is_one_of(lines[number], "ends") or (name and folded(lines[number]) == name)):
            return number
    return len(lines)
