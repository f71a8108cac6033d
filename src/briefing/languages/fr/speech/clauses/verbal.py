"""Reports that a cue verb makes in its own clause: what it governs, what a colon announces, what « par » owns."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.languages.fr.speech.clauses.contents import content_after
from briefing.languages.fr.speech.clauses.cues import CueVerb, Frame
from briefing.languages.fr.speech.clauses.report import Clause, Finding, Rejected, Report, holds_quotation, is_quoted
from briefing.languages.fr.speech.clauses.stretch import clause_start, stretch
from briefing.languages.fr.speech.clauses.subjects import subject, subject_before
from briefing.languages.fr.speech.syntax.adjuncts import skip_adjuncts
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, form_at, has_verb, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, can_speak, is_author, is_people, is_someone, voice_of

_REPORTED = frozenset(
    {Frame.THAT, Frame.INFINITIVE, Frame.ACTION, Frame.COMPLEMENT, Frame.FIGURE, Frame.SEEN_IN, Frame.SELF}
    | {Frame.ACCUSATION}
)
"""Frames that make what they govern indirect speech, even where all of it is quoted: « dit que « … » »."""
_ANNOUNCE = 25
"""Words between a cue verb and the colon that announces what is said."""


def verbal(clause: Clause, verb: CueVerb) -> Iterator[Finding]:
    """The report of a cue verb, if it has a source and a content."""
    words = clause.words
    if verb.passive or verb.tag is Tag.PARTICIPLE:
        yield from _passive(clause, verb)
    if verb.passive or (verb.tag is Tag.INFINITIVE and not _serves(words, verb.first)):
        return
    source = subject(words, verb)
    taken_up = _taken_up(clause, verb) if source else None
    if source and taken_up:
        cue = Group(verb.first, verb.last)
        yield Report("fr.speech.taken_up", cue, source, taken_up, not is_quoted(words, taken_up))
    elif source is None:
        yield from _continued(clause, verb)
    elif is_author(words, source):
        yield _rejected(verb, "the author or anybody speaks")
    else:
        yield from _governed(clause, verb, source)


def _taken_up(clause: Clause, verb: CueVerb) -> Group | None:
    """« Le stade sera prêt, ce que dément le club », « …, ce qu'Israël nie »: the clause before is reported."""
    words = clause.words
    for i in range(verb.first - 1, max(1, verb.first - 8), -1):
        if words[i].tag in (Tag.COMMA, Tag.VERB):
            return None
        if words[i].tag is Tag.THAT and words[i - 1].form == "ce" and form_at(words, i - 2) == ",":
            start = clause_start(words, i - 2)
            inner = (j + 1 for j in range(i - 3, start, -1) if words[j].tag is Tag.THAT and _reports(clause, j))
            return Group(next(inner, start), i - 2)
    return None


def _reports(clause: Clause, that: int) -> bool:
    """Whether a « que » hangs on a cue verb just before."""
    return any(i in clause.verbs for i in range(that - 6, that))


def _rejected(verb: CueVerb, why: str) -> Rejected:
    return Rejected("fr.speech.verb", Group(verb.first, verb.last), why)


def _serves(words: Words, first: int) -> bool:
    """« pour dénoncer », « avant d'ajouter », « après avoir rappelé »: the infinitive has the sentence's subject."""
    i = first - 1
    while form_at(words, i) in {"de", "d'", "avoir"}:
        i -= 1
    goes_on = i < first - 1 and tag_at(words, i) in (Tag.COORDINATOR, Tag.WORD, Tag.NAME)  # « et (l'expert) d'ajouter »
    return goes_on or form_at(words, i) in grammar("serving")


def _governed(clause: Clause, verb: CueVerb, source: Group) -> Iterator[Finding]:
    words = clause.words
    announced = _announced(clause, verb)
    content = None if announced else content_after(clause, verb)
    if not _may_say(words, verb, content.frame if content else None, source):
        yield _rejected(verb, "its subject has no voice")
    elif content:
        rule = f"fr.speech.{content.frame.value}"
        cue = Group(verb.first, content.cue_end)
        indirect = content.frame in _REPORTED or not is_quoted(words, content.group)
        yield Report(rule, cue, source, content.group, indirect)
    elif announced:
        indirect = words[announced.first].tag is not Tag.QUOTE
        retold = indirect and any(i in clause.stops for i in range(*announced))  # « : son client, assure-t-il, … »
        if not indirect or (verb.having(Frame.THAT) and not retold):
            yield Report("fr.speech.colon", Group(verb.first, verb.last), source, announced, indirect)
    elif quoted := _quoted(clause, verb):
        yield Report("fr.speech.act", Group(verb.first, verb.last), source, quoted, indirect=False)


