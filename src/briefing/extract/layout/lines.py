"""What each line of the body is: paragraph, heading, list item, table row, signed block quote, byline.

Shapes alone tell most of it, in any language; a pack adds how the lines begin that are about the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.tokens import any_of
from briefing.extract.reading import Annotator, Reading
from briefing.extract.words.lexicon import Entry, load
from briefing.model.article import Block, BlockKind
from briefing.model.span import Span
from briefing.yamlfile.packaged import packaged

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_LIST_ITEM = re.compile(r"(?:[-*•▪◦]|\d{1,2}[.)])\s+\S")
_NOTICE = re.compile(r"[\[(]([^\[\]()\n]+)[\])](?=\s+\S)")
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,40}|[A-ZÀ-Þ][\w' -]{2,40}(?=,| \())(?:, [\w ]{3,20})?(?: \([A-Z]{2,8}\))?\s[-–—]\s(?=\S)"
)
"""« LILLE, 3 mars (AFP) - »: before the first sentence, a place in capitals or one with its agency."""
_SIGNATURE = re.compile(r"–\s*(?=[^\W\d_])")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\s»”\"')\]]*$")
_INNER_END = re.compile(r"[.!?…][»”\"]?\s+[«“\"]?[A-ZÀ-Þ]")
_QUOTED = re.compile(r"«([^«»]*[^\W_])\s*»|“([^“”]*[^\W_])”|\"([^\"]*[^\W_])\"")
"""A line that is one quotation, and whose words do not end as sentences do: « Un crève-cœur »."""
_HEADING_LENGTH, _BYLINE_LENGTH = 110, 140
_CREDIT = "©"
_SIGNATURE_LENGTH = 90


class Byline(Entry, frozen=True, kw_only=True):
    """How a line about the article begins; `shape` name: the rest of the line must be made of names."""

    start: str
    shape: str | None = None


class Lines(Struct, frozen=True):
    """How a language's lines are told apart: its bylines, and the small words that stand within names."""

    bylines: tuple[Byline, ...]
    names: re.Pattern[str]
    """A line made of names, to its end."""

    def read(self, reading: Reading) -> Reading:
        """Fill `blocks`: one a line that is not blank; a notice in brackets or a dateline before it is its own."""
        found: list[Block] = []
        for line in _LINE.finditer(reading.text):
            span = Span(*line.span()).stripped(reading.text)
            if about := self._opening(span.of(reading.text), found):
                found.append(Block(Span(span.start, span.start + len(about)), BlockKind.BYLINE))
                span = Span(span.start + len(about), span.end).stripped(reading.text)
            kind = self._kind(span.of(reading.text), found)
            if kind is BlockKind.SIGNATURE and found and _signs(span.of(reading.text)):
                found[-1] = Block(found[-1].span, BlockKind.BLOCK_QUOTE)
            found.append(Block(span, kind))
        return replace(reading, blocks=tuple(found))

    def _opening(self, line: str, before: list[Block]) -> str:
        """What stands before the sentences of a line and is about the article."""
        notice = _NOTICE.match(line)
        if notice and self._is_byline(notice[1]):
            return notice[0]
        begun = any(block.kind is BlockKind.PARAGRAPH for block in before)
        dateline = None if begun else _DATELINE.match(line)
        return dateline[0].rstrip() if dateline else ""

    def _kind(self, line: str, before: list[Block]) -> BlockKind:
        if line.startswith("#"):
            return BlockKind.HEADING
        if line.count("|") >= 2:
            return BlockKind.TABLE_ROW
        if self._is_byline(line):
            return BlockKind.BYLINE
        after_paragraph = bool(before) and before[-1].kind is BlockKind.PARAGRAPH
        if after_paragraph and _is_signature(line):
            return BlockKind.SIGNATURE
        if _LIST_ITEM.match(line):
            return BlockKind.LIST_ITEM
        return BlockKind.HEADING if _is_heading(line, alone=not before) else BlockKind.PARAGRAPH

    def _is_byline(self, line: str) -> bool:
        if _CREDIT in line and len(line) < _BYLINE_LENGTH:
            return True
        folded = line.lower().lstrip("[(")
        for byline in self.bylines:
            if folded.startswith(byline.start) and len(line) < _BYLINE_LENGTH:
                rest = line.lstrip("[(")[len(byline.start) :]
                if byline.shape != "name" or self.names.match(rest.strip()):
                    return True
        return False


def paragraphs(reading: Reading) -> Iterator[tuple[int, Block]]:
    """The blocks that hold running text, with their numbers."""
    running = {BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM}
    return ((number, block) for number, block in enumerate(reading.blocks) if block.kind in running)


def blocks_by(package: str) -> Annotator:
    """The annotator that fills `blocks` by the `bylines.yaml` of a package: one a line that is not blank, in order."""

    @cache
    def lines() -> Lines:
        names = re.compile(
            rf"(?:[A-ZÀ-Þ][\w'.-]*|{any_of(packaged(package, 'bylines', list[str], below='joints'))}|,|/|\s)+$"
        )
        return Lines(load(package, "bylines", Byline), names)

    return lambda reading: lines().read(reading)


def _signs(line: str) -> bool:
    return _SIGNATURE.match(line.strip()) is not None


def _is_signature(line: str) -> bool:
    """« – Haut responsable du régime », or the name of the source alone: « KCNA »."""
    if len(line) > _SIGNATURE_LENGTH or _ENDS_SENTENCE.search(line):
        return False
    return _signs(line) or (line.isupper() and " " not in line)


def _is_heading(line: str, *, alone: bool) -> bool:
    """A short line that does not end like a sentence, or a question that stands alone between two blocks."""
    if len(line) > _HEADING_LENGTH:
        return False
    if line.startswith(("«", "“", '"', "–")):
        return not alone and _QUOTED.fullmatch(line) is not None
    if line.rstrip(' »”"').endswith("?"):
        return not alone and _INNER_END.search(line) is None
    return _ENDS_SENTENCE.search(line) is None
