"""Periods: sentences, joined where a quotation runs over their border, and headings; read into words when asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from briefing.extract.reading import Reading
from briefing.languages.fr.speech.clauses.report import Finding, Report
from briefing.languages.fr.speech.findings import findings
from briefing.languages.fr.speech.syntax.grammar import Word
from briefing.languages.fr.speech.syntax.words import words
from briefing.model.article import BlockKind
from briefing.model.span import Span

_MARKS = '«»“”„"‹›<>'
_LONGEST = 30_000
"""Characters that joined sentences may have."""
_MOST_QUOTED = 100
"""Quotations that are told apart in one period."""


class Periods:
    """The periods of a reading, in order."""

    def __init__(self, text: str, units: Sequence[Span], quoted: Sequence[Span]) -> None:
        self.text = text
        self._quoted = outermost(quoted)
        self.spans = _join(units, self._quoted)
        self._words: dict[int, list[Word]] = {}
        self._findings: dict[int, list[Finding]] = {}

    @staticmethod
    def of(reading: Reading) -> Periods:
        """The periods of a reading; those of the last one are kept, as several annotators ask for them."""
        return _periods(reading.text, _units(reading), tuple(quotation.span for quotation in reading.quotations))

    def index_at(self, offset: int) -> int | None:
        """The period that holds an offset."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.spans[i].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    def words(self, i: int) -> list[Word]:
        """The words of period `i`, its quotations opaque."""
        if i not in self._words:
            span = self.spans[i]
            self._words[i] = words(self.text, span, list(self._marked(span)))
        return self._words[i]

    def word_at(self, i: int, offset: int) -> int | None:
        """The index in period `i` of the word that holds an offset."""
        inside = self.words(i)
        k = bisect_right(inside, offset, key=lambda word: word.start) - 1
        return k if k >= 0 and offset < inside[k].end else None

    def findings(self, i: int) -> list[Finding]:
        """The reports of period `i`, and what only looks like one."""
        if i not in self._findings:
            self._findings[i] = findings(self.words(i))
        return self._findings[i]

    def reports(self, i: int) -> list[Report]:
        """The reports of period `i`."""
        return [finding for finding in self.findings(i) if isinstance(finding, Report)]

    def _marked(self, span: Span) -> Iterator[Span]:
        """The quotations that lie in a period, with their marks."""
        i = bisect_left(self._quoted, Span(span.start, span.start))
        last = min(len(self._quoted), i + _MOST_QUOTED)
        while i < last and self._quoted[i].start < span.end:
            yield with_marks(self.text, self._quoted[i], span)
            i += 1


def with_marks(text: str, quotation: Span, bounds: Span) -> Span:
    """The quotation and the marks around it, as far as the bounds go."""
    start, end = quotation.start, min(quotation.end, bounds.end)
    before, after = text[max(bounds.start, start - 3) : start], text[end : min(bounds.end, end + 3)]
    if before.rstrip()[-1:] in _MARKS and before.strip():
        start -= len(before) - len(before.rstrip().rstrip(_MARKS))
    if after.lstrip()[:1] in _MARKS and after.strip():
        end += len(after) - len(after.lstrip().lstrip(_MARKS))
    return Span(start, end)


def outermost(quotations: Sequence[Span]) -> list[Span]:
    """The quotations that lie in no other."""
    found: list[Span] = []
    for span in sorted(quotations, key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


@lru_cache(maxsize=1)
def _periods(text: str, units: tuple[Span, ...], quoted: tuple[Span, ...]) -> Periods:
    return Periods(text, units, quoted)


def _units(reading: Reading) -> tuple[Span, ...]:
    headings = [block.span for block in reading.blocks if block.kind is BlockKind.HEADING]
    return tuple(sorted([*(sentence.span for sentence in reading.sentences), *headings]))


def _join(units: Sequence[Span], quotations: Sequence[Span]) -> list[Span]:
    """The units, those that a quotation ties together made one."""
    joined: list[Span] = []
    starts = [quotation.start for quotation in quotations]
    for unit in units:
        i = bisect_left(starts, unit.start) - 1
        tied = i >= 0 and quotations[i].end > unit.start and bool(joined)
        if tied and len(joined[-1]) < _LONGEST:
            joined[-1] = Span(joined[-1].start, unit.end)
        else:
            joined.append(unit)
    return joined
