"""Numbers and dates of a claim as pages show them: the article's own words, its digits grouped as the language does."""

from __future__ import annotations

import re
from functools import cache

from briefing.model.annotation import Bound, Quantity
from briefing.model.claim import Claim
from briefing.pages.strings import LANGUAGES, strings
from briefing.pages.typography import number
from briefing.pages.views.shown import DateShown, FigureShown

_DIGITS = re.compile(r"\d[\d\s.,]*")
_LAST_WORD = re.compile(r"\w+(?=\s*$)")
_YEAR = re.compile(r"\d{4}")


def figures(claim: Claim, language: str, *, hidden: bool) -> tuple[FigureShown, ...]:
    """The numbers of a claim with their bounds; where the text is hidden, their values and units alone."""
    text, offset = claim.evidence.exact, claim.evidence.start
    return tuple(figure(q, language, hidden=hidden, before=text[: max(0, q.start - offset)]) for q in claim.quantities)


def figure(quantity: Quantity, language: str, *, hidden: bool, before: str = "") -> FigureShown:
    """A number with its bound, and with the « entre » that opens a range in the words `before` it."""
    lead = _DIGITS.match(quantity.exact)
    plain = lead is not None and re.sub(r"\D", "", lead[0]) == str(quantity.value)
    words = quantity.exact
    if hidden:
        words = f"{number(quantity.value, language)} {quantity.unit or ''}".strip()
    elif lead and plain:
        words = number(quantity.value, language) + quantity.exact[len(lead[0].rstrip()) :]
    elif quantity.bound is Bound.RANGE and (last := _LAST_WORD.search(before)) and last[0] in _words("between"):
        words = f"{last[0]} {words}"
    return FigureShown(
        value=quantity.value,
        value_max=quantity.value_max,
        bound=quantity.bound.value,
        unit=quantity.unit,
        words=words,
        in_digits=hidden or _takes_bound(quantity),
    )


def _takes_bound(quantity: Quantity) -> bool:
    """« £1.2 million », « un mois »; not « des milliers », which bound themselves, nor « une dizaine »."""
    if any(char.isdigit() for char in quantity.exact):
        return True
    first = quantity.exact.split(" ", 1)[0].casefold()
    return quantity.bound in (Bound.MIN, Bound.MAX) and first not in _words("crowds")


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of a list of the catalogues, of every language: an article need not have the interface's."""
    return frozenset(str(word) for language in LANGUAGES for word in strings(language)[kind])


def day(value: str, exact: str, *, hidden: bool) -> DateShown:
    """A date, and whether its year stands in the words that give it."""
    deduced = not any(year in exact for year in _YEAR.findall(value))
    return DateShown(value=value, exact=None if hidden else exact, deduced=deduced)
