"""Numbers and dates of a claim as pages show them: the article's own words, its digits grouped as the language does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from msgspec.structs import replace

from briefing.corpus.text import fold
from briefing.model.annotation import Bound, DateMention, Quantity
from briefing.model.claim import Claim
from briefing.pages.strings import LANGUAGES, Words, strings, table
from briefing.pages.typography import number
from briefing.pages.views.shown import DateShown, FigureShown

_DIGITS = re.compile(r"\d[\d\s.,]*")
_ONLY_NUMBER = re.compile(r"^[\d\s.,]+")
_YEAR = re.compile(r"\d{4}")


def figures(claim: Claim, language: str, *, hidden: bool) -> tuple[FigureShown, ...]:
    """The numbers of a claim with their bounds; where the text is hidden, their values and units alone."""
    text, offset = claim.evidence.exact, claim.evidence.start
    found = (figure(q, language, hidden=hidden, before=text[: max(0, q.start - offset)]) for q in claim.quantities)
    return tuple(_joined(found))


def _joined(found: Iterable[FigureShown]) -> list[FigureShown]:
    """« 62 à 64 ans »: a number whose unit stands behind the next one takes the words of that unit."""
    shown: list[FigureShown] = []
    for one in reversed(list(found)):
        after = shown[-1] if shown else None
        words = _ONLY_NUMBER.sub("", after.words) if after and after.unit == one.unit else ""
        lacks = one.unit and not _ONLY_NUMBER.sub("", one.words)
        shown.append(replace(one, words=f"{one.words} {words}") if lacks and words else one)
    return shown[::-1]


def figure(quantity: Quantity, language: str, *, hidden: bool, before: str = "") -> FigureShown:
    """A number with what bounds it: the article's words `before` it, « jusqu'à », or else the catalogue's."""
    plain = f"{number(quantity.value, language)} {quantity.unit or ''}".strip()
    words = plain if hidden else _grouped(quantity, language)
    article = "" if hidden else _article(words)
    bounding = "" if hidden or quantity.bound is Bound.EXACT else _bounding(_without(before, article))
    itself = not hidden and _bounds_itself(quantity)
    if bounding or itself:
        words = bounding + article + words
    else:
        words = table(strings(language), "bounded").get(quantity.bound.value, "{x}").format(x=words)
    return FigureShown(
        value=quantity.value,
        value_max=quantity.value_max,
        bound=quantity.bound.value,
        unit=quantity.unit,
        words=words,
        vague=itself and not bounding and quantity.bound is Bound.MIN,
    )


def _grouped(quantity: Quantity, language: str) -> str:
    """The words of a number, « 12.000 soldats » as « 12 000 soldats »."""
    lead = _DIGITS.match(quantity.exact)
    if lead and re.sub(r"\D", "", lead[0]) == str(quantity.value):
        return number(quantity.value, language) + quantity.exact[len(lead[0].rstrip()) :]
    return quantity.exact


def _bounding(before: str) -> str:
    """The words right before a number that bound it, as they are written, with the space after them."""
    found = _bounds().search(fold(before))
    return before[found.start() :] if found else ""


def _bounds_itself(quantity: Quantity) -> bool:
    """« des milliers », « une dizaine », « cinq tonnes »: not « £1.2 million », nor a month that is « at least »."""
    if any(char.isdecimal() for char in quantity.exact):
        return False
    return quantity.bound not in (Bound.MIN, Bound.MAX) or _first(quantity.exact) in _magnitudes()


def _article(words: str) -> str:
    """What stands before an order of magnitude: « des » milliers, « une » dizaine; empty for other numbers."""
    known = next((crowds for crowds in _crowds() if _first(words) in crowds["words"]), None)
    return str(known["written"]).format(x="") if known else ""


def _without(before: str, article: str) -> str:
    """The words before a number without its article: « plus d' » of « plus d'une centaine »."""
    ends = bool(article) and before.casefold().endswith(article.casefold())
    return before[: -len(article)] if ends else before


def _first(words: str) -> str:
    return words.split(" ", 1)[0].casefold()


def _crowds() -> list[dict[str, Words]]:
    """Orders of magnitude and how they are written, in every language: an article need not have the interface's."""
    return [crowd for language in LANGUAGES for crowd in cast("list[dict[str, Words]]", strings(language)["crowds"])]


@cache
def _magnitudes() -> frozenset[str]:
    several = (str(word) for language in LANGUAGES for word in strings(language)["several"])
    return frozenset(several).union(*(map(str, crowds["words"]) for crowds in _crowds()))


@cache
def _bounds() -> re.Pattern[str]:
    """The longest bounding words of every language at the end of a text that `fold` has made plain."""
    lists = (words for language in LANGUAGES for words in strings(language)["bounding"])
    words = sorted({fold(str(word)) for listed in lists for word in listed}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s*$", re.IGNORECASE)


def day(date: DateMention, *, hidden: bool, words: str | None = None, beside: bool = False) -> DateShown:
    """A date that has a value, whether its year stands in the words that give it, and the `words` that it dates."""
    value = date.value or ""
    return DateShown(
        value=value,
        exact=None if hidden else date.exact,
        deduced=not any(year in date.exact for year in _YEAR.findall(value)),
        mod=date.mod or "",
        words=None if hidden else words,
        beside=beside,
    )
