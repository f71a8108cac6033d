"""Figures: what is measured, as marks on a track. Places are percentages: one drawing serves every width."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from babel.numbers import get_currency_name
from msgspec import Struct
from msgspec.structs import replace

from briefing.model.annotation import Quantity
from briefing.model.measure import Measure
from briefing.model.relation import Question
from briefing.pages.views.across.axis import axis_words, round_numbers
from briefing.pages.views.across.paging import chunks
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ArticleShown, ClaimShown, FigureShown, Link

_CURRENCY = re.compile(r"[A-Z]{3}")
Row = tuple[ClaimShown, FigureShown]
_Value = tuple[float, float | None, str | None]
_SHARE = "%"
_FEWEST, _MARKS = 3, 60
"""How many numbers make a chart, and how many of the last it shows; earlier ones stand among the others."""
_ROOM = 1.06  # a little track beyond the largest mark, where open ends point


class Mark(Struct, frozen=True, kw_only=True):
    """A claim's number on its track: `start` and `end` are percentages; equal for an exact number."""

    claim: ClaimShown
    figure: FigureShown
    saying: str
    """The words of the passage after the number; empty where there are none to show."""
    start: float
    end: float


class Series(Struct, frozen=True, kw_only=True):
    """Numbers of one measure, by date of publication. `ticks` are (words, percentage); not all have room for words."""

    label: str
    anchor: str
    actors: tuple[Link, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[str, float], ...]

    @property
    def articles(self) -> int:
        """How many articles give a number."""
        return len({mark.claim.article.id for mark in self.marks})

    @property
    def values(self) -> int:
        """How many different numbers there are."""
        return len({(m.figure.value, m.figure.value_max, m.figure.bound) for m in self.marks})

    @property
    def bounds(self) -> tuple[str, ...]:
        """The shapes that the key explains, those of its own marks; a dot alone explains itself."""
        shapes = {mark.figure.shape for mark in self.marks}
        known = ("exact", "approx", "range", "max", "min", "vague")
        return tuple(name for name in known if name in shapes) if shapes != {"exact"} else ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The same for a table."""
        return tuple((mark.claim, mark.figure) for mark in self.marks)


def series(catalogue: Catalogue, asked: Iterable[Series] = ()) -> tuple[Series, ...]:
    """The measures of which several values are given, most numbers first; none whose numbers a chart `asked` shows.

    Two numbers that no question compares are not worth a picture: only their words say that they measure one thing.
    """
    drawn = {id(mark.figure) for chart in asked for mark in chart.marks}
    found = [(measure, _given(catalogue, measure)) for measure in catalogue.dossier.measures if _is_told(measure)]
    fresh = [(measure, rows) for measure, rows in found if not any(id(one.figure) in drawn for one in rows)]
    whole = [_series(catalogue, measure, rows) for measure, rows in fresh if len(rows) >= _FEWEST]
    several = [one for one in whole if one.values > 1]
    return tuple(sorted(several, key=lambda one: (-len(one.marks), one.anchor)))


def _is_told(measure: Measure) -> bool:
    """Whether its unit or its words say what is measured: a share of nothing named has no title."""
    return measure.unit != _SHARE or bool(measure.about)


def pages_of(charts: Iterable[Series]) -> list[tuple[Series, ...]]:
    """The charts of each page, two long ones at most."""
    return chunks(charts, 2 * _MARKS, lambda one: len(one.marks))


class Counted(Struct, frozen=True):
    """A claim and its numbers that no chart shows."""

    claim: ClaimShown
    figures: tuple[FigureShown, ...]


def other_figures(claims: Iterable[ClaimShown], charted: Iterable[Series]) -> Iterator[Counted]:
    """The claims whose numbers no chart shows, in order; numbers without a unit are left out."""
    drawn = {id(mark.figure) for one in charted for mark in one.marks}
    for claim in claims:
        left = tuple(figure for figure in claim.figures if figure.unit and id(figure) not in drawn)
        if left:
            yield Counted(claim, left)


def by_article(rows: Iterable[Counted]) -> tuple[tuple[ArticleShown, tuple[Counted, ...]], ...]:
    """The same under their articles."""
    grouped = groupby(rows, key=lambda row: row.claim.article)
    return tuple((article, tuple(inside)) for article, inside in grouped)


class _Given(Struct, frozen=True):
    """A number of a measure as a page shows it, with the words after it."""

    claim: ClaimShown
    figure: FigureShown
    saying: str


def compared(catalogue: Catalogue, question: Question, claims: Iterable[ClaimShown]) -> Series | None:
    """The numbers by which claims answer a question; None where fewer than two of them give one.

    Those of its measure and their equals: « 53 % des voix dans 61 % des bureaux » gives one answer. Where a person
    found the difference there may be no measure; then those in the unit that most of the claims count.
    """
    counted = [(claim, q) for claim in claims for q in catalogue.dossier.claims[claim.id].quantities if q.unit]
    dossier, own = catalogue.dossier, question.claims
    measure = dossier.measure_of(own)
    values = {_value(q) for claim in own for q in dossier.numbers_of(claim, measure)} if measure else set()
    units = Counter(quantity.unit or "" for _, quantity in counted if not values or _value(quantity) in values)
    unit = max(units, key=lambda name: (units[name], name), default="")
    chosen = [one for one in counted if (_value(one[1]) in values if values else one[1].unit == unit)]
    given = [one for claim, quantity in chosen if (one := _shown(catalogue, claim.id, quantity))]
    if len({one.claim.id for one in given}) < 2:
        return None
    drawn = _drawn(catalogue, unit, f"s-{question.id}", sorted(given, key=_in_time))
    return replace(drawn, label=question.title, actors=_actors(catalogue, measure) if measure else ())


def _value(quantity: Quantity) -> _Value:
    """A number with its unit: « six mois » are not « six personnes »."""
    return quantity.value, quantity.value_max, quantity.unit


def _given(catalogue: Catalogue, measure: Measure) -> list[_Given]:
    """A measure's values, in order of publication and text."""
    found = (_shown(catalogue, measured.claim, measured.quantity) for measured in measure.values)
    return sorted((given for given in found if given), key=_in_time)


