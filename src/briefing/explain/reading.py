"""Which rules fired on an article, which lost and why: the trace behind every value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from briefing.extract.analysis.syntax import Clause, Syntax
from briefing.extract.reading import Reading
from briefing.model.span import Span
from briefing.problems import Problem, Where


def explain(reading: Reading, line: int | None = None) -> Iterator[str]:
    """The trace of a reading, a line of text each, sentence by sentence; `line` (of the file) keeps only that line."""
    for sentence in reading.sentences:
        where = reading.article.line_of(sentence.span.start)
        if line is None or where == line:
            yield f"{reading.article.path}:{where}: {sentence.span.of(reading.article.text)}"
            yield from _analysed(reading, sentence.span)
            yield from _found(reading, sentence.span)
            yield from _decided(reading, sentence.span)


def nothing_at(reading: Reading, line: int | None) -> Problem:
    """Why there is nothing to explain on a line: it is not there, or no sentence begins on it."""
    article = reading.article
    last = article.body_line + article.text.count("\n")
    starts = sorted({article.line_of(sentence.span.start) for sentence in reading.sentences})
    if line is None or not starts:
        return Problem(Where(article.path), "there is no sentence to explain in this article")
    if not 1 <= line <= last:
        return Problem(Where(article.path, line), f"there is no such line; the text ends in line {last}")
    near = min(starts, key=lambda start: abs(start - line))
    return Problem(Where(article.path, line), f"no sentence begins in this line; the nearest one does in line {near}")


def _analysed(reading: Reading, sentence: Span) -> Iterator[str]:
    """The words with their tags, then each clause with its verb, subject and extent."""
    text = reading.article.text
    for syntax in (*reading.parsed.outer, *reading.parsed.inner):
        if syntax.span.overlap(sentence) and syntax.words:
            yield "  words " + " ".join(f"{word.span.of(text)}/{word.tag}" for word in syntax.words)
            for clause in syntax.clauses:
                yield f"  clause {clause.kind}: {_clause(syntax, clause, text)}"


def _clause(syntax: Syntax, clause: Clause, text: str) -> str:
    verb, subject = syntax.verb_of(clause), syntax.subject_of(clause)
    told = [
        f"verb « {syntax.span_of(verb.first, verb.last).of(text)} » ({verb.lemma}, {verb.tense})"
        if verb
        else "no verb",
        f"subject « {syntax.span_of(subject.first, subject.whole).of(text)} »" if subject else "no subject",
    ]
    return f"{', '.join(told)} | {syntax.span_of(clause.first, clause.last).of(text)}"


def _found(reading: Reading, sentence: Span) -> Iterator[str]:
    text = reading.article.text
    for s in _in(reading.statements, sentence):
        why = f"not checkable: {s.reason}" if s.reason else "not a claim"
        label = f"{s.modality}" if s.checkable else f"{s.modality} ({why})"
        yield f"  {label} [{s.because.rule}] « {s.because.cue} » : {s.span.of(text)}"
    for a in reading.attributions:
        if a.content.span.overlap(sentence):
            yield f"  attribution [{a.rule}] {a.source} | {a.cue} | {a.content.exact}"
    for q in _in(reading.quotations, sentence):
        yield f"  quotation [{q.rule}] « {q.exact} » : {q.speaker or 'nobody'} | {q.cue or '–'}"
    for d in _in(reading.dates, sentence):
        yield f"  date [{d.rule}] « {d.exact} » = {' '.join(filter(None, (d.value, d.mod))) or 'unresolved'}"
    for n in _in(reading.quantities, sentence):
        value = f"{n.value}–{n.value_max}" if n.value_max is not None else f"{n.value}"
        yield f"  quantity [{n.rule}] « {n.exact} » = {' '.join(filter(None, (n.bound, value, n.unit)))}"
    for m in _in(reading.mentions, sentence):
        acts = f", stands for {m.stands_for}" if m.stands_for else ""
        yield f"  mention [{m.rule}] « {m.exact} » = {m.entity} ({m.type}{acts})"


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=_Spanned)


def _in(rows: Iterable[S], sentence: Span) -> Iterator[S]:
    return (row for row in rows if row.span.overlap(sentence))


def _decided(reading: Reading, sentence: Span) -> Iterator[str]:
    for decision in _in(reading.decisions, sentence):
        verdict = "kept" if decision.kept else "lost"
        words = decision.span.of(reading.article.text)
        yield f"  {verdict} {decision.rule} « {words} »" + (f": {decision.why}" if decision.why else "")
