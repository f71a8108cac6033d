"""Which words stand between quotation marks, or in a signed block quote; who says them is found later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.reading import Decision, Reading
from briefing.model.annotation import Quotation
from briefing.model.article import Block, BlockKind
from briefing.model.span import Passage, Span

_DOUBLE = re.compile(r"“(?P<a>[^“”\n]+)”|\"(?P<b>[^\"\n]+)\"|«(?P<c>[^«»\n]+)»")
# A closing single mark is an apostrophe that no letter follows; « the 90s » and « don't » open and close nothing.
_SINGLE = re.compile(r"(?<![\w'])(?:‘|'(?=[A-Za-z]))(?P<d>(?:[^'‘\n]|'(?=\w)){2,600}?)'(?!\w)")
_UNCLOSED = re.compile(r"“(?P<e>[^“”\n]+)$")
_OPENING = ("“", '"')


def quotations(reading: Reading) -> Reading:
    """Fill `quotations`, in the order of the text, without speakers."""
    found = sorted(_spans(reading), key=lambda row: row[0])
    rows = tuple(_row(reading, span, rule) for span, rule in found)
    return replace(reading, quotations=rows).noting(*(Decision(row.rule, row.span) for row in rows))


def _row(reading: Reading, span: Span, rule: str) -> Quotation:
    place = Passage.at(reading.article.text, span)
    return Quotation(exact=place.exact, start=place.start, end=place.end, rule=f"en.speech.{rule}")


def _spans(reading: Reading) -> Iterator[tuple[Span, str]]:
    following: list[Block | None] = [*reading.blocks[1:], None]
    for block, after in zip(reading.blocks, following, strict=bool(reading.blocks)):
        if block.kind is BlockKind.BLOCK_QUOTE:
            yield block.span, "block_quote"
            continue
        double = list(_marked(reading.text, _DOUBLE, block.span))
        yield from ((span, "quoted") for span in double)
        yield from ((s, "quoted") for s in _marked(reading.text, _SINGLE, block.span) if not _inside(s, double))
        goes_on = after is not None and reading.text.startswith(_OPENING, after.span.start)
        if goes_on:
            yield from ((span, "goes_on") for span in _marked(reading.text, _UNCLOSED, block.span))


def _marked(text: str, marks: re.Pattern[str], within: Span) -> Iterator[Span]:
    for match in marks.finditer(text, within.start, within.end):
        span = Span(*match.span(match.lastgroup or 0)).stripped(text)
        if any(c.isalnum() for c in span.of(text)):
            yield span


def _inside(span: Span, others: list[Span]) -> bool:
    return any(other.overlap(span) for other in others)
