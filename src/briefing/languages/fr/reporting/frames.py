"""Where the content of each frame stands behind a verb of saying: after « que », at an infinitive, at a noun."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag
from briefing.extract.speech.extent import INSERTION, LIGHT, clause_end, only_quoted, sentence_end, subject_of_quoted
from briefing.extract.speech.report import Part
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.grammar.voices import can_speak, nouns_of, spellings
from briefing.languages.fr.reporting.cues import Cue, CueVerb, Frame, is_cue
from briefing.languages.fr.reporting.extent import action, behind, completive, prepositions
from briefing.languages.fr.reporting.insertions import Saying
from briefing.languages.fr.reporting.judgements import accusation, attitude, judgement, label, of_oneself, seen_in


def _that(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« affirme que … et que … »."""
    return completive(syntax, cue, entry)


def _infinitive(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« dit avoir payé », « a dit « comprendre » ce choix », « assure « étudier » »: also a quoted infinitive."""
    i = behind(syntax, cue)
    words = syntax.words
    if i >= len(words):
        return None
    if i + 1 < clause.last and words[i].tag is Tag.QUOTATION and words[i + 1].tag is Tag.DETERMINER:
        return Part(i, clause_end(syntax, clause, i))
    said = cue.verb.tense not in (Tense.FUTURE, Tense.CONDITIONAL)
    if said and words[i].tag is Tag.QUOTATION and (i + 1 == len(words) or words[i + 1].tag in (Tag.COMMA, Tag.STOP)):
        return Part(i, i + 1)
    if words[i].tag is Tag.COMMA and i + 1 < clause.last:  # « ont annoncé, mardi 17 juillet, envisager »
        closing = next((k for k in range(i + 1, min(clause.last, i + INSERTION)) if words[k].tag is Tag.COMMA), i)
        i = closing + 1
    i = _past_adjuncts(syntax, i)  # « a indiqué [dans un communiqué] prendre acte »
    starting = any(verb.first == i and words[verb.finite].tag is Tag.INFINITIVE for verb in syntax.verbs)
    content = Part(i, clause_end(syntax, clause, i))
    unnamed = any(word.lemma in nouns_of("unnamed") for word in words[content.first : content.last])
    return content if starting and not unnamed else None


def _complement(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« fait état de trois blessés », « met en garde contre un risque »."""
    i = behind(syntax, cue)
    words = syntax.words
    if i + 1 < len(words) and words[i].form in prepositions(entry):
        return Part(i + 1, clause_end(syntax, clause, i + 1))
    return None


def _figure(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« parle de trois blessés »."""
    i = behind(syntax, cue)
    words = syntax.words
    if i + 1 >= len(words) or words[i].form not in spellings("de"):
        return None
    many = words[i + 1].tag is Tag.NUMBER or words[i + 1].kind == "quantifier"
    return Part(i + 1, clause_end(syntax, clause, i + 1)) if many else None


def told_by_others(syntax: Syntax, part: Part) -> list[tuple[int, Part]]:
    """« La police parle de 3 500 manifestants, [la CGT de 9 000] »: who gives another number, without the verb."""
    found = []
    for n, group in enumerate(syntax.nouns):
        behind_comma = part.first < group.first < part.last and syntax.words[group.first - 1].tag is Tag.COMMA
        number = group.last + 1
        if not behind_comma or group.preposition is not None or number >= part.last:
            continue
        many = syntax.words[number].tag is Tag.NUMBER or syntax.words[number].kind == "quantifier"
        if many and syntax.words[group.last].form in spellings("de") and can_speak(syntax, group):
            found.append((n, Part(number, part.last)))
    return found


def _object(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« annonce la fermeture de trois lignes »; what will be said is not said yet."""
    verb = cue.verb
    if verb.tense in (Tense.FUTURE, Tense.CONDITIONAL) or verb.inverted is not None:
        return None
    clitics = [word.form for word in syntax.words[verb.first : verb.finite] if word.kind == "object"]
    if any(form != "y" for form in clitics):  # « elle y déplore la perte de … » has its object behind
        return None
    i = behind(syntax, cue)
    i += (
        verb.negated and i < len(syntax.words) and syntax.words[i].form in nouns_of("bare_of")
    )  # « n'exclut pas [de] retard »
    group = syntax.noun_at(i)
    if group is None or group.first != i or group == syntax.subject_of(clause):
        return None
    if group.preposition is not None and not verb.negated:
        return None
    if group.determiner is None and syntax.words[i].tag is not Tag.NUMBER and not verb.negated:
        return None
    if syntax.words[i].kind == "possessive" or syntax.words[i].lemma in ("aucun", "aucune"):
        return None  # « confirme son rang », « n'annonce aucune mesure »
    return Part(i, clause_end(syntax, clause, i))


Content = Callable[[Syntax, Clause, CueVerb, Cue], Part | None]
CONTENTS: tuple[tuple[Frame, Content], ...] = (
    (Frame.THAT, _that),
    (Frame.SELF, of_oneself),
    (Frame.INFINITIVE, _infinitive),
    (Frame.ACTION, action),
    (Frame.ACCUSATION, accusation),
    (Frame.LABEL, label),
    (Frame.SEEN_IN, seen_in),
    (Frame.JUDGEMENT, judgement),
    (Frame.COMPLEMENT, _complement),
    (Frame.FIGURE, _figure),
    (Frame.ATTITUDE, attitude),
    (Frame.OBJECT, _object),
)
"""Each frame and what finds its content, in the order in which they are tried."""


def behind_colon(found: Saying) -> Part | None:
    """« Le procureur l'assure depuis mardi : … », « mettent en garde : … »: words of the source's, not only quoted."""
    syntax, last = found.syntax, found.clause.last
    if last >= len(syntax.words) or syntax.words[last].form != ":" or found.source is None:
        return None
    content = Part(last + 1, sentence_end(syntax, last + 1))
    if found.clause.kind is ClauseKind.RELATIVE:
        return None  # « Elle sait de quoi elle parle : … »
    if only_quoted(syntax, content) or _past_adjuncts(syntax, found.cue.last) < last:
        return None
    bare = all(word.tag is Tag.ADVERB for word in syntax.words[found.cue.last : last])
    told = found.cue.verb.infinitive is None  # not « doit se prononcer sur deux points : le prix … »
    states = told and any(word.tag is Tag.FINITE for word in syntax.words[slice(*content)])
    return content if bare or states else None


def bare_denial(found: Saying) -> Part | None:
    """« Le ministre dément formellement. »: what is denied was told before, so the denial is what is said."""
    end = clause_end(found.syntax, found.clause, found.cue.last)
    if found.cue.cues[0].stance != "denial" or found.cue.verb.negated or found.source is None:
        return None
    if found.clause.kind is not ClauseKind.MAIN:
        return None
    bare = all(word.tag in (Tag.ADVERB, Tag.STOP) for word in found.syntax.words[found.cue.last : end])
    return Part(found.cue.verb.first, end) if bare else None


def _past_adjuncts(syntax: Syntax, i: int) -> int:
    """The word behind what says when or to whom: « avait prévenu, [dès jeudi] », « le dit [à ses élus] »."""
    while i < len(syntax.words):
        comma = syntax.words[i].tag is Tag.COMMA
        group = next((g for g in syntax.nouns if i + comma in (g.first, g.preposition)), None)
        if group is not None and (group.when or group.preposition is not None):
            i = group.whole
        elif syntax.words[i].tag is Tag.ADVERB:
            i += 1
        else:
            return i
    return i


def quoted_in(found: Saying) -> Part | None:
    """The quotations behind the cue in its clause, « dénonce une « mascarade » », and behind a colon.

    One that begins with a capital may be a title: « a lu « Le Tailleur » »; a verb must say that it is said.
    """
    words, clause, said = found.syntax.words, found.clause, found.cue.having(Frame.ACT) is not None
    inside = [i for i in range(found.cue.last, clause.last) if words[i].tag is Tag.QUOTATION]
    inside = [i for i in inside if said or not words[i].capital]
    inside = [i for i in inside if not (_is_of_another(found.syntax, clause, i) or _is_term(found.syntax, i))]
    after = _past_gerund(found.syntax, clause.last)
    if after < len(words) and words[after].form == ":" and not _is_told_anew(found, after):
        inside += [i for i in range(after, len(words)) if words[i].tag is Tag.QUOTATION]
    return Part(inside[0], inside[-1] + 1) if inside else None


def _is_told_anew(found: Saying, colon: int) -> bool:
    """« a regretté « des oublis », avant de lancer : « … » »: an infinitive says what is behind the colon."""
    syntax = found.syntax
    ends = (c for c in syntax.clauses if c.kind is ClauseKind.INFINITIVE and c.last == colon)
    verbs = [syntax.verb_of(clause) for clause in ends if clause.first >= found.cue.last]
    return any(verb is not None and is_cue(verb.lemma) for verb in verbs)


def _past_gerund(syntax: Syntax, i: int) -> int:
    """« Et Anne Petit d'ajouter[, en quittant la salle] : « … » »: the word behind what goes with the telling."""
    beside = (c for c in syntax.clauses if c.kind is ClauseKind.PARTICIPIAL and c.first == i)
    return next((c.last for c in beside if syntax.words[i - 1].tag is Tag.COMMA), i)


def with_its_noun(found: Saying, quoted: Part) -> Part | None:
    """« parle d'[une décision « de bon sens » sur la gare] »: quoted words right behind the cue, and their noun."""
    syntax = found.syntax
    i = behind(syntax, found.cue)
    i += i < len(syntax.words) and syntax.words[i].form in spellings("de")
    group = syntax.noun_at(i) if i < quoted.first else None
    near = i == quoted.first or (group is not None and group.first == i and quoted.first <= group.whole)
    alone = quoted.last == quoted.first + 1
    after = syntax.words[quoted.last].tag if quoted.last < len(syntax.words) else Tag.STOP
    end = _with_complements(syntax, quoted.last, found.clause.last) if after is Tag.PREPOSITION else quoted.last
    return Part(i, end) if near and alone and after not in _QUOTED_FOR else None


def _with_complements(syntax: Syntax, first: int, last: int) -> int:
    """« dénonce « des fraudes » [dans trois bureaux], dit-on »: up to the next mark or clause."""
    rest = (i for i in range(first, last) if syntax.words[i].tag not in LIGHT or syntax.words[i].tag is Tag.COMMA)
    return next(rest, last)


_QUOTED_FOR = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE})
"""What words may stand behind a quotation that only belongs to them: « parle de « sa » ville »."""


