"""Spaces, numbers and lists as a reader expects them; at display time only, the stored text is never touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal

from briefing.extract.pack import Typography
from briefing.languages import find_pack
from briefing.model.date import Date, Precision

NO_BREAK = "\u00a0"
_MILLION = 1_000_000
_TAG_OR_CODE = re.compile(
    r"((?:<(?:code|pre|script|style|svg)\b[^>]*>.*?</(?:code|pre|script|style|svg)>)|<[^>]*>)", re.DOTALL
)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_FIRST_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 14, typed=True)  # markup and plain text are not the same
def spaces(text: str, language: str) -> str:
    """`text` with the spaces of its language, one character for one, so offsets hold."""
    return typography_of(language).spaces(text)


def spaced_html(html: str, language: str) -> str:
    """HTML that people wrote, with the spaces and apostrophes of its language in its text, not in tags or code."""
    parts = _TAG_OR_CODE.split(html)
    parts[::2] = (spaces(_APOSTROPHE.sub("’", text), language) for text in parts[::2])
    return "".join(parts)


def raised(html: str, language: str) -> str:
    """HTML in whose text the letters behind a first day stand above the line: « 1er » with its superscript."""
    first = typography_of(language).first_day
    letters = first.lstrip("1")
    if not letters or first not in html:
        return html
    parts = _TAG_OR_CODE.split(html)
    day = re.compile(rf"\b1{letters}\b")
    parts[::2] = (day.sub(f"1<sup>{letters}</sup>", text) if first in text else text for text in parts[::2])
    return "".join(parts)


def inner(text: str, language: str) -> str:
    """`text` with its own quotation marks turned into those that stand inside others: “ ” in French, ‘ ’ in English."""
    known = typography_of(language)
    opening, closing = (re.escape(mark.strip()) for mark in known.quotes)
    text = re.sub(rf"{opening}\s?", known.inner_quotes[0], text)
    return re.sub(rf"\s?{closing}", known.inner_quotes[1], text)


@lru_cache(maxsize=1 << 14, typed=True)  # markup and plain text are not the same
def quoted(text: str, language: str) -> str:
    """`text` between the quotation marks of `language`, its own marks turned into inner ones."""
    opening, closing = typography_of(language).quotes
    return spaces(f"{opening}{inner(text.strip(), language)}{closing}", language)


@cache
def typography_of(language: str) -> Typography:
    """The typography of a language's pack; a plain one where there is none."""
    pack = find_pack(language)
    return pack.typography if pack else Typography()


def capital(text: str) -> str:
    """`text` with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str, small: Iterable[str]) -> str:
    """`text` as it stands within a line: its first word in lower case when it is one of `small`, a name as it is."""
    first = _FIRST_WORD.match(text)
    return text[:1].lower() + text[1:] if first and first[0].lower() in small else text


def begun(text: str) -> str:
    """`text` behind an ellipsis where it begins within a sentence: « … uniquement sur trois territoires »."""
    return f"… {text}" if text[:1].islower() else text


def clipped(text: str, length: int = 90) -> str:
    """The first words of `text`, at most `length` characters, with an ellipsis where some are left out."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def shortest(passages: Iterable[str]) -> str:
    """The shortest of several passages as a title; empty where there is none."""
    return clipped(capital(min(sorted(passages), key=len, default="")))


def clipped_before(text: str, length: int = 90) -> str:
    """The last words of `text`, at most `length` characters, with an ellipsis where some are left out."""
    if len(text) <= length:
        return text
    return "… " + text[-length:].split(" ", 1)[-1]


@lru_cache(maxsize=4096)
def number(value: float, language: str) -> str:
    """12000 → « 12 000 »."""
    return format_decimal(value, locale=language)


def short_number(value: float, most: float, language: str) -> str:
    """A number on an axis that reaches to `most`: « 4 M » where that is a million or more."""
    if most < _MILLION or not value:
        return number(value, language)
    return format_compact_decimal(value, locale=language, fraction_digits=1)


def listing(items: Iterable[str], language: str) -> str:
    """« a, b et c »."""
    return format_list(list(items), locale=language)


@lru_cache
def plural(count: float, language: str) -> str:
    """The plural form that the language uses with `count`: `one`, `other`; French has zero in the singular."""
    form = Locale.parse(language).plural_form(count)
    return form if form == "one" else "other"


def precision(value: str) -> Precision:
    """How precise a partial date is; what is no date counts as an interval."""
    found = Date.parse(value)
    return found.precision if found else Precision.SPAN


def locale(language: str) -> str:
    """The language with the country that speaks most of it, as link previews want it: fr → fr_FR."""
    known = Locale.parse(str(get_global("likely_subtags").get(language, language)).replace("-", "_"))
    return f"{known.language}_{known.territory}" if known.territory else known.language


def uncertain(value: str | None) -> bool:
    """Whether a date says of itself that it is approximate or doubtful."""
    found = Date.parse(value)
    return found is not None and found.circa
