"""Reports: somebody says something by some words, in one sentence; found clause by clause over the analysis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag, VerbGroup
from briefing.extract.chains.actors import Voice
from briefing.extract.speech.report import Part, Report
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.gazetteer.atlas import seats_of_power
from briefing.languages.fr.grammar.voices import can_speak, nouns_of, voice_of_noun
from briefing.languages.fr.reporting.agents import agents
from briefing.languages.fr.reporting.comments import as_said, of_what_was_said
from briefing.languages.fr.reporting.connectors import connected
from briefing.languages.fr.reporting.cues import Cue, CueVerb, Frame, cue_verb, is_cue
from briefing.languages.fr.reporting.frames import (
    CONTENTS,
    bare_denial,
    behind_colon,
    quoted_in,
    told_by_others,
    with_its_noun,
)
from briefing.languages.fr.reporting.insertions import Saying, direct, is_inserted, said_around, speaks_behind_quotation
from briefing.languages.fr.reporting.statements import stated


def reports(syntax: Syntax) -> tuple[Report, ...]:
    """All that is reported in a sentence, in the order of the cues."""
    found = [report for clause in syntax.clauses for report in _of_clause(syntax, clause)]
    told = {report.source for report in found if not _is_beside(syntax, report)}
    named = [report for report in connected(syntax) if report.source is None or report.source not in told]
    found = [_without_last_word(syntax, report, named) for report in found if not _is_in_phrase(report, named)]
    return tuple(sorted((*found, *agents(syntax), *named, *stated(syntax)), key=lambda r: (r.cue, r.content)))


def _is_in_phrase(report: Report, named: Sequence[Report]) -> bool:
    """« À [en croire] la maire »: whether a connector holds the verb."""
    return any(n.cue.first <= report.cue.first and report.cue.last <= n.cue.last for n in named)


def _is_beside(syntax: Syntax, report: Report) -> bool:
    """« Dix arbres sont tombés, selon la mairie, qui [espère] une reprise »: what a source says besides."""
    clause = syntax.clause_at(report.cue.first)
    return clause is not None and clause.kind is ClauseKind.RELATIVE


def _without_last_word(syntax: Syntax, report: Report, named: Sequence[Report]) -> Report:
    """« Le juge estime [que la loi est claire], selon l'arrêt »: who tells that he says it stands apart."""
    behind = (n for n in named if n.content.last <= n.cue.first)
    around = (n.cue.first for n in behind if n.content.first <= report.cue.first and n.content.last >= report.cue.last)
    end = min((at for at in around if report.content.first < at < report.content.last), default=report.content.last)
    end -= end < report.content.last and syntax.words[end - 1].tag is Tag.COMMA
    return replace(report, content=Part(report.content.first, end))


def _of_clause(syntax: Syntax, clause: Clause) -> Iterator[Report]:
    verb = _saying_verb(syntax, clause)
    if verb is None or _says_nothing(syntax, clause, verb):
        return
    cue = cue_verb(syntax, verb)
    if (cue is None or cue.having(Frame.INSERTION) is None) and speaks_behind_quotation(syntax, clause):
        yield direct(syntax, clause, verb)
        return
    if cue is None or _is_aim(syntax, clause, cue):
        return
    found = Saying(syntax, clause, cue, _source(syntax, clause, cue))
    nobody = _is_on(syntax, clause) and is_inserted(found)  # « …, peut-on lire sur la vitrine »
    if found.source is not None or clause.subject is None or nobody:
        yield from _of_saying(found)


def _saying_verb(syntax: Syntax, clause: Clause) -> VerbGroup | None:
    """The verb of a clause; of « vient de dire », « peut-on lire » the infinitive with the whole."""
    verb = syntax.verb_of(clause)
    if verb is None or is_cue(verb.lemma):
        return verb
    bound = (n for n, other in enumerate(syntax.verbs) if other.first == verb.last + 1)
    behind = next(bound, None) if clause.kind is ClauseKind.INSERTION else None
    infinitive = verb.infinitive if verb.infinitive is not None else behind
    if infinitive is None:
        return verb
    governed = syntax.verbs[infinitive]
    return replace(verb, head=governed.head, lemma=governed.lemma, last=governed.last)


def _says_nothing(syntax: Syntax, clause: Clause, verb: VerbGroup) -> bool:
    """« il faut rappeler que », « sans confirmer la nouvelle »."""
    without = clause.kind is ClauseKind.INFINITIVE and syntax.words[clause.first].form == "sans"
    return without or _is_impersonal(syntax, clause, verb)


def _is_aim(syntax: Syntax, clause: Clause, cue: CueVerb) -> bool:
    """« manifestent pour montrer que », « est monté constater »: what is done in order to show or see says nothing."""
    if clause.kind is not ClauseKind.INFINITIVE:
        return False
    opening = syntax.words[clause.first]
    return opening.form in nouns_of("aim") and cue.cues[0].stance == "evidence"


def _source(syntax: Syntax, clause: Clause, cue: CueVerb) -> int | None:
    """The noun group that speaks; None where nobody does."""
    source = _voice_of(syntax, clause, cue.cues[0])
    if source is None and _stands_behind(syntax, clause, cue.verb):
        return clause.subject
    if source is None and clause.coordinated is not None and clause.parent is not None:
        source = _voice_of(
            syntax, syntax.clauses[clause.parent], cue.cues[0]
        )  # « Il dit que l'an est dur et se dit prêt »
    return source if source is not None or clause.subject is None else place_of(syntax, clause, cue)


