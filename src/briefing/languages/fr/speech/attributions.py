"""Attributions: who says something in indirect speech, by which words, and what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.speech.clauses.report import Rejected, Report
from briefing.languages.fr.speech.discourse import Discourse
from briefing.languages.fr.speech.periods import Periods
from briefing.languages.fr.speech.syntax.grammar import Word
from briefing.languages.fr.speech.syntax.groups import Group
from briefing.languages.fr.speech.triggers import triggers
from briefing.model.annotation import Attribution
from briefing.model.span import Passage


def attributions(reading: Reading) -> Reading:
    """Fill `attributions`, in the order of the text; full direct quotations are not repeated here."""
    discourse = Discourse(reading, Periods.of(reading))
    worth = list(_worth_reading(reading.text, discourse.periods))
    rows = [row for i in worth for row in _rows(discourse, i)]
    decisions = [decision for i in worth for decision in _decisions(discourse.periods, i)]
    return replace(reading, attributions=tuple(rows)).noting(*decisions)


def _decisions(periods: Periods, i: int) -> Iterator[Decision]:
    words = periods.words(i)
    for finding in periods.findings(i):
        if isinstance(finding, Rejected):
            yield Decision(finding.rule, finding.cue.span(words), kept=False, why=finding.why)
        elif finding.indirect:
            yield Decision(finding.rule, finding.content.span(words), why=finding.cue.span(words).of(periods.text))


def _worth_reading(text: str, periods: Periods) -> Iterator[int]:
    """The periods in which a word stands that may report."""
    offsets = list(triggers(text))
    for i, span in enumerate(periods.spans):
        first = bisect_left(offsets, span.start)
        if first < len(offsets) and offsets[first] < span.end:
            yield i


def _rows(discourse: Discourse, i: int) -> Iterator[Attribution]:
    for report in discourse.periods.reports(i):
        if report.indirect and report.source is not None:
            yield _row(discourse, i, report, report.source)


def _row(discourse: Discourse, i: int, report: Report, source: Group) -> Attribution:
    text, words = discourse.text, discourse.periods.words(i)
    speaker = discourse.speaker(i, source)
    return Attribution(
        source=_written(text, words, source),
        cue=report.cue.span(words).of(text),
        content=Passage.at(text, report.content.span(words)),
        entity=speaker.entity if speaker else None,
        rule=report.rule,
    )


def _written(text: str, words: list[Word], source: Group) -> str:
    """The source as written; « il » for « -t-il »."""
    written = source.span(words).of(text)
    return written.rsplit("-", 1)[-1] if written.startswith("-") else written
