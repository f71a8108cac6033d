"""Speakers: who said the quoted words, from the reports of their sentence, the sentences around, or nobody."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.speech.clauses.cues import cue_verbs
from briefing.languages.fr.speech.clauses.report import Report
from briefing.languages.fr.speech.clauses.subjects import subject
from briefing.languages.fr.speech.discourse import Discourse
from briefing.languages.fr.speech.findings import reports
from briefing.languages.fr.speech.naming import Speaker
from briefing.languages.fr.speech.periods import Periods, with_marks
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, form_at, is_of, tag_at
from briefing.languages.fr.speech.syntax.voices import is_pronoun
from briefing.languages.fr.speech.syntax.words import words
from briefing.model.annotation import Quotation
from briefing.model.span import Span

_NEAR = 400
"""Characters around a nested quotation in which its cue must stand."""


def speakers(reading: Reading) -> Reading:
    """Fill `speaker`, `entity` and `cue` of each quotation; scare quotes, titles and nicknames have none."""
    discourse = Discourse(reading, Periods.of(reading))
    rows: list[Quotation] = []
    around: list[Span] = []
    for row in reading.quotations:
        while around and around[-1].end <= row.start:
            around.pop()
        if row.speaker is not None:
            rows.append(_canonical(row, discourse))
        else:
            rows.append(_nested(row, around[-1], reading, discourse) if around else _spoken(row, discourse))
        around.append(row.span)
    return replace(reading, quotations=tuple(rows)).noting(*_decisions(rows))


def _decisions(rows: list[Quotation]) -> list[Decision]:
    return [
        Decision("fr.speech.speaker", row.span, kept=row.speaker is not None, why=row.speaker or "nobody says it")
        for row in rows
    ]


def _canonical(row: Quotation, discourse: Discourse) -> Quotation:
    """A signature that is a name becomes the name in full."""
    name = row.speaker or ""
    return replace(row, speaker=discourse.names.name_of(None, name) if name.istitle() else name)


def _with(row: Quotation, speaker: Speaker | None, cue: str | None) -> Quotation:
    return replace(row, speaker=speaker and speaker.name, entity=speaker and speaker.entity, cue=cue)


def _spoken(row: Quotation, discourse: Discourse) -> Quotation:
    i = discourse.periods.index_at(row.start)
    if i is None:
        return row
    inside = discourse.periods.words(i)
    k = discourse.periods.word_at(i, row.start)
    if k is None or inside[k].tag is not Tag.QUOTE:
        return row
    report = _nearest(discourse.periods.reports(i), k)
    if report and report.source and report.rule == "fr.speech.headed":
        return _with(row, discourse.headed(i, report.source), None)
    if report and report.source:
        return _with(row, discourse.speaker(i, report.source), _cue(discourse.text, inside, report))
    if report:
        return _with(row, _going_on(discourse, i, report.cue.first), _cue(discourse.text, inside, report))
    if row.rule == "fr.speech.dialogue":
        return row
    if _floats(inside, k):
        return _with(row, _around(discourse, i, k), None)
    behind = k + 2 if form_at(inside, k + 1) in {":", ","} else k + 1
    return _with(row, _taken_up(discourse, i, behind), None)


def _nearest(found: list[Report], k: int) -> Report | None:
    """The report with the shortest content that holds word `k`."""
    holding = [report for report in found if report.content.first <= k < report.content.last]
    return min(
        holding, key=lambda report: (report.content.last - report.content.first, -report.cue.first), default=None
    )


def _cue(text: str, inside: Words, report: Report) -> str:
    """The cue as written, without que."""
    last = report.cue.last
    while last > report.cue.first + 1 and inside[last - 1].tag is Tag.THAT:
        last -= 1
    return Group(report.cue.first, last).span(inside).of(text)


def _floats(inside: Words, k: int) -> bool:
    """Whether a quotation makes a sentence of its own."""
    first = k
    while first > 0 and inside[first - 1].tag in (Tag.QUOTE, Tag.COMMA):
        first -= 1
    last = k + 1
    while last < len(inside) and inside[last].tag in (Tag.QUOTE, Tag.COMMA):
        last += 1
    opens = tag_at(inside, first - 1) in (None, Tag.STOP)
    return opens and tag_at(inside, last) in (None, Tag.STOP)


def _going_on(discourse: Discourse, i: int, limit: int) -> Speaker | None:
    return discourse.last_voice(i, limit) or (discourse.last_voice(i - 1) if i else None)


def _around(discourse: Discourse, i: int, k: int) -> Speaker | None:
    """The speaker of a sentence that is all quotation: who is taken up behind, who spoke before, who speaks next."""
    taken_up = _taken_up(discourse, i + 1)
    if taken_up:
        return taken_up
    before = discourse.last_voice(i, k) if k else None
    before = before or discourse.voice_before(i)
    return before or (discourse.last_voice(i + 1) if i + 1 < len(discourse.periods.spans) else None)


def _taken_up(discourse: Discourse, i: int, k: int = 0) -> Speaker | None:
    """« Cette formule, le chancelier l'a répétée », « Ces mots sont ceux de … », « C'est ainsi que … a parlé »."""
    if i >= len(discourse.periods.spans):
        return None
    inside = discourse.periods.words(i)
    demonstrative = form_at(inside, k) in grammar("this") and form_at(inside, k + 1) in grammar("anaphor")
    if not demonstrative and form_at(inside, k) not in grammar("cleft"):
        return None
    for verb in cue_verbs(inside):
        group = subject(inside, verb)
        if group and not is_pronoun(inside, group) and group.first > k + 1:
            return discourse.speaker(i, group)
    owner = after(inside, k + 3) if demonstrative and is_of(inside, k + 2) else None
    return discourse.speaker(i, owner) if owner else None


def _nested(row: Quotation, outer: Span, reading: Reading, discourse: Discourse) -> Quotation:
    """A quotation inside another: the outer speaker reports it, by name or not at all."""
    outer = Span(max(outer.start, row.start - _NEAR), min(outer.end, row.end + _NEAR))
    inside = words(reading.text, outer, [with_marks(reading.text, row.span, outer)])
    k = next((n for n, word in enumerate(inside) if word.tag is Tag.QUOTE), None)
    report = _nearest(reports(inside), k) if k is not None else None
    if report is None or report.source is None or is_pronoun(inside, report.source):
        return replace(row, cue=_cue(reading.article.text, inside, report) if report else None)
    return _with(row, discourse.naming.speaker(inside, report.source), _cue(reading.article.text, inside, report))
