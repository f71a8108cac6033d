"""The quantities of an article: number, unit and bound.

amounts (numerals.py, amounts.py) → units (units.py, nouns.py) → ranges, lists, ratios (grouping.py)
→ exclusions (exclusions.py) → units left out (ellipsis.py) → bounds (bounds.py)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.quantities import bounds
from briefing.languages.fr.quantities.amounts import amounts
from briefing.languages.fr.quantities.context import Around, Spans, word_before
from briefing.languages.fr.quantities.ellipsis import REACH, Previous, Restored, restored, resumes
from briefing.languages.fr.quantities.exclusions import ANAPHORIC, ARTICLE, exclusion
from briefing.languages.fr.quantities.grouping import Counted, Group, groups
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind, words
from briefing.languages.fr.quantities.units import unit_after
from briefing.model.annotation import Bound, Quantity
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span

_PLACE_BELOW = 10
_MILLION = 1_000_000
_SIGNS = "+-–±"
_PREFIX = "fr.quantities."


def quantities(reading: Reading) -> Reading:
    """Fill `quantities`, in headings too; the dates and mentions of the reading are left alone."""
    counter = _Counter(reading)
    for block in reading.blocks:
        if block.kind is not BlockKind.BYLINE:
            counter.read(block)
    return replace(reading, quantities=tuple(counter.found)).noting(*counter.rejected)


@dataclass(slots=True)
class _Counter:
    """Reads an article block by block and remembers what it counted."""

    reading: Reading
    found: list[Quantity] = field(default_factory=list)
    rejected: list[Decision] = field(default_factory=list)
    values: set[Decimal] = field(default_factory=set)
    dates: Spans = field(init=False)
    mentions: Spans = field(init=False)

    def __post_init__(self) -> None:
        self.dates = Spans(date.span for date in self.reading.dates)
        self.mentions = Spans(mention.span for mention in self.reading.mentions)

    def read(self, block: Block) -> None:
        """Add the quantities of a block."""
        previous: Previous | None = None
        for group in self._groups(block.span):
            if self.found and group.span.start < self.found[-1].end:
                continue  # « cinq » in « trois des cinq suspects »
            around = self._around(group)
            why = exclusion(around)
            named = None if why else self._named(around, previous)
            if why == ANAPHORIC:
                previous = _antecedent(around, previous, _own_unit(group))
            if named is None:
                self._reject(group, why or "it counts nothing that the text names")
                continue
            self._keep(around, named)
            previous = _antecedent(around, previous, named)

    def _named(self, around: Around, previous: Previous | None) -> Restored | None:
        """What the number counts: the unit beside it, or the one that the text left out."""
        if around.group.unit and not resumes(around):
            return _own_unit(around.group)
        bare = replace(around, group=replace(around.group, unit=None, end=around.group.number_end))
        return restored(bare, previous)

    def _groups(self, span: Span) -> Iterator[Group]:
        text = self.reading.text
        counted: list[Counted] = []
        for amount in amounts(text, span):
            if not counted or counted[-1].end <= amount.lead:  # not the « cent » of « pour cent »
                counted.append(Counted(amount, unit_after(text, amount)))
        return groups(text, counted)

    def _around(self, group: Group) -> Around:
        text = self.reading.text
        beside = bounds.before(text, group.amount.lead)
        is_thing = group.unit is None or group.unit.kind is Kind.THING
        if beside and beside.entry.place and is_thing and group.value < _PLACE_BELOW and group.over is None:
            beside = None
        lead = beside.start if beside else group.amount.lead
        return Around(
            text=text,
            group=group,
            lead=lead,
            word_before=word_before(text, lead),
            beside=beside,
            dates=self.dates,
            mentions=self.mentions,
            counted=self.values,
        )

    def _reject(self, group: Group, why: str) -> None:
        if why != ARTICLE:
            self.rejected.append(Decision(_PREFIX + _form(group), group.span, kept=False, why=why))

    def _keep(self, around: Around, named: Restored) -> None:
        group, text = around.group, self.reading.text
        span = _signed(text, Span(group.span.start, max(named.end, group.number_end)))
        value = group.value * named.times
        ratio = f"{named.unit} sur {_number(group.over)}" if named.unit and group.over else named.unit
        quantity = Quantity(
            exact=span.of(self.reading.article.text),
            start=span.start,
            end=span.end,
            value=_number(-value if _is_negative(around) else value),
            value_max=None if group.top is None else _number(group.top),
            bound=_bound(around, span.end),
            unit=ratio,
            rule=_PREFIX + _form(group, named),
        )
        self.found.append(quantity)
        self.values.add(group.value)


def _own_unit(group: Group) -> Restored:
    return Restored(group.unit.name if group.unit else None, group.end)


def _antecedent(around: Around, previous: Previous | None, named: Restored) -> Previous | None:
    """What a later number may take its unit from: the last thing counted, a length of time only when nothing was."""
    amount = around.group.amount
    if around.kind is Kind.TIME and previous and amount.lead - previous.end < REACH:
        return previous
    return Previous(amount.lead, named.end, named.unit, amount.scale if amount.scale >= _MILLION else 1)


def _form(group: Group, named: Restored | None = None) -> str:
    """The last part of the rule's name."""
    if named and (group.unit is None or named.end < group.end):
        return "ellipsis"
    if group.top is not None:
        return "range"
    if group.over is not None:
        return "ratio"
    if group.amount.vague is not None:
        return "collective"
    return group.unit.kind.value if group.unit else "bare"


def _bound(around: Around, end: int) -> Bound:
    if around.group.top is not None:
        return Bound.RANGE
    beside = around.beside or bounds.after(around.text, end)
    return beside.bound if beside else around.group.amount.vague or Bound.EXACT


def _is_negative(around: Around) -> bool:
    """« -5 °C », « moins cinq degrés »; the sign of « -5 % » tells a fall, not a value."""
    unit, start = around.group.unit, around.group.span.start
    if unit is None or not unit.signed:
        return False
    return around.text[start - 1 : start] in {"-", "–"} or around.word_before.lower() in words("minus")


def _signed(text: str, span: Span) -> Span:
    """The span with the sign that touches the number: « +7,3 % »."""
    before = text[max(0, span.start - 2) : span.start]
    is_sign = bool(before) and before[-1] in _SIGNS and (len(before) == 1 or before[0] in " (\n")
    return Span(span.start - 1, span.end) if is_sign else span


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
