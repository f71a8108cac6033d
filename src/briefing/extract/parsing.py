"""The layer `parsed` of a reading: each sentence analysed once, quotations opaque, and what stands in them again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from briefing.extract.analysis.grammar import Grammar
from briefing.extract.parsed import Parsed
from briefing.extract.reading import Reading
from briefing.model.article import BlockKind
from briefing.model.span import Span, outermost

_LONGEST = 30_000
"""Characters that sentences joined by a quotation may have; more is no sentence anybody wrote."""


_APART = frozenset({BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.SIGNATURE})
"""Blocks that hold no running text and are analysed as they stand."""


def parsing(grammar: Callable[[], Grammar]) -> Callable[[Reading], Reading]:
    """The annotator that fills `parsed` by a grammar, which is made when first asked."""

    def parse(reading: Reading) -> Reading:
        return replace(reading, parsed=_parsed(reading, grammar()))

    return parse


def _parsed(reading: Reading, grammar: Grammar) -> Parsed:
    text = reading.text
    quoted = [quotation.span for quotation in reading.quotations]
    units = _joined(_units(reading), outermost(quoted))
    outer = tuple(grammar.parse(text, unit, _marked(text, unit, quoted, grammar.marks)) for unit in units)
    inner = (
        grammar.parse(text, part, _marked(text, part, quoted, grammar.marks, within=quotation), quotation)
        for quotation in quoted
        for part in _parts(reading, quotation)
    )
    return Parsed(outer, tuple(sorted(inner, key=lambda syntax: (syntax.span.start, -syntax.span.end))))


def _units(reading: Reading) -> list[Span]:
    apart = [block.span for block in reading.blocks if block.kind in _APART]
    return sorted([*(sentence.span for sentence in reading.sentences), *apart])


def _joined(units: Sequence[Span], quotations: Sequence[Span]) -> list[Span]:
    """The units, those that a quotation ties together made one."""
    joined: list[Span] = []
    starts = [quotation.start for quotation in quotations]
    for unit in units:
        i = bisect_left(starts, unit.start) - 1
        tied = i >= 0 and quotations[i].end > unit.start and bool(joined)
        if tied and unit.end - joined[-1].start < _LONGEST:
            joined[-1] = Span(joined[-1].start, unit.end)
        else:
            joined.append(unit)
    return joined


def _marked(text: str, bounds: Span, quoted: Sequence[Span], marks: str, within: Span | None = None) -> list[Span]:
    """The outermost quotations in a stretch with their marks, without the one that it lies in."""
    first = bisect_left(quoted, Span(bounds.start, 0))
    last = bisect_left(quoted, Span(bounds.end, 0))
    inside = [span for span in quoted[first:last] if span != within and span.end <= bounds.end + 1]
    marked: list[Span] = []
    for span in outermost(inside):
        whole = _with_marks(text, span, bounds, marks)
        if not marked or whole.start >= marked[-1].end:
            marked.append(whole)
    return marked


def _with_marks(text: str, quotation: Span, bounds: Span, marks: str) -> Span:
    """A quotation and the marks beside it, as far as the bounds go."""
    start, end = quotation.start, min(quotation.end, bounds.end)
    before, after = text[max(bounds.start, start - 3) : start], text[end : min(bounds.end, end + 3)]
    if before.rstrip()[-1:] in marks and before.strip():
        start -= len(before) - len(before.rstrip().rstrip(marks))
    if after.lstrip()[:1] in marks and after.strip():
        end += len(after) - len(after.lstrip().lstrip(marks))
    return Span(start, end)


def _parts(reading: Reading, quotation: Span) -> Iterator[Span]:
    """The sentences of a quotation, cut at its marks."""
    sentences = reading.sentences
    i = max(0, bisect_right(sentences, quotation.start, key=lambda s: s.span.start) - 1)
    while i < len(sentences) and sentences[i].span.start < quotation.end:
        start = max(quotation.start, sentences[i].span.start)
        part = Span(start, min(quotation.end, sentences[i].span.end)) if start < quotation.end else None
        if part is not None and part.start < part.end:
            yield part
        i += 1