def _is_of_another(syntax: Syntax, clause: Clause, i: int) -> bool:
    """« insiste sur cette charte, qui prévoit « … » »: in a relative set off by a comma, or behind another subject."""
    if subject_of_quoted(syntax, i) is not None or _is_told_by_another(syntax, clause, i):
        return True
    inner = syntax.clause_at(i)
    apart = inner is not None and inner is not clause and inner.kind is ClauseKind.RELATIVE
    return bool(apart and inner and inner.verb is not None and syntax.words[inner.first - 1].tag is Tag.COMMA)


def _is_told_by_another(syntax: Syntax, clause: Clause, i: int) -> bool:
    """« redoute « un recul », alors que son rival juge que « … » »: a circumstance has a speaker of its own."""
    for other in syntax.clauses:
        verb, subject = syntax.verb_of(other), syntax.subject_of(other)
        apart = other.kind is ClauseKind.CIRCUMSTANCE and clause.first < other.first <= i < other.last
        if apart and verb is not None and is_cue(verb.lemma) and subject is not None:
            return syntax.words[subject.head].tag is not Tag.SUBJECT
    return False


def _is_term(syntax: Syntax, i: int) -> bool:
    """« constate l'achèvement du « tabouret » »: a quotation that names the complement of a noun."""
    before = syntax.words[i - 1] if i else None
    return before is not None and before.kind == "contracted" and syntax.words[i - 2].tag is Tag.NOUN