def _may_say(words: Words, verb: CueVerb, frame: Frame | None, source: Group) -> bool:
    """Whether the cue takes such a subject: « ce choix montre que » and « la loi prévoit » report nobody."""
    cue = verb.having(frame) if frame else verb.cues[0]
    if cue is None or cue.subject is None:
        return True
    if cue.subject == "document":
        return voice_of(words, source) is Voice.DOCUMENT
    return can_speak(words, source) if cue.subject == "voice" else is_people(words, source)


def _announced(clause: Clause, verb: CueVerb) -> Group | None:
    """What stands after the colon that the verb leads to."""
    words = clause.words
    for i in range(verb.last, min(len(words), verb.last + _ANNOUNCE)):
        tag = words[i].tag
        if tag is Tag.COLON:
            return stretch(Clause(words), i + 1)
        if tag in (Tag.STOP, Tag.QUOTE, Tag.THAT, Tag.VERB):
            return None
    return None


def _quoted(clause: Clause, verb: CueVerb) -> Group | None:
    """The words behind the verb, if they hold a quotation that its subject may have said."""
    words = clause.words
    near = skip_adjuncts(words, verb.last)
    if tag_at(words, near) is Tag.QUOTE:
        return stretch(clause, near)
    scope = stretch(clause, verb.last, whole=False) if verb.having(Frame.ACT) else None
    return scope if scope and holds_quotation(words, scope) else None


def _continued(clause: Clause, verb: CueVerb) -> Iterator[Report]:
    """« Et d'ajouter : « … » »: the last speaker goes on."""
    if verb.tag is not Tag.INFINITIVE:
        return
    announced = _announced(clause, verb) or _quoted(clause, verb)
    if announced and holds_quotation(clause.words, announced):
        yield Report("fr.speech.continued", Group(verb.first, verb.last), None, announced, indirect=False)


def _patient(words: Words, verb: CueVerb, agent: int | None) -> Group | None:
    """« La mort est confirmée par … », « La piste est jugée peu crédible par … »."""
    patient = subject_before(words, verb.first)
    near = agent is not None and agent - verb.last < 8 and not has_verb(words, verb.last, agent)
    if patient and near and verb.having(Frame.OBJECT):
        return patient
    judged = verb.having(Frame.JUDGEMENT) or verb.having(Frame.LABEL)
    return Group(patient.first, agent) if patient and agent and judged else None


_OWNED = (Frame.LABEL, Frame.JUDGEMENT, Frame.ACT, Frame.OBJECT)
"""Frames whose passive may hold the words of whom « par » names."""


def _passive(clause: Clause, verb: CueVerb) -> Iterator[Report]:
    """« est accusé par la ligue d'avoir triché », « confirmée par le parquet », « jugé « terne » par la critique »."""
    words = clause.words
    scope = stretch(clause, verb.last, whole=False)
    agent = next((i for i in range(*scope) if words[i].form == "par"), None) if scope else None
    source = after(words, agent + 1) if agent is not None else None
    if scope is None or source is None or not is_someone(words, source):
        return
    cue = Group(verb.first, verb.last)
    charge = source.last if form_at(words, source.last) in {"de", "d'"} else None
    if charge and verb.having(Frame.ACCUSATION):
        yield Report("fr.speech.passive", cue, source, Group(charge + 1, scope.last))
    elif verb.passive and (patient := _patient(words, verb, agent)) and not is_quoted(words, patient):
        yield Report("fr.speech.passive", cue, source, patient)
    elif holds_quotation(words, scope) and any(verb.having(frame) for frame in _OWNED):
        yield Report("fr.speech.passive", cue, source, scope, indirect=False)
