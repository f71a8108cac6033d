"""The blocks and sentences of an article, as its language pack reads them."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from briefing.corpus.text import fold
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.article import Article, Block, BlockKind
from briefing.model.dossier import Noted
from briefing.model.span import Span
from briefing.pages.typography import clipped, spaces

_CONTEXT = 300


class Layout(Struct, frozen=True):
    """An article's text with the spaces of its language (the same offsets), its blocks and its sentences."""

    text: str
    folded: str
    """The same with one apostrophe and one space, as rules read it."""
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]

    def around(self, span: Span) -> tuple[str, str]:
        """The words of the sentence before and after `span`; empty where it is a whole sentence or spans several."""
        place = bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1
        sentence = self.sentences[place] if place >= 0 else span
        if not sentence.contains(span):
            return "", ""
        before, after = self.text[sentence.start : span.start], self.text[span.end : sentence.end]
        if len(before) > _CONTEXT:
            before = "…" + before[-_CONTEXT:].partition(" ")[2]
        return before, clipped(after, _CONTEXT)


def layout(article: Article, noted: Noted) -> Layout:
    """An article as its rules noted it, else as its pack reads it; without a pack, each line is a paragraph."""
    blocks, sentences = (noted.blocks, noted.sentences) if noted.blocks else _read(article)
    text = spaces(article.text, article.meta.language)
    return Layout(text, fold(article.text), blocks or tuple(_lines(article.text)), sentences)


def _read(article: Article) -> tuple[tuple[Block, ...], tuple[Span, ...]]:
    """What the pack's first annotators find, until blocks and sentences are known."""
    reading = Reading.of(article)
    pack = find_pack(article.meta.language)
    for annotator in pack.annotators() if pack else ():
        if reading.sentences:
            break
        reading = annotator(reading)
    return reading.blocks, tuple(sentence.span for sentence in reading.sentences)


def _lines(text: str) -> list[Block]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block(Span(start, start + len(line)).stripped(text), BlockKind.PARAGRAPH))
        start += len(line) + 1
    return found
