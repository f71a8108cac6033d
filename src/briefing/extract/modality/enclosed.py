"""Statements whose quotation marks all close: those that share a quotation are tied, or its marks stay out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag
from briefing.extract.layout.quotation_marks import pairs
from briefing.extract.reading import Reading, Statement
from briefing.extract.rows import Rows
from briefing.model.annotation import DateMention, Mention, Quantity
from briefing.model.article import Block
from briefing.model.claim import Because, Modality
from briefing.model.span import Span

_TOGETHER = 2
"""Sentences that a quotation may tie into one statement; more would state too much at once."""
_TOLD = 2
"""Names, dates and numbers that the words outside a quotation may have where they only tell who says it."""
_BETWEEN = ' \u00a0\u202f\n,:«»“”"„' + "'"
"""What may stand between a quotation and the words around it."""
_start, _end, _span = attrgetter("span.start"), attrgetter("span.end"), attrgetter("span")


def enclosed(reading: Reading, statements: Sequence[Statement], code: str) -> tuple[Statement, ...]:
    """The statements of a reading in order, none with one mark of a quotation but not the other."""
    enclosing = _Enclosing(reading, code, sorted(statements, key=_span))
    for block in reading.blocks:
        quotations = _quotations(reading.text, block)
        for quotation in quotations:
            enclosing.close(quotation)
        for quotation in quotations:  # closing one may have left a mark of another alone
            enclosing.clip(quotation)
    return tuple(enclosing.statements)


def _quotations(text: str, block: Block) -> list[Span]:
    """What the marks of a block enclose, outermost first; one that it leaves open ends with it."""
    found = pairs(text, block.span)
    left_open = [] if found.unclosed is None else [Span(found.unclosed, block.span.end)]
    opened_before = [] if found.stray is None else [Span(block.span.start, found.stray).stripped(text)]
    return sorted([*found.inside, *left_open, *opened_before], key=lambda span: (span.start, -span.end))


class _Enclosing(Struct, dict=True):
    """The statements of a reading, while its quotations are closed one after another."""

    reading: Reading
    code: str
    statements: list[Statement]

    @cached_property
    def _rows(self) -> Rows[Mention | DateMention | Quantity]:
        return Rows((*self.reading.mentions, *self.reading.dates, *self.reading.quantities), _span)

    def close(self, quotation: Span) -> None:
        """Tie the statements in which a mark of the quotation would be alone, or take them apart at it."""
        cut = self._cut(quotation)
        if not cut:
            return
        parted = self.statements[cut[0] : cut[-1] + 1]
        tied = self._tied(parted, quotation)
        self.statements[cut[0] : cut[-1] + 1] = tied or [part for s in parted for part in self._parts(s, quotation)]

    def clip(self, quotation: Span) -> None:
        """Leave of the statements in which a mark of the quotation is alone what lies inside of it."""
        for n in self._cut(quotation):
            self.statements[n] = self._inside(self.statements[n], quotation)

    def _cut(self, quotation: Span) -> list[int]:
        """The statements that hold one mark of the quotation but not the other, by their places in the list."""
        first = bisect_right(self.statements, quotation.start, key=_end)
        last = bisect_left(self.statements, quotation.end, key=_start)
        return [n for n in range(first, last) if not _holds(self.statements[n].span, quotation)]

    def _tied(self, parted: Sequence[Statement], quotation: Span) -> list[Statement]:
        """One statement of two or, where the quotation goes on with the words before it, of all."""
        whole = Span(parted[0].span.start, parted[-1].span.end)
        telling = [s for s in parted if s.is_claim and self._outside(s.span, quotation)]
        goes_on = self.reading.text[quotation.start].islower()
        if not telling or not _holds(whole, quotation) or not (goes_on or len(parted) <= _TOGETHER):
            return []
        return [replace(telling[0], span=whole)]

    def _parts(self, statement: Statement, quotation: Span) -> list[Statement]:
        """What of a statement lies in a quotation, and the words around it where they state something too."""
        if _holds(statement.span, quotation):
            return [statement]
        said = self._inside(statement, quotation)
        around = self._outside(statement.span, quotation)
        verbs = self._finite_verbs(around) if around else 0
        if verbs and statement.modality is Modality.ASSERTED:
            mark = self.reading.text[: quotation.start].rstrip()[-1:]
            said = replace(said, modality=Modality.ALLEGED, because=Because(f"{self.code}.modality.quoted", mark))
        tells = verbs > 1 or (verbs and around and len(self._rows.touching(around)) > _TOLD)
        return sorted((said, replace(statement, span=around)), key=_start) if around and tells else [said]

    def _inside(self, statement: Statement, quotation: Span) -> Statement:
        start, end = max(statement.span.start, quotation.start), min(statement.span.end, quotation.end)
        return replace(statement, span=Span(start, end).stripped(self.reading.text))

    def _outside(self, span: Span, quotation: Span) -> Span | None:
        """The words of a span before a quotation, or else behind it."""
        sides = (Span(span.start, quotation.start), Span(quotation.end, span.end))
        words = [side.stripped(self.reading.text, _BETWEEN) for side in sides if side.start < side.end]
        return next((side for side in words if any(c.isalnum() for c in side.of(self.reading.text))), None)

    def _finite_verbs(self, span: Span) -> int:
        number = self.reading.parsed.outer_number(span.start)
        words = () if number is None else self.reading.parsed.outer[number].words
        return sum(word.tag is Tag.FINITE and span.contains(word.span) for word in words)


def _holds(span: Span, quotation: Span) -> bool:
    """Whether a span holds both marks of a quotation, or neither."""
    return (span.start < quotation.start) == (span.end > quotation.end)
