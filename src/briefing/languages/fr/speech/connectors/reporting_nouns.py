"""Nouns that report: « les accusations de la ligue concernant un match », « la promesse du maire de rouvrir »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.extract.lexicon import load
from briefing.languages.fr.speech.clauses.frames import opens_infinitive
from briefing.languages.fr.speech.clauses.report import Clause, Report
from briefing.languages.fr.speech.clauses.stretch import stretch
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, form_at, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, can_speak, voice_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingNouns:
    """An entry of `nouns.yaml`."""

    words: str
    topic: bool
    example: str
    counter: str | None = None


@cache
def _nouns() -> dict[str, bool]:
    """Each noun, and whether « concernant » after it opens the content."""
    return {word: entry.topic for entry in load(__package__, "nouns", ReportingNouns) for word in entry.words.split()}


_OF = frozenset({"de", "d'", "du", "des"})


def may_report(form: str) -> bool:
    """Whether the form is a noun that reports."""
    return form in _nouns()


def noun_reports(clause: Clause) -> Iterator[Report]:
    """The reports that nouns with a source make in a sentence."""
    words = clause.words
    for i, word in enumerate(words):
        if word.form in _nouns() and word.tag is Tag.WORD and tag_at(words, i - 1) is Tag.DETERMINER:
            yield from _report(clause, i)


def _report(clause: Clause, i: int) -> Iterator[Report]:
    words = clause.words
    of = i + 1
    while tag_at(words, of) in (Tag.WORD, Tag.PARTICIPLE):
        of += 1
    source = after(words, of + 1) if form_at(words, of) in _OF else None
    if source is None or not can_speak(words, source) or voice_of(words, source) is Voice.DOCUMENT:
        return
    start = _content_start(words, source.last, topic=_nouns()[words[i].form])
    content = stretch(clause, start) if start else None
    if content:
        yield Report("fr.speech.noun", Group(i - 1, of + 1), source, content)


def _content_start(words: Words, i: int, *, topic: bool) -> int | None:
    form = form_at(words, i)
    if form == "selon" and form_at(words, i + 1) in grammar("which"):
        return i + 2
    if form in {"que", "qu'"} or (topic and form in grammar("topic")):
        return i + 1
    if form in {"de", "d'"} and opens_infinitive(words, i + 1):
        return i + 1
    return None
