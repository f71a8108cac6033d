"""Numbers and dates of a claim as pages show them: the article's own words, its digits grouped as the language does."""

from __future__ import annotations

import re

from briefing.model.annotation import Quantity
from briefing.pages.typography import number
from briefing.pages.views.shown import DateShown, FigureShown

_DIGITS = re.compile(r"\d[\d\s.,]*")
_YEAR = re.compile(r"\d{4}")


def figure(quantity: Quantity, language: str, *, hidden: bool) -> FigureShown:
    """A number with its bound; where the text is hidden, its value and unit alone."""
    lead = _DIGITS.match(quantity.exact)
    plain = lead is not None and re.sub(r"\D", "", lead[0]) == str(quantity.value)
    words = quantity.exact
    if hidden:
        words = f"{number(quantity.value, language)} {quantity.unit or ''}".strip()
    elif lead and plain:
        words = number(quantity.value, language) + quantity.exact[len(lead[0].rstrip()) :]
    return FigureShown(
        value=quantity.value,
        value_max=quantity.value_max,
        bound=quantity.bound.value,
        unit=quantity.unit,
        words=words,
        in_digits=hidden or any(char.isdigit() for char in quantity.exact),  # « £1.2 million »
    )


def day(value: str, exact: str, *, hidden: bool) -> DateShown:
    """A date, and whether its year stands in the words that give it."""
    deduced = not any(year in exact for year in _YEAR.findall(value))
    return DateShown(value=value, exact=None if hidden else exact, deduced=deduced)
