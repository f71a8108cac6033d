"""Spaces, dates, numbers and lists as a reader expects them; at display time only, the stored text is never touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

_NO_BREAK, _THIN = "\u00a0", "\u202f"
_FRENCH_SPACE = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=[:»%€$])|(?<=\S)(?P<thin> )(?=[;!?])")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_INNER_QUOTES = re.compile(r"«\s?(.*?)\s?»", re.DOTALL)
_TAG_OR_CODE = re.compile(
    r"((?:<(?:code|pre|script|style|svg)\b[^>]*>.*?</(?:code|pre|script|style|svg)>)|<[^>]*>)", re.DOTALL
)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_FIRST_WORD = re.compile(r"\w+")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?")
_APPROXIMATE = ("~", "?", "%")


def french_spaces(text: str) -> str:
    """`text` with no-break spaces where French typography has them; one character for one, so offsets hold."""
    text = _FRENCH_SPACE.sub(lambda m: _THIN if m["thin"] else _NO_BREAK, text)
    return _THOUSANDS.sub(lambda m: m[0].replace(" ", _THIN), text)


def spaces(text: str, language: str) -> str:
    """`text` with the spaces of its language; only French sets any."""
    return french_spaces(text) if language.startswith("fr") else text


def spaced_html(html: str, language: str) -> str:
    """HTML that people wrote, with the spaces and apostrophes of its language in its text, not in tags or code."""
    if not language.startswith("fr"):
        return html
    parts = _TAG_OR_CODE.split(html)
    parts[::2] = (french_spaces(_APOSTROPHE.sub("’", text)) for text in parts[::2])
    return "".join(parts)


def inner(text: str, language: str) -> str:
    """`text` with its own quotation marks turned into those that stand inside others: “ ” in French, ‘ ’ in English."""
    if not language.startswith("fr"):
        return text.replace("“", "‘").replace("”", "’")
    return _INNER_QUOTES.sub(r"“\1”", text)


def quoted(text: str, language: str) -> str:
    """`text` between the quotation marks of `language`, its own marks turned into inner ones."""
    words = inner(text.strip(), language)
    return french_spaces(f"« {words} »") if language.startswith("fr") else f"“{words}”"


def capital(text: str) -> str:
    """`text` with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str, small: Iterable[str]) -> str:
    """`text` as it stands within a line: its first word in lower case when it is one of `small`, a name as it is."""
    first = _FIRST_WORD.match(text)
    return text[:1].lower() + text[1:] if first and first[0].lower() in small else text


def clipped(text: str, length: int = 90) -> str:
    """The first words of `text`, at most `length` characters, with an ellipsis where some are left out."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


@lru_cache(maxsize=4096)
def number(value: float, language: str) -> str:
    """12000 → « 12 000 »."""
    return format_decimal(value, locale=language)


def listing(items: Iterable[str], language: str) -> str:
    """« a, b et c »."""
    return format_list(list(items), locale=language)


@lru_cache
def plural(count: float, language: str) -> str:
    """The plural form that the language uses with `count`: `one`, `other`; French has zero in the singular."""
    form = Locale.parse(language).plural_form(count)
    return form if form == "one" else "other"


def precision(value: str) -> str:
    """How precise a partial date is: `day`, `month`, `year`, or `span` for an interval and everything else."""
    match = _DATE.fullmatch(value)
    if match is None:
        return "span"
    return "day" if match[3] else "month" if match[2] else "year"


@lru_cache(maxsize=4096)
def partial_date(value: str, language: str, length: str = "long") -> str:
    """`2024-11-29` → « 29 novembre 2024 », `2024-06` → « juin 2024 », `1955/1975` → « 1955 – 1975 »; else as it is."""
    if "/" in value:
        first, _, last = value.partition("/")
        ends = (partial_date(end, language, length) if end not in ("", "..") else "…" for end in (first, last))
        return f"{_NO_BREAK}– ".join(ends)
    match = _DATE.fullmatch(value)
    if match is None:
        return value
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        return _written(date(year or 1, month or 1, day or 1), precision(value), language, length)
    except ValueError:
        return value


def _written(day: date, precise: str, language: str, length: str) -> str:
    month = "MMMM" if length == "long" else "MMM"
    pattern = {"day": f"d {month} y", "month": f"{month} y", "year": "y"}[precise]
    if precise == "day" and language.startswith("en"):
        pattern = f"{month} d, y"
    words = format_date(day, pattern, locale=language)
    if precise == "day" and day.day == 1 and language.startswith("fr"):
        words = f"1er{words[1:]}"
    return words.replace(" ", _NO_BREAK, 1) if precise == "day" else words


def uncertain(value: str | None) -> bool:
    """Whether a date says of itself that it is approximate or doubtful."""
    return bool(value) and str(value).endswith(_APPROXIMATE)