def _shown(catalogue: Catalogue, ident: str, quantity: Quantity) -> _Given | None:
    """A number of a claim, where the claim has it and it can be drawn."""
    claim, shown = catalogue.dossier.claims.get(ident), catalogue.claims.get(ident)
    if not claim or not shown or quantity not in claim.quantities or not math.isfinite(quantity.value):
        return None
    text = catalogue.layouts[shown.article.id].text if shown.passage else ""
    after = text[quantity.end : claim.evidence.end].strip(" .,;")
    return _Given(shown, shown.figures[claim.quantities.index(quantity)], after)


def _in_time(given: _Given) -> tuple[str, int]:
    return given.claim.article.published or "", given.claim.number


def _series(catalogue: Catalogue, measure: Measure, given: list[_Given]) -> Series:
    drawn = _drawn(catalogue, measure.unit, f"s-{measure.id}", given)
    label = f"{', '.join(measure.about)} ({_SHARE})" if measure.unit == _SHARE else drawn.label
    return replace(drawn, label=label, actors=_actors(catalogue, measure))


def _drawn(catalogue: Catalogue, unit: str, anchor: str, given: list[_Given]) -> Series:
    """The last of the numbers as marks, on a track that reaches a little beyond the largest."""
    drawn, language = given[-_MARKS:], str(catalogue.words["language"])
    figures = [one.figure for one in drawn]
    ticks = round_numbers(max(max(abs(f.value), abs(f.value_max or 0)) for f in figures) * _ROOM or 1.0)
    top = ticks[-1]
    return Series(
        label=_label(unit, figures, language),
        anchor=anchor,
        actors=(),
        marks=tuple(
            Mark(claim=one.claim, figure=one.figure, saying=one.saying, **_place(one.figure, top)) for one in drawn
        ),
        ticks=tuple(zip(axis_words(ticks, language), (_percent(value, top) for value in ticks), strict=True)),
    )


def _actors(catalogue: Catalogue, measure: Measure) -> tuple[Link, ...]:
    return tuple(link for actor in measure.actors if (link := catalogue.link(actor)))


def _place(figure: FigureShown, top: float) -> dict[str, float]:
    value = _percent(figure.value, top)
    ends = {
        "min": (value, 100.0),
        "max": (0.0, value),
        "range": (value, _percent(figure.value_max or figure.value, top)),
    }
    start, end = ends.get(figure.bound, (value, value))
    return {"start": start, "end": end}


def _percent(value: float, top: float) -> float:
    return round(100 * max(0.0, value) / top, 2)


def _label(unit: str, figures: list[FigureShown], language: str) -> str:
    """The unit in the plural, as most passages write it; a currency by its name; else the unit itself."""
    if _CURRENCY.fullmatch(unit):
        return str(get_currency_name(unit, 2, locale=language))
    named = re.compile(rf"\b{re.escape(unit[:3])}.*")
    written = Counter(found[0] for f in figures if f.value >= 2 and (found := named.search(f.words)))
    return max(written, key=lambda words: (written[words], words), default=unit)
