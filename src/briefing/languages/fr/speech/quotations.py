"""Quotations: what stands between marks, signed block quotes, and dialogue after dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.layout.quotation_marks import Pairs, pairs
from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.speech.asides import dialogue_spans, without_asides
from briefing.model.annotation import Quotation
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span

_SKIPPED = frozenset({BlockKind.BYLINE, BlockKind.TABLE_ROW, BlockKind.SIGNATURE})
_RUNNING = 8
"""Blocks that one quotation may run over."""
_LONGEST = 20_000
_OPENS = re.compile(r"[«»“”\"]")
_SIGNED = re.compile(r"–\s*")


def quotations(reading: Reading) -> Reading:
    """Fill `quotations`, in the order of the text, speakers still unknown except for signed block quotes."""
    found = [*_signed(reading), *_marked(reading), *_spoken(reading)]
    rows = sorted(found, key=lambda row: (row.start, -row.end))
    decisions = (Decision(row.rule, row.span) for row in rows)
    return replace(reading, quotations=tuple(rows)).noting(*decisions)


def _row(reading: Reading, span: Span, rule: str) -> Quotation:
    return Quotation(exact=span.of(reading.article.text), start=span.start, end=span.end, rule=f"fr.speech.{rule}")


def _signed(reading: Reading) -> Iterator[Quotation]:
    """A block quote and the signature below it."""
    for block, below in zip(reading.blocks, reading.blocks[1:], strict=False):
        if block.kind is BlockKind.BLOCK_QUOTE and below.kind is BlockKind.SIGNATURE:
            signature = below.span.of(reading.article.text)
            dash = _SIGNED.match(below.span.of(reading.text))
            span = block.span.stripped(reading.article.text, '«»“”" \u00a0\u202f')
            row = _row(reading, span, "signature")
            yield replace(row, speaker=signature[dash.end() if dash else 0 :].strip(" ,"), cue="–" if dash else None)


def _marked(reading: Reading) -> Iterator[Quotation]:
    blocks = [block for block in reading.blocks if block.kind not in _SKIPPED]
    found = [pairs(reading.text, block.span) for block in blocks]
    for i, (block, inside) in enumerate(zip(blocks, found, strict=True)):
        if block.kind is BlockKind.BLOCK_QUOTE:
            continue
        spans = inside.inside
        if inside.unclosed is not None:
            spans = sorted([*spans, Span(inside.unclosed, _end(reading.text, blocks, found, i))])
        for span in spans:
            whole = Span(span.start, min(span.end, span.start + _LONGEST)).stripped(reading.text)
            for part, rule in without_asides(reading.text, whole):
                yield _row(reading, part, rule)


def _end(text: str, blocks: list[Block], found: list[Pairs], i: int) -> int:
    """Where a quotation ends that its block does not close: at a later block's mark, else with its block."""
    for j in range(i + 1, min(len(blocks), i + _RUNNING)):
        if blocks[j].kind is not BlockKind.PARAGRAPH or _OPENS.match(text, blocks[j].span.start):
            break
        stray = found[j].stray
        if stray is not None:
            return stray
        if found[j].inside:
            break
    return blocks[i].span.end


def _spoken(reading: Reading) -> Iterator[Quotation]:
    """Lines of a dialogue: « – Qui décidera ? », « – Le Parlement, répond le député »."""
    for span in dialogue_spans(reading):
        yield _row(reading, span, "dialogue")
