"""Where sentences end in running text; a pack adds the words whose full stop does not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.layout.lines import paragraphs
from briefing.extract.reading import Annotator, Reading
from briefing.extract.words.lexicon import Entry, load
from briefing.model.article import Sentence
from briefing.model.span import Span
from briefing.yamlfile.packaged import packaged

_OPENING = '«“"‹‘([–-'
_END = re.compile(
    # A run of stops is tried once, and only so many marks around it: the time grows with the text, whatever it holds.
    rf"(?<![.!?…])(?P<stop>[.!?…]++)(?:\s?[»”\"›)\]']){{0,6}}(?=\s{{1,9}}(?:[{re.escape(_OPENING)}]\s{{0,9}}){{0,6}}[A-ZÀ-ÞŒ0-9])"
    r"|(?<=[a-zà-ÿœ]{3})[.!?](?=[A-ZÀ-Þ][a-zà-ÿ])"  # « fin.Le président »: the space is missing
)
_LAST_WORD = re.compile(r"[\w°]+$")
_FIRST_WORD = re.compile(r"\s+(\w+)")
_JUNK = " .,;:!?)]»”"
_BULLET = re.compile(r"(?:[-*•▪◦–]|\d{1,2}[.)])\s+")


class Abbreviation(Entry, frozen=True, kw_only=True):
    """A word, in lower case, whose full stop does not end a sentence."""

    word: str
    numbered: bool = False
    """Whether only before a number: « 12 sept. 2024 », but « ils étaient sept. Le car … »."""


class Stops(Struct, frozen=True):
    """A language's abbreviations, and its words of one capital letter, which are no initials."""

    abbreviations: frozenset[str]
    letters: frozenset[str]
    openers: frozenset[str]
    """Words that open a sentence and no name."""
    numbered: frozenset[str]
    """Abbreviations only before a number."""

    def read(self, reading: Reading) -> Reading:
        """Fill `sentences`, from running text only; a sentence ends also inside a quotation."""
        found = [
            Sentence(span, number)
            for number, block in paragraphs(reading)
            for span in self._split(reading.text, block.span)
        ]
        return replace(reading, sentences=tuple(found))

    def _split(self, text: str, block: Span) -> Iterator[Span]:
        """The sentences of a block: closing quotation marks belong to the sentence that they close."""
        start = block.start
        for end in _END.finditer(text, block.start, block.end):
            if end["stop"] == "." and self._is_abbreviation(text, end.start(), start):
                continue
            yield from _sentence(text, Span(start, end.end()))
            start = end.end()
        yield from _sentence(text, Span(start, block.end))

    def _is_abbreviation(self, text: str, stop: int, start: int) -> bool:
        """« M. », « J.-P. », « art. 4 »: the stop belongs to the word."""
        word = _LAST_WORD.search(text, max(start, stop - 12), stop)
        if word is None:
            return False
        numbered = word[0].lower() in self.numbered and text[stop + 1 : stop + 3].strip()[:1].isdecimal()
        initial = len(word[0]) == 1 and word[0].isupper() and word[0] not in self.letters
        following = _FIRST_WORD.match(text, stop + 1)
        initial = initial and (following is None or following[1] not in self.openers)
        return numbered or initial or word[0].lower() in self.abbreviations


def sentences_by(package: str) -> Annotator:
    """The annotator that fills `sentences`, from running text only, by the `abbreviations.yaml` of a package."""

    @cache
    def stops() -> Stops:
        entries = load(package, "abbreviations", Abbreviation)
        always, numbered = (frozenset(e.word for e in entries if e.numbered is only) for only in (False, True))
        letters, openers = (
            packaged(package, "abbreviations", frozenset[str], below=key) for key in ("letters", "openers")
        )
        return Stops(always, letters, openers, numbered)

    return lambda reading: stops().read(reading)


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