def _of_saying(found: Saying) -> Iterator[Report]:
    syntax, clause = found.syntax, found.clause
    if clause.kind is ClauseKind.RELATIVE and syntax.words[clause.first - 1].kind == "neuter":
        yield from of_what_was_said(found)
    elif clause.opener is not None and syntax.words[clause.opener].form == "comme":
        yield from as_said(found)
    elif is_inserted(found):
        yield from said_around(found)
    else:
        yield from _said_behind(found)


def _stands_behind(syntax: Syntax, clause: Clause, verb: VerbGroup) -> bool:
    """« …, précise le château »: with its article behind a verb of saying, anything named speaks."""
    subject = syntax.subject_of(clause)
    behind = subject is not None and subject.first >= verb.last and subject.determiner is not None
    before = syntax.words[verb.first - 1] if verb.first else None
    inserted = before is not None and (before.tag is Tag.COMMA or before.kind == "ended")
    return behind and inserted and subject is not None and syntax.words[subject.head].tag in (Tag.NOUN, Tag.NAME)


def _is_impersonal(syntax: Syntax, clause: Clause, verb: VerbGroup) -> bool:
    """« il faut rappeler que », « force est de constater que »: nobody says it."""
    around = (
        syntax.clauses[clause.parent] if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None else None
    )
    governor = syntax.verb_of(around) if around is not None else None
    own = syntax.words[verb.finite].lemma
    lemma = governor.lemma if governor is not None else own if own != verb.lemma else ""
    return (
        lemma in nouns_of("impersonal")
        and not verb.passive
        and (lemma != "être" or governor is not None)
        and (lemma != "pouvoir" or clause.subject is None)
    )


def place_of(syntax: Syntax, clause: Clause, cue: CueVerb) -> int | None:
    """« s'alarme-t-on [à la mairie] », « [Au parquet], on dit … », « [À Bercy], on dit … »: where « on » speaks."""
    if not _is_on(syntax, clause):
        return None
    for n, group in enumerate(syntax.nouns):
        in_front = group.first <= 1 and syntax.words[group.whole].tag is Tag.COMMA and group.whole + 2 >= cue.verb.first
        if (cue.last <= group.first <= cue.last + 3 or in_front) and group.preposition is not None:
            return n if _is_body_at(syntax, group) else None
    return None


def _is_body_at(syntax: Syntax, group: NounGroup) -> bool:
    """« à la mairie », « chez les usagers », « chez Corvel », « à Bercy »: not « à Marseille », of anybody."""
    head = syntax.words[group.head]
    if head.tag is Tag.NAME:
        at = syntax.words[group.preposition].form if group.preposition is not None else ""
        name = " ".join(word.form for word in syntax.words[group.head : group.last])
        body = head.kind == "acronym" or (at == "chez" and head.kind != "given")
        return group.number != "p" and (body or name in seats_of_power())
    voice = voice_of_noun(head.lemma)
    many = voice is Voice.PERSON and group.number == "p"
    return many or voice in (Voice.BODY, Voice.SOURCE)


def _is_on(syntax: Syntax, clause: Clause) -> bool:
    subject = syntax.subject_of(clause)
    return subject is not None and syntax.words[subject.head].form in nouns_of("on")


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
    return next((n for n in agreeing if can_speak(syntax, syntax.nouns[n], (cue.subject if cue else None) or "")), None)


def _behind(found: Saying) -> Part:
    """The rest of the sentence behind the cue."""
    return Part(found.cue.last, len(found.syntax.words))


def _said_behind(found: Saying) -> Iterator[Report]:
    syntax, cue = found.syntax, found.cue
    for frame, content in CONTENTS:
        entry = cue.having(frame)
        fits = entry is not None and found.fits(entry)
        part = content(syntax, found.clause, cue, entry) if fits and entry else None
        if part is None or part.first >= part.last:
            continue
        rule, verb = f"fr.speech.{frame.value}", _cue(found, part)
        for source, other in told_by_others(syntax, part) if frame is Frame.FIGURE else ():
            yield Report(rule, verb, source, other, indirect=True)
            part = Part(part.first, min(part.last, syntax.nouns[source].first - 1))
        yield Report(rule, verb, found.source, part, indirect=True)
        return
    told = behind_colon(found)
    if told is not None:
        yield Report("fr.speech.colon", Part(cue.verb.first, cue.last), found.source, told, indirect=True)
        return
    spoken = cue.verb.tense not in (Tense.FUTURE, Tense.CONDITIONAL) or cue.verb.compound
    denying = bare_denial(found) if spoken else None
    if denying is not None:
        yield Report("fr.speech.denial", Part(cue.verb.first, cue.last), found.source, denying, indirect=True)
        return
    quoted = quoted_in(found)
    if quoted is None or not spoken:
        return
    named = with_its_noun(found, quoted)
    yield Report(
        "fr.speech.act", Part(cue.verb.first, cue.last), found.source, named or quoted, indirect=named is not None
    )


def _cue(found: Saying, content: Part) -> Part:
    """The cue with its « que » or preposition, and the verb that governs it: « continue de nier »."""
    first, last = found.cue.verb.first, found.cue.last
    clause = found.clause
    around = found.syntax.clauses[clause.parent] if clause.parent is not None else None
    verb = found.syntax.verb_of(around) if around is not None else None
    if clause.kind is ClauseKind.INFINITIVE and verb is not None and verb.last == clause.first:
        first = verb.first
    between = found.syntax.words[last : content.first]
    if between and all(w.tag in (Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.ADVERB) for w in between):
        last = content.first
    return Part(first, last)
