"""The quantities of an article: number, unit and bound, read off the analysis of its sentences.

amounts (numerals.py, amounts.py) → units (units.py) → ranges, lists, ratios (joined.py) → exclusions (exclusions.py,
times.py) → units left out (ellipsis.py) → bounds (bounds.py)
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.quantities.amounts import amounts
from briefing.extract.quantities.arithmetic import Spans, plain
from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.quantities import bounds
from briefing.languages.fr.quantities.context import FigureContext, Known
from briefing.languages.fr.quantities.ellipsis import Previous, Restored, restored, resumes
from briefing.languages.fr.quantities.exclusions import ANAPHORIC, ARTICLE, exclusion
from briefing.languages.fr.quantities.joined import Counted, Figure, figures
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, number_words
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed
from briefing.languages.fr.quantities.units import unit_after
from briefing.model.annotation import Bound, Quantity
from briefing.model.article import BlockKind
from briefing.model.span import Span

_PLACE_BELOW = 10
_MILLION = 1_000_000
_SIGNS = "+-–±"
_PREFIX = "fr.quantities."


def quantities(reading: Reading) -> Reading:
    """Fill `quantities`, in headings too; the dates and mentions of the reading are left alone."""
    dates, mentions = (row.span for row in reading.dates), (row.span for row in reading.mentions)
    known = Known(text=reading.text, dates=Spans(dates), mentions=Spans(mentions))
    counter = _Counter(reading, known)
    bylines = Spans(block.span for block in reading.blocks if block.kind is BlockKind.BYLINE)
    parsed = reading.parsed
    for syntax in merge(parsed.outer, parsed.inner, key=lambda s: s.span.start):
        if not bylines.touching(syntax.span):
            counter.read(syntax)
    found = tuple(sorted(counter.found, key=lambda quantity: quantity.start))
    return replace(reading, quantities=found).noting(*counter.rejected)


class _Counter(Struct):
    """Reads an article sentence by sentence and remembers what it counted."""

    reading: Reading
    known: Known
    found: list[Quantity] = field(default_factory=list)
    rejected: list[Decision] = field(default_factory=list)
    previous: Previous | None = None

    def read(self, syntax: Syntax) -> None:
        """Add the quantities of a sentence."""
        if self.previous and "\n" in self.reading.text[self.previous.end : syntax.span.start]:
            self.previous = None
        after = 0
        for figure in _figures(self.reading.text, syntax):
            if figure.amount.first < after:
                continue  # « cinq » in « trois des cinq suspects »
            around = self._around(syntax, figure)
            why = exclusion(around)
            named = None if why else self._named(around)
            if why == ANAPHORIC:
                self._remember(around, _own_unit(figure))
            if named is None:
                self._reject(around, why or "it counts nothing that the text names")
                continue
            after = named.last
            self._keep(around, named)
            self._remember(around, named)

    def _named(self, around: FigureContext) -> Restored | None:
        """What the number counts: the unit beside it, or the one that the text left out."""
        if around.figure.unit and not resumes(around):
            return _own_unit(around.figure)
        figure = replace(around.figure, unit=None, last=around.figure.number_last)
        return restored(replace(around, figure=figure), self.previous)

    def _around(self, syntax: Syntax, figure: Figure) -> FigureContext:
        beside = bounds.before(self.reading.text, syntax, figure.amount.lead)
        is_thing = figure.unit is None or figure.unit.kind is Kind.THING
        if beside and beside.entry.place and is_thing and figure.value < _PLACE_BELOW and figure.over is None:
            beside = None
        lead = beside.first if beside else figure.amount.lead
        return FigureContext(known=self.known, syntax=syntax, figure=figure, lead=lead, beside=beside)

    def _remember(self, around: FigureContext, named: Restored) -> None:
        """What a later number may take its unit from: the last thing counted, no time or « soit 7 % » if one was."""
        figure, syntax = around.figure, around.syntax
        here = self.previous is not None and self.previous.syntax is around.syntax
        if here and (around.kind is Kind.TIME or around.form_before in listed("restating")):
            return
        last = max(named.last, figure.number_last)
        scale = figure.amount.scale if figure.amount.scale >= _MILLION else 1
        spreads = around.beside.bound if around.beside and around.beside.entry.spreads else None
        end = syntax.words[last - 1].end
        self.previous = Previous(syntax, figure.amount.lead, last, end, named.unit, scale, spreads)

    def _reject(self, around: FigureContext, why: str) -> None:
        if why != ARTICLE:
            self.rejected.append(Decision(_PREFIX + _form(around.figure), around.span, kept=False, why=why))

    def _keep(self, around: FigureContext, named: Restored) -> None:
        figure, text = around.figure, self.reading.text
        last = max(named.last, figure.number_last)
        span = _signed(text, around.syntax.span_of(figure.amount.first, last))
        value = figure.value * named.times
        over = f"{named.unit} sur {plain(figure.over)}" if named.unit and figure.over else named.unit
        quantity = Quantity(
            exact=span.of(self.reading.article.text),
            start=span.start,
            end=span.end,
            value=plain(-value if _is_negative(around) else value),
            value_max=None if figure.top is None else plain(figure.top),
            bound=_bound(around, last, self.previous),
            unit=over,
            rule=_PREFIX + _form(figure, named),
        )
        self.found.append(quantity)
        self.known.counted.add((figure.value, named.unit))


def _figures(text: str, syntax: Syntax) -> Iterator[Figure]:
    counted: list[Counted] = []
    for amount in amounts(syntax.words, number_words()):
        if not counted or counted[-1].last <= amount.lead:  # not the « cent » of « pour cent »
            counted.append(Counted(amount, unit_after(text, syntax, amount)))
    return figures(syntax, counted)


def _own_unit(figure: Figure) -> Restored:
    return Restored(figure.unit.name if figure.unit else None, figure.last)


def _form(figure: Figure, named: Restored | None = None) -> str:
    """The last part of the rule's name."""
    if named and (figure.unit is None or named.last < figure.last):
        return "ellipsis"
    if figure.top is not None:
        return "range"
    if figure.over is not None:
        return "ratio"
    if figure.amount.vague is not None:
        return "collective"
    return figure.unit.kind.value if figure.unit else "bare"


def _bound(around: FigureContext, last: int, previous: Previous | None) -> Bound:
    if around.figure.top is not None:
        return Bound.RANGE
    beside = around.beside or bounds.after(around.known.text, around.syntax, last)
    vague = around.figure.amount.vague
    if beside and (vague is not Bound.MIN or beside.bound is not Bound.APPROX):
        return beside.bound  # but « quelques dizaines » is several
    joined = previous is not None and previous.syntax is around.syntax and previous.last == around.lead - 1
    spread = previous.spreads if previous and joined and around.form_before == "et" else None
    return vague or spread or Bound.EXACT


def _is_negative(around: FigureContext) -> bool:
    """« -5 °C », « moins cinq degrés »; the sign of « -5 % » tells a fall, not a value."""
    unit, start = around.figure.unit, around.span.start
    if unit is None or not unit.signed:
        return False
    return around.known.text[start - 1 : start] in {"-", "–"} or around.form_before in listed("minus")


def _signed(text: str, span: Span) -> Span:
    """The span with the sign that touches the number: « +7,3 % »."""
    before = text[max(0, span.start - 2) : span.start]
    is_sign = bool(before) and before[-1] in _SIGNS and (len(before) == 1 or before[0] in " (\n")
    return Span(span.start - 1, span.end) if is_sign else span
