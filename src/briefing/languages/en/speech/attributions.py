"""Indirect speech in an English article: source, cue and content of each report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefing.extract.reading import Decision, Reading
from briefing.languages.en.grammar import Word, kind, words
from briefing.languages.en.scene import Scene
from briefing.languages.en.speech.contents import TRAIL, clause_before, content_after, ends_clause
from briefing.languages.en.speech.subjects import subject_after, subject_before
from briefing.languages.en.speech.vocabulary import phrases, verbs
from briefing.model.annotation import Attribution
from briefing.model.span import Passage, Span

_WORDS = 400
"""How many words of a sentence are looked at; longer ones are lists, and no newspaper prints them."""


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting verb or connector with what it joins; `source` and `content` are None where the text gives none."""

    cue: Span
    source: Span | None
    content: Span | None
    rule: str


def attributions(reading: Reading) -> Reading:
    """Fill `attributions`, in the order of the text."""
    found: list[Attribution] = []
    noted: list[Decision] = []
    scene = Scene(reading)
    for report in (r for s in reading.sentences for r in reports(scene, s.span)):
        if report.content is None or _only_quoted(scene, report.content):
            noted.append(
                Decision(report.rule, report.cue, kept=False, why="nothing is reported in the article's words")
            )
            continue
        text = reading.article.text
        source = report.source.of(text) if report.source else None
        content = Passage.at(text, report.content)
        found.append(
            Attribution(
                source=source,
                cue=report.cue.of(text),
                content=content,
                entity=entity_in(scene, report.source),
                rule=report.rule,
                source_at=report.source,
                cue_at=report.cue,
            )
        )
        noted.append(Decision(report.rule, report.cue))
    return replace(reading, attributions=tuple(found)).noting(*noted)


def entity_in(scene: Scene, source: Span | None) -> str | None:
    """The entity that a source names: the last one of « Mayor Anna Hale », none for « a man from Leeds »."""
    if source is None:
        return None
    inside = [m for m in scene.mentions.touching(source) if source.contains(m.span)]
    last = inside[-1] if inside else None
    if (
        last is None
        or last.end < source.end - 1
        or re.search(r"\b(?:in|from|of|near|at|for|to)\b", scene.text[source.start : last.start])
    ):
        return None
    return last.stands_for or last.entity


def reports(scene: Scene, sentence: Span) -> Iterator[Report]:
    """The reports of a sentence, quotations apart: connectors first, then verbs."""
    line = words(scene.text, sentence)[:_WORDS]
    quoted = [q.span for q in scene.quotations.touching(sentence)]
    outside = [not any(q.start <= word.start < q.end for q in quoted) for word in line]
    yield from _connected(scene.text, line, sentence, outside)
    source: Span | None = None
    for place, word in enumerate(line):
        verb = verbs().get(word.lower)
        if verb is None or not outside[place] or _stands_still(line, place):
            continue
        report = _verbal(scene, line, place, sentence, earlier=source)
        if report:
            source = report.source or source
            yield report


def _verbal(scene: Scene, line: Sequence[Word], place: int, sentence: Span, *, earlier: Span | None) -> Report | None:
    """A report by a verb: « X said p », « p, X said », « p, said X », « …, adding p »."""
    text, cue = scene.text, line[place]
    verb = verbs()[cue.lower]
    inverted = place > 0 and line[place - 1].lower in (",", "”", '"', "'", "»") and not cue.lower.endswith("ing")
    before = earlier if cue.lower.endswith("ing") else subject_before(line, place, text)
    content, that = content_after(scene, line, place, verb, sentence)
    if content and before:
        end = that.end if that else cue.end
        return Report(Span(cue.start, end), before, content, "en.speech.clause")
    if "words" in verb.takes and (before or inverted):
        return Report(Span(cue.start, cue.end), before or subject_after(line, place), None, "en.speech.words")
    if cue.lower.endswith("ing") or not {"clause", "that", "listener"} & set(verb.takes):
        return None
    source = before or (subject_after(line, place) if inverted else None)
    if source is None or (before and not ends_clause(scene, line, place + 1, verb)):
        return None
    content = clause_before(line, before.start if before else cue.start, sentence, text)
    return Report(Span(cue.start, cue.end), source, content, "en.speech.after" if before else "en.speech.inverted")


def _stands_still(line: Sequence[Word], place: int) -> bool:
    """« is said to », « to say », « declined to say », « did not say », « the accused », « a reported fault »."""
    before = [word.lower for word in line[max(0, place - 3) : place]]
    last = before[-1] if before else ""
    negated = any(word in kind("negations") or word.endswith("n't") for word in before)
    denied = line[place].lower in verbs() and "denial" in verbs()[line[place].lower].takes
    over = before[:-1] if last in kind("adverbs") or last.endswith("ly") else before
    passive = any(word in kind("passives") for word in over[-1:]) and not line[place].lower.endswith("ing")
    noun = last in kind("articles") or last in ("to", "of")
    return (negated and not denied) or passive or noun


def _connected(text: str, line: Sequence[Word], sentence: Span, outside: Sequence[bool]) -> Iterator[Report]:
    """« According to X, p » and « p, according to X »."""
    for match in _connectors().finditer(text, sentence.start, sentence.end):
        place = next((i for i, word in enumerate(line) if word.start >= match.start()), len(line))
        first = next((i for i, word in enumerate(line) if word.start >= match.end()), len(line))
        if place >= len(line) or first >= len(line) or not outside[place]:
            continue
        source = subject_after(line, first - 1)
        if source is None:
            continue
        leads = place == 0 or line[place - 1].lower in (";", "but", "and", "–")
        content = (
            _after_comma(line, source.end, sentence, text)
            if leads
            else clause_before(line, match.start(), sentence, text)
        )
        yield Report(Span(*match.span()), source, content, "en.speech.connector")


def _after_comma(line: Sequence[Word], end: int, sentence: Span, text: str) -> Span | None:
    """What follows the source and its apposition: « According to Ann Hale, the mayor, the road … »."""
    commas = [i for i, word in enumerate(line) if word.lower == "," and word.start >= end]
    if not commas:
        return None
    first = commas[0]
    second = next((i for i in commas[1:] if i - first <= 7), None)
    apposed = second is not None and not any(
        w.lower in kind("auxiliaries") or w.lower.endswith("ed") for w in line[first + 1 : second]
    )
    begin = second if apposed and second is not None else first
    if begin + 1 >= len(line):
        return None
    clause = text[line[begin + 1].start : sentence.end].rstrip(TRAIL)
    return Span(line[begin + 1].start, line[begin + 1].start + len(clause)) if clause else None


@cache
def _connectors() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases().connectors)})\b", re.IGNORECASE)


def _only_quoted(scene: Scene, content: Span) -> bool:
    """Whether the content is a quotation and no more; that is direct speech."""
    inside = [q.span for q in scene.quotations.touching(content)]
    rest = len(content) - sum(q.overlap(content) for q in inside)
    return bool(inside) and rest <= 6
