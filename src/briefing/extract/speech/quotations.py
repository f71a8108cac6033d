"""Quotations: what stands between marks, signed block quotes, answers, what else a language takes for words said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.layout.quotation_marks import Pairs, pairs
from briefing.extract.reading import Annotator, Decision, Reading
from briefing.extract.speech.interviews import InterviewWords, answers
from briefing.model.annotation import Quotation
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span, outermost

_SKIPPED = frozenset({BlockKind.BYLINE, BlockKind.TABLE_ROW, BlockKind.SIGNATURE})
_RUNNING = 8
"""Blocks that one quotation may run over."""
_LONGEST = 20_000
_OPENS = re.compile(r"[«»“”\"]")
_SIGNED = re.compile(r"–\s*")


ANSWER = "answer"
"""The rule of what answers a question of an interview."""
Part = tuple[Span, str]
"""Words that are said, and the rule that found them."""


class QuotationRules(Struct, frozen=True, kw_only=True):
    """What a language tells of quotations."""

    code: str
    parts: Callable[[str, Span], Iterable[Part]] = lambda _, span: ((span, "marks"),)
    """What is said in words between marks: « Nous irons, assure le maire. Rien n'est joué »."""
    open_ended: bool = True
    """Whether a mark that nothing closes opens a quotation to the end of its block."""
    unmarked: Callable[[Reading], Iterable[Part]] = lambda _: ()
    """What is said outside the marks that every language knows: lines of a dialogue."""
    interview: InterviewWords = InterviewWords()


def quoting(rules: QuotationRules) -> Annotator:
    """The annotator that fills `quotations`, speakers still unknown except for signed block quotes."""

    def quote(reading: Reading) -> Reading:
        signed = list(_signed(reading, rules.code))
        marked = list(_marked(reading, rules))
        taken = [row.span for row in signed] + [span for span, _ in marked]
        unmarked = [part for part in rules.unmarked(reading) if not any(part[0].overlap(span) for span in taken)]
        parts = _with_answers([*marked, *unmarked], list(answers(reading, rules.interview)))
        found = [*signed, *(_row(reading, *part, rules.code) for part in parts)]
        rows = sorted(found, key=lambda row: (row.start, -row.end))
        return replace(reading, quotations=tuple(rows)).noting(*(Decision(row.rule, row.span) for row in rows))

    return quote


def _with_answers(quoted: Sequence[Part], answered: Sequence[Span]) -> Iterator[Part]:
    """The quotations and the answers without marks; one whose words stand between marks is a quotation of that rule."""
    whole = outermost(span for span, _ in quoted)
    unmarked: list[Span] = []
    filled: set[Span] = set()
    for answer in answered:
        here = _touching(whole, answer)
        filled.update(span for span in here if 2 * span.overlap(answer) > len(answer))
        if filled.isdisjoint(here) and all(answer.contains(span) for span in here):
            unmarked.append(answer)
    yield from ((span, ANSWER if span in filled else rule) for span, rule in quoted)
    yield from ((span, ANSWER) for span in unmarked)


def _touching(spans: Sequence[Span], other: Span) -> Sequence[Span]:
    """Those of spans in order, none in another, that overlap `other`."""
    first = bisect_right(spans, other.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, other.end, key=lambda span: span.start)]


def _row(reading: Reading, span: Span, rule: str, code: str) -> Quotation:
    return Quotation(exact=span.of(reading.article.text), start=span.start, end=span.end, rule=f"{code}.speech.{rule}")


def _signed(reading: Reading, code: str) -> Iterator[Quotation]:
    """A block quote and the signature below it."""
    for block, below in zip(reading.blocks, reading.blocks[1:], strict=False):
        if block.kind is BlockKind.BLOCK_QUOTE and below.kind is BlockKind.SIGNATURE:
            signature = below.span.of(reading.article.text)
            dash = _SIGNED.match(below.span.of(reading.text))
            span = block.span.stripped(reading.article.text, '«»“”" \u00a0\u202f')
            row = _row(reading, span, "signature", code)
            yield replace(row, speaker=signature[dash.end() if dash else 0 :].strip(" ,"), cue="–" if dash else None)


def _marked(reading: Reading, rules: QuotationRules) -> Iterator[Part]:
    blocks = [block for block in reading.blocks if block.kind not in _SKIPPED]
    found = [pairs(reading.text, block.span) for block in blocks]
    for i, (block, inside) in enumerate(zip(blocks, found, strict=True)):
        if block.kind is BlockKind.BLOCK_QUOTE:
            continue
        spans = inside.inside
        end = _end(reading.text, blocks, found, i)
        if inside.unclosed is not None and (rules.open_ended or end is not None):
            spans = sorted([*spans, Span(inside.unclosed, end or block.span.end)])
        for span in spans:
            whole = Span(span.start, min(span.end, span.start + _LONGEST)).stripped(reading.text)
            yield from rules.parts(reading.text, whole)


def _end(text: str, blocks: list[Block], found: list[Pairs], i: int) -> int | None:
    """Where a quotation ends that its block does not close: at a later block's mark, or where the next opens again."""
    if i + 1 < len(blocks) and _OPENS.match(text, blocks[i + 1].span.start):
        return blocks[i].span.end
    for j in range(i + 1, min(len(blocks), i + _RUNNING)):
        if blocks[j].kind is not BlockKind.PARAGRAPH or _OPENS.match(text, blocks[j].span.start):
            break
        stray = found[j].stray
        if stray is not None:
            return stray
        if found[j].inside:
            break
    return None
