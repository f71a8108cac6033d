"""What one article offers to the dates in it: day of publication, sentences, quotations, verbs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefing.extract.reading import Reading
from briefing.languages.fr.dates.forms.grammar import GRAMMAR
from briefing.languages.fr.dates.forms.language import reduce
from briefing.languages.fr.dates.periods import parse
from briefing.languages.fr.dates.tense import Clauses
from briefing.languages.fr.dates.words.tokens import Item, items, triggers, windows
from briefing.languages.fr.dates.words.years import judged
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span

_QUOTE = re.compile(r"[«»“”\"]")
_CONTEXT = 500  # characters on each side of a date in which its verb is looked for


class Scene:
    """An article made ready for the search."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lower = _lowered(reading.text)
        self.today = parse(reading.article.meta.published)
        self._hearts = triggers(self.lower)
        self._names = {mention.start for mention in reading.mentions}
        self._sentences = [sentence.span.start for sentence in reading.sentences]
        self._clauses = Span(0, 0), Clauses("", 0, 0)

    def blocks(self) -> Sequence[Block]:
        """Where dates are looked for; a byline dates the article, not what it tells."""
        whole = Block(Span(0, len(self.lower)), BlockKind.PARAGRAPH)
        return [b for b in self.reading.blocks or [whole] if b.kind is not BlockKind.BYLINE]

    def rows(self, block: Block) -> Iterator[list[Item]]:
        """The stretches of a block that may hold a date, with the dates in them put together."""
        first, last = (bisect_left(self._hearts, (at, at)) for at in (block.span.start, block.span.end))
        for window in windows(self.lower, block.span, self._hearts[first:last]):
            opening = window.start == block.span.start
            row = items(self.lower, self.reading.text, window, opening=opening, names=self._names)
            yield reduce(judged(row), GRAMMAR)

    def is_spoken(self, at: int) -> bool:
        """Whether the offset stands in a quotation."""
        number = bisect_right(self._quoted, at, key=_start) - 1
        return number >= 0 and at < self._quoted[number].end

    def clauses(self, item: Item, block: Block) -> Clauses:
        """The verb groups around a date, within its sentence."""
        if not self._clauses[0].contains(Span(item.start, item.end)):
            sentence = self._sentence(item, block.span)
            self._clauses = sentence, Clauses(self.lower, sentence.start, sentence.end)
        return self._clauses[1]

    def _sentence(self, item: Item, block: Span) -> Span:
        number = bisect_right(self._sentences, item.start) - 1
        found = self.reading.sentences[number].span if number >= 0 else block
        whole = found if found.contains(Span(item.start, item.end)) else block
        return Span(max(whole.start, item.start - _CONTEXT), min(whole.end, item.end + _CONTEXT))

    @cached_property
    def _quoted(self) -> list[Span]:
        return [span for block in self.blocks() for span in _quotations(self.lower, block.span)]


def _start(span: Span) -> int:
    return span.start


def _quotations(lower: str, block: Span) -> Iterator[Span]:
    """What stands between quotation marks, the outermost only; a mark that is not closed holds to the block's end."""
    depth, start = 0, 0
    for mark in _QUOTE.finditer(lower, block.start, block.end):
        opens = mark[0] in "«“" or (mark[0] == '"' and depth == 0)
        start = mark.end() if opens and depth == 0 else start
        depth = depth + 1 if opens else max(0, depth - 1)
        if depth == 0 and start:
            yield Span(start, mark.start())
            start = 0
    if depth:
        yield Span(start, block.end)


def _lowered(text: str) -> str:
    """The text in lower case, one to one."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
