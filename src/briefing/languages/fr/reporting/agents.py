"""Agents: who says what a passive reports, « jugée « inutile » par le syndicat », « a été annoncée par son agent »."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag
from briefing.extract.speech.extent import clause_end
from briefing.extract.speech.report import Part, Report
from briefing.languages.fr.grammar.voices import can_speak
from briefing.languages.fr.reporting.cues import Frame, reports_alone

_FARTHEST = 14
"""Words between a participle and its « par »."""
_BY = "par"


def agents(syntax: Syntax) -> Iterator[Report]:
    """What the passives of a sentence report, each with its agent."""
    for n, word in enumerate(syntax.words):
        if word.tag is Tag.PARTICIPLE and reports_alone(word.lemma) and not _is_no_report(syntax, n):
            agent = _agent(syntax, n)
            if agent is not None:
                yield _report(syntax, n, agent)


def _is_no_report(syntax: Syntax, n: int) -> bool:
    """« a dit », « aucune mesure n'a été annoncée par la ville »: the verb is no passive, or nothing was said."""
    return any(v.finite < n < v.last and (v.negated or not v.passive) for v in syntax.verbs)


def _agent(syntax: Syntax, n: int) -> int | None:
    """The voice behind the « par » of a participle."""
    for i in range(n + 1, min(len(syntax.words) - 1, n + _FARTHEST)):
        word = syntax.words[i]
        if word.tag in (Tag.STOP, Tag.FINITE, Tag.RELATIVE):
            return None
        if word.form == _BY:
            found = next((k for k, g in enumerate(syntax.nouns) if g.first == i + 1), None)
            return found if found is not None and can_speak(syntax, syntax.nouns[found]) else None
    return None


def _report(syntax: Syntax, n: int, agent: int) -> Report:
    """What is said: the charge behind the agent, the words quoted, or the subject with what is said of it."""
    group = syntax.nouns[agent]
    by = group.first - 1
    clause = syntax.clause_at(n)
    charge = _charge(syntax, group.whole)
    if charge is not None:
        return Report("fr.speech.agent", Part(n, n + 1), agent, charge, indirect=True)
    quoted = [k for k in range(n, by) if syntax.words[k].tag is Tag.QUOTATION]
    if quoted:
        return Report("fr.speech.agent", Part(n, n + 1), agent, Part(quoted[0], quoted[-1] + 1), indirect=False)
    subject = syntax.subject_of(clause) if clause is not None and clause.kind is not ClauseKind.PARTICIPIAL else None
    told = subject is not None and subject.first < n and syntax.words[subject.head].tag is not Tag.RELATIVE
    if subject is None or not told or clause is None or not _is_passive(syntax, clause, n):
        return Report("fr.speech.agent", Part(n, n + 1), agent, Part(n, n), indirect=False)
    judged = _is_judged(syntax, n, by)
    frames = (Frame.OBJECT, Frame.JUDGEMENT) if judged else (Frame.OBJECT,)  # « est jugé par le tribunal » says nothing
    if not reports_alone(syntax.words[n].lemma, *frames):
        return Report("fr.speech.agent", Part(n, n + 1), agent, Part(n, n), indirect=False)
    content = Part(subject.first, by) if judged else Part(subject.first, subject.whole)
    return Report("fr.speech.agent", Part(n, n + 1), agent, content, indirect=True)


def _is_judged(syntax: Syntax, n: int, by: int) -> bool:
    """« est jugée [inutile] par », and not « est jugé mardi par »: what is said of something stands behind the verb."""
    behind = next((word for word in syntax.words[n + 1 : by] if word.tag is not Tag.ADVERB), None)
    return behind is not None and behind.tag in (Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.NOUN) and behind.kind != "when"


def _is_passive(syntax: Syntax, clause: Clause, n: int) -> bool:
    verb = syntax.verb_of(clause)
    return verb is not None and verb.passive and verb.head == n


def _charge(syntax: Syntax, i: int) -> Part | None:
    """« est accusé par trois patientes d'[avoir falsifié leurs dossiers] »."""
    for clause in syntax.clauses:
        if clause.kind is ClauseKind.INFINITIVE and clause.first == i:
            return Part(i + 1, clause_end(syntax, clause, i + 1))
    return None
