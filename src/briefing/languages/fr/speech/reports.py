"""Reports: somebody says something by some words, in one sentence; found clause by clause over the analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.extract.chains import Voice
from briefing.extract.morphology import Tense
from briefing.extract.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag, VerbGroup
from briefing.languages.fr.speech.connectors import connected
from briefing.languages.fr.speech.cues import Cue, CueVerb, Frame, cue_verb, is_cue, reports_alone
from briefing.languages.fr.speech.frames import CONTENTS
from briefing.languages.fr.speech.report import Part, Report
from briefing.languages.fr.grammar.voices import nouns_of, voice_of_noun


def reports(syntax: Syntax) -> tuple[Report, ...]:
    """All that is reported in a sentence, in the order of the cues."""
    found = [report for clause in syntax.clauses for report in _of_clause(syntax, clause)]
    found += [report for n in range(len(syntax.words)) for report in _of_participle(syntax, n)]
    return tuple(sorted((*found, *connected(syntax)), key=lambda report: (report.cue, report.content)))


class _Verb(NamedTuple):
    syntax: Syntax
    clause: Clause
    cue: CueVerb
    source: int | None


def _of_clause(syntax: Syntax, clause: Clause) -> Iterator[Report]:
    verb = syntax.verb_of(clause)
    if verb is None:
        return
    if verb.infinitive is not None and not is_cue(verb.lemma):
        verb = verb._replace(head=syntax.verbs[verb.infinitive].head, lemma=syntax.verbs[verb.infinitive].lemma,
                             last=syntax.verbs[verb.infinitive].last)  # « vient de dire », « peut-on lire »
    cue = cue_verb(syntax, verb)
    if cue is None and _speaks_behind_quotation(syntax, clause):
        yield _direct(syntax, clause, verb)
        return
    if cue is None:
        return
    source = _voice_of(syntax, clause, cue.cues[0])
    if source is None and clause.subject is not None:
        return
    found = _Verb(syntax, clause, cue, source)
    yield from _said_around(found) if _is_inserted(found) else _said_behind(found)


def _voice_of(syntax: Syntax, clause: Clause, cue: Cue | None) -> int | None:
    """The subject if it can speak; « le courroux de [l'association] qui juge »: else who ends the antecedent."""
    if clause.subject is None:
        return None
    subject = syntax.nouns[clause.subject]
    alike = [clause.subject]
    if clause.opener is not None and syntax.words[clause.opener].kind == "subject":
        alike += [n for n, g in enumerate(syntax.nouns) if g.whole == subject.whole and n > clause.subject]
    verb = syntax.verb_of(clause)
    number = verb.number if verb else ""
    agreeing = [n for n in alike if not number or syntax.nouns[n].number in ("", number) or n == clause.subject]
    return next((n for n in agreeing if can_speak(syntax, syntax.nouns[n], cue)), None)


def can_speak(syntax: Syntax, group: NounGroup, cue: Cue | None = None) -> bool:
    """Whether a noun group is a voice that may be the subject of a cue."""
    head = syntax.words[group.head]
    if head.tag in (Tag.SUBJECT, Tag.PRONOUN):
        return head.kind not in ("neuter", "indefinite") or head.form in _ANYBODY
    if head.tag is Tag.NAME or head.form in nouns_of("latter"):
        return True
    if head.tag is Tag.QUOTATION:
        return False
    voice = voice_of_noun(head.lemma) or voice_of_noun(head.form)
    if voice is None:
        return any(g.apposed_to is not None and syntax.nouns[g.apposed_to] == group for g in syntax.nouns) or head.capital
    wanted = cue.subject if cue else None
    return voice is Voice.DOCUMENT if wanted == "document" else not (wanted == "people" and voice is Voice.DOCUMENT)


_ANYBODY = frozenset({"certains", "certaines", "beaucoup", "plusieurs", "tous", "toutes", "chacun", "un", "une", "l'un", "l'une", "aucun", "aucune"})


def _is_inserted(found: _Verb) -> bool:
    """« …, assure le maire »: the verb stands in or behind what is said, its subject behind it or unsaid."""
    if found.cue.having(Frame.INSERTION) is None:
        return False
    if found.clause.kind is ClauseKind.INSERTION:
        return True
    verb, words = found.cue.verb, found.syntax.words
    behind = found.source is not None and found.syntax.nouns[found.source].first >= verb.last
    behind = behind or verb.inverted is not None
    before = words[verb.first - 1].tag if verb.first else None
    return behind and before in (Tag.COMMA, Tag.QUOTATION) and found.clause.opener is None


def _said_around(found: _Verb) -> Iterator[Report]:
    """What an insertion reports: the quotations around it, or the clause that it stands in."""
    syntax, verb = found.syntax, found.cue.verb
    first = verb.first - (syntax.words[verb.first - 1].tag is Tag.COMMA if verb.first else 0)
    cue = Part(verb.first, found.cue.last)
    start = _sentence_start(syntax, first)
    before = Part(start, first)
    if first > start and not _only_quoted(syntax, before):
        yield Report("fr.speech.insertion", cue, found.source, before, indirect=True)
    else:
        yield Report("fr.speech.insertion", cue, found.source, before if first > start else _behind(found), indirect=False)
    later = _behind(found)
    if later.last > later.first and any(w.tag is Tag.QUOTATION for w in syntax.words[later.first : later.last]):
        yield Report("fr.speech.insertion", cue, found.source, later, indirect=False)


def _speaks_behind_quotation(syntax: Syntax, clause: Clause) -> bool:
    """« « … », soulève la professeure »: whoever stands so behind a quotation says it, whatever the verb."""
    verb, source = syntax.verb_of(clause), syntax.subject_of(clause)
    if verb is None or source is None or verb.first < 2 or source.first < verb.last - 1:
        return False
    comma, quoted = syntax.words[verb.first - 1], syntax.words[verb.first - 2]
    behind = comma.tag is Tag.COMMA and quoted.tag is Tag.QUOTATION
    return behind and can_speak(syntax, source) and not verb.passive and syntax.words[source.head].form not in _NOBODY


_NOBODY = frozenset({"-on", "-t-on", "-ce", "-il", "-t-il"})
"""« -il » may be nobody with a verb that is none of saying: « …, faut-il »."""


def _direct(syntax: Syntax, clause: Clause, verb: VerbGroup) -> Report:
    content = Part(_sentence_start(syntax, verb.first), verb.first - 1)
    return Report("fr.speech.insertion", Part(verb.first, verb.last), clause.subject, content, indirect=False)


def _sentence_start(syntax: Syntax, first: int) -> int:
    """Behind the last semicolon or full stop before a word."""
    for i in range(first - 1, -1, -1):
        if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in (";", ".", "!", "?"):
            return i + 1
    return 0


def _behind(found: _Verb) -> Part:
    """The rest of the sentence behind the cue."""
    return Part(found.cue.last, len(found.syntax.words))


def _only_quoted(syntax: Syntax, part: Part) -> bool:
    marks = {Tag.QUOTATION, Tag.COMMA, Tag.STOP}
    return all(word.tag in marks for word in syntax.words[part.first : part.last])


def _said_behind(found: _Verb) -> Iterator[Report]:
    syntax, cue = found.syntax, found.cue
    for frame, content in CONTENTS:
        entry = cue.having(frame)
        part = content(syntax, found.clause, cue, entry) if entry else None
        if part is None or part.first >= part.last:
            continue
        if not _only_quoted(syntax, part):
            yield Report(f"fr.speech.{frame.value}", _cue(found, part), found.source, part, indirect=True)
            return
        yield Report(f"fr.speech.{frame.value}", _cue(found, part), found.source, part, indirect=False)
        return
    quoted = _quoted_in(found, anywhere=cue.having(Frame.ACT) is not None)
    told = cue.verb.tense not in (Tense.FUTURE, Tense.CONDITIONAL) or cue.verb.compound
    if quoted is not None and told:
        yield Report("fr.speech.act", Part(cue.verb.first, cue.last), found.source, quoted, indirect=False)


def _cue(found: _Verb, content: Part) -> Part:
    """The cue with its « que » or preposition, where nothing stands between."""
    first, last = found.cue.verb.first, found.cue.last
    between = found.syntax.words[last : content.first]
    if between and all(w.tag in (Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.ADVERB) for w in between):
        last = content.first
    return Part(first, last)


def _quoted_in(found: _Verb, *, anywhere: bool) -> Part | None:
    """The quotations behind the cue in its clause: « dénonce une « mascarade » », and behind a colon: « insiste : « … » »."""
    words, clause = found.syntax.words, found.clause
    inside = [i for i in range(found.cue.last, clause.last) if words[i].tag is Tag.QUOTATION] if anywhere else []
    after = clause.last
    if after < len(words) and words[after].form == ":":
        inside += [i for i in range(after, len(words)) if words[i].tag is Tag.QUOTATION]
    return Part(inside[0], inside[-1] + 1) if inside else None


def _of_participle(syntax: Syntax, n: int) -> Iterator[Report]:
    """« une mesure jugée « inutile » par le syndicat »: the agent of a participle that reports."""
    word = syntax.words[n]
    if word.tag is not Tag.PARTICIPLE or not reports_alone(word.lemma) or _has_auxiliary(syntax, n):
        return
    for i in range(n + 1, min(len(syntax.words), n + _AGENT)):
        other = syntax.words[i]
        if other.tag in (Tag.STOP, Tag.FINITE, Tag.RELATIVE):
            return
        if other.form == "par":
            agent = next((k for k, g in enumerate(syntax.nouns) if g.first == i + 1), None)
            if agent is not None and can_speak(syntax, syntax.nouns[agent]):
                quoted = [k for k in range(n, i) if syntax.words[k].tag is Tag.QUOTATION]
                content = Part(quoted[0], quoted[-1] + 1) if quoted else Part(n, n)
                yield Report("fr.speech.agent", Part(n, n + 1), agent, content, indirect=False)
            return


def _has_auxiliary(syntax: Syntax, n: int) -> bool:
    return any(v.finite < n < v.last and not v.passive for v in syntax.verbs)


_AGENT = 14
"""Words between a participle and its « par »."""
