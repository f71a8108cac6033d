"""All reports of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.languages.fr.speech.clauses.cues import CueVerb, Frame, cue_verbs
from briefing.languages.fr.speech.clauses.insertions import as_said, insertion
from briefing.languages.fr.speech.clauses.report import Clause, Finding, Report
from briefing.languages.fr.speech.clauses.stretch import clause_start
from briefing.languages.fr.speech.clauses.subjects import main_subject, subject_after
from briefing.languages.fr.speech.clauses.verbal import verbal
from briefing.languages.fr.speech.connectors.connectors import connected, connector_stops
from briefing.languages.fr.speech.connectors.reporting_nouns import noun_reports
from briefing.languages.fr.speech.syntax.grammar import Tag
from briefing.languages.fr.speech.syntax.groups import Group, Words, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, can_speak, voice_in, voice_of


def findings(words: Words) -> list[Finding]:
    """Who says what in a sentence, and what only looks so, in the order of the cues."""
    verbs = cue_verbs(words)
    clause = Clause(
        words, _stops(words, verbs), frozenset(verb.first for verb in verbs if verb.tag is not Tag.INFINITIVE)
    )
    found: list[Finding] = [*connected(clause), *noun_reports(clause)]
    for verb in verbs:
        found += _of_verb(clause, verb)
    found += [report for report in _headed(clause) if not any(_holds(other, report) for other in found)]
    return sorted(found, key=lambda finding: finding.cue)


def reports(words: Words) -> list[Report]:
    """Who says what in a sentence."""
    return [finding for finding in findings(words) if isinstance(finding, Report)]


def _holds(finding: Finding, headed: Report) -> bool:
    """Whether a report already tells who says the quotation behind the colon."""
    return isinstance(finding, Report) and finding.content.first <= headed.content.first < finding.content.last


def _of_verb(clause: Clause, verb: CueVerb) -> Iterable[Finding]:
    said = as_said(clause, verb) or insertion(clause, verb)
    return [said] if said else verbal(clause, verb)


def _stops(words: Words, verbs: Sequence[CueVerb]) -> frozenset[int]:
    """Where a reported passage must end, because the one who reports speaks again."""
    speaking = {verb.first for verb in verbs if verb.tag is Tag.GERUND or _is_inserted(words, verb)}
    return frozenset(speaking.union(connector_stops(words)))


def _is_inserted(words: Words, verb: CueVerb) -> bool:
    if verb.inverted is not None:
        return True
    if tag_at(words, verb.first - 1) not in (Tag.COMMA, Tag.QUOTE, Tag.STOP):
        return False
    group = subject_after(words, verb.last) if verb.having(Frame.INSERTION) and verb.tag is Tag.VERB else None
    return group is not None and can_speak(words, group)


def _headed(clause: Clause) -> Iterator[Report]:
    """« Jeanne Morel : « Nous irons » »: a name and a colon before a quotation."""
    words = clause.words
    for i, word in enumerate(words):
        if word.tag is not Tag.COLON or tag_at(words, i + 1) is not Tag.QUOTE:
            continue
        start = clause_start(words, i)
        content = Group(i + 1, len(words))
        if any(w.tag is Tag.VERB for w in words[start:i]):
            subject = main_subject(words, i)
            source = subject and voice_in(words, subject)
            if source and voice_of(words, source) is not Voice.DOCUMENT:
                yield Report("fr.speech.subject", Group(i, i + 1), source, content, indirect=False)
        elif i > start:
            yield Report("fr.speech.headed", Group(i, i + 1), Group(start, i), content, indirect=False)
