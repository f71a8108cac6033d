"""Where sentences end in French running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from briefing.extract.lexicon import load
from briefing.extract.reading import Reading
from briefing.languages.fr.layout.blocks import paragraphs
from briefing.model.article import Sentence
from briefing.model.span import Span

_OPENING = '«“"‹([–-'
_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?:\s?[»”\"›)\]])*(?=\s+(?:[{re.escape(_OPENING)}]\s*)*[A-ZÀ-ÞŒ0-9])"
    r"|(?<=[a-zà-ÿœ]{3})[.!?](?=[A-ZÀ-Þ][a-zà-ÿ])"  # « fin.Le président »: the space is missing
)
_LAST_WORD = re.compile(r"[\w°]+$")
_JUNK = " .,;:!?)]»”"
_BULLET = re.compile(r"(?:[-*•▪◦–]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """An entry of `abbreviations.yaml`."""

    word: str
    example: str


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(entry.word for entry in load(__package__, "abbreviations", Abbreviation))


def sentences(reading: Reading) -> Reading:
    """Fill `sentences`, from running text only; a sentence ends also inside a quotation."""
    found = [
        Sentence(span, number) for number, block in paragraphs(reading) for span in split(reading.text, block.span)
    ]
    return replace(reading, sentences=tuple(found))


def split(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block: closing quotation marks belong to the sentence that they close."""
    start = block.start
    for end in _END.finditer(text, block.start, block.end):
        if end["stop"] == "." and _is_abbreviation(text, end.start(), start):
            continue
        yield from _sentence(text, Span(start, end.end()))
        start = end.end()
    yield from _sentence(text, Span(start, block.end))


def _is_abbreviation(text: str, stop: int, start: int) -> bool:
    """« M. », « J.-P. », « art. 4 »: the stop belongs to the word."""
    word = _LAST_WORD.search(text, max(start, stop - 12), stop)
    if word is None:
        return False
    single_initial = len(word[0]) == 1 and word[0].isupper() and word[0] != "À"
    return single_initial or word[0].lower() in _abbreviations()


def _sentence(text: str, span: Span) -> Iterator[Span]:
    """The span without white space, stray marks in front and bullet, if anything is left."""
    span = span.stripped(text)
    bullet = _BULLET.match(text, span.start, span.end)
    if bullet and text[span.start] != "–":
        span = Span(bullet.end(), span.end)
    head = span.of(text)
    span = Span(span.start + len(head) - len(head.lstrip(_JUNK)), span.end)
    if any(c.isalnum() for c in span.of(text)):
        yield span
