"""Quotations of an English article: also what stands between single marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.reading import Reading
from briefing.extract.speech.quotations import Part, QuotationRules, quoting
from briefing.languages.en.grammar.voices import turn_words
from briefing.model.article import BlockKind
from briefing.model.span import Span

# A closing single mark is an apostrophe that no letter follows; « the 90s » and « don't » open and close nothing.
_SINGLE = re.compile(r"(?<![\w'])(?:‘|'(?=[A-Za-z]))((?:[^'‘\n]|'(?=\w)){2,600}?)'(?!\w)")


def _single(reading: Reading) -> Iterator[Part]:
    for block in reading.blocks:
        if block.kind is not BlockKind.BLOCK_QUOTE:
            for found in _SINGLE.finditer(reading.text, block.span.start, block.span.end):
                yield Span(*found.span(1)).stripped(reading.text), "single"


quotations = quoting(QuotationRules(code="en", open_ended=False, unmarked=_single, interview=turn_words()))
