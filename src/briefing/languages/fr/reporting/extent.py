"""Where what a verb of saying or a connector reports begins and ends: behind the verb, around « selon l'Insee »."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag
from briefing.extract.speech.report import Part
from briefing.languages.fr.grammar.lexicon import is_animate
from briefing.languages.fr.grammar.voices import voice_of_noun
from briefing.languages.fr.reporting.cues import Cue, CueVerb

LIGHT = frozenset(
    {
        Tag.ADVERB,
        Tag.COMMA,
        Tag.PREPOSITION,
        Tag.DETERMINER,
        Tag.NOUN,
        Tag.NAME,
        Tag.ADJECTIVE,
        Tag.NUMBER,
        Tag.BRACKET,
        Tag.PRONOUN,
        Tag.PARTICIPLE,
        Tag.CLITIC,
        Tag.GERUND,
        Tag.COORDINATOR,
        Tag.QUOTATION,
    }
)
INSERTION = 25
"""Words that may stand between a verb and its « que »: « a affirmé, chiffres à l'appui, que »."""
SPELLINGS = {"de": frozenset({"de", "d'", "du", "des"}), "à": frozenset({"à", "au", "aux"})}


def behind(syntax: Syntax, cue: CueVerb) -> int:
    """The first word behind a cue that is no adverb, date or « , lui, »."""
    words = syntax.words
    i = cue.last
    while i < len(words):
        group = syntax.noun_at(i)
        if words[i].tag is Tag.ADVERB or words[i].kind == "stressed":
            i += 1
        elif group is not None and group.first == i and group.when:
            i = group.last
        elif (
            words[i].tag is Tag.COMMA
            and i + 2 < len(words)
            and words[i + 1].kind in ("stressed", "personal")
            and words[i + 2].tag is Tag.COMMA
        ):
            i += 3
        else:
            break
    return i


def prepositions(entry: Cue) -> frozenset[str]:
    """The forms of the preposition that an entry asks for."""
    return SPELLINGS.get(entry.preposition, frozenset({entry.preposition}))


def action(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« promet de payer », « s'engage à payer », « reproche à la ville d'avoir caché »."""
    for verb in syntax.verbs:
        at = verb.first - 1
        if (
            syntax.words[verb.finite].tag is Tag.INFINITIVE
            and at >= cue.last - 1
            and syntax.words[at].form in prepositions(entry)
        ):
            between = syntax.words[cue.last : at]
            if all(word.tag in LIGHT for word in between) and len(between) < INSERTION:
                return Part(verb.first, clause_end(syntax, clause, verb.first))
    return None


def is_voice(syntax: Syntax, group: NounGroup) -> bool:
    """Whether a group names or describes somebody."""
    head = syntax.words[group.head]
    return head.tag is Tag.NAME or is_animate(head.lemma) or voice_of_noun(head.lemma) is not None


def joined_contents(syntax: Syntax, first: Part) -> Iterator[Part]:
    """« affirme que … et [que …] »: the clauses joined to the one that a cue reports."""
    told = next((c for c in syntax.clauses if c.opener is not None and c.opener + 1 == first.first), None)
    for other in syntax.clauses:
        later = told is not None and other.opener is not None and other.first > told.first
        if later and told and other.kind is ClauseKind.COMPLETIVE and other.parent == told.parent:
            joint = syntax.words[other.first - 1].tag
            if joint in (Tag.COORDINATOR, Tag.COMMA) and other.opener is not None:
                yield Part(other.opener + 1, completive_end(syntax, other))


def completive_end(syntax: Syntax, clause: Clause) -> int:
    """Where a completive clause ends, before what stands beside it."""
    for other in syntax.clauses:
        if clause.first < other.first < clause.last and _stands_apart(syntax, other):
            return _without_mark(syntax, other.first - 1 - (syntax.words[other.first - 1].tag is Tag.PRONOUN))
    last = _without_mark(syntax, clause.last)
    return last - (syntax.words[last - 1].tag is Tag.COORDINATOR)


def _without_mark(syntax: Syntax, last: int) -> int:
    while last > 0 and syntax.words[last - 1].tag in (Tag.STOP, Tag.COMMA):
        last -= 1
    return last


def clause_end(syntax: Syntax, clause: Clause, first: int) -> int:
    """Where what begins at a word ends: with its clause, or before one that only stands beside it."""
    last = clause.last
    for other in syntax.clauses:
        if first < other.first < last and _stands_apart(syntax, other):
            last = other.first - (syntax.words[other.first - 1].tag is Tag.COMMA)
    for i in range(first, last):
        if syntax.words[i].tag is Tag.STOP:
            return i
    return _without_mark(syntax, last)


def _stands_apart(syntax: Syntax, clause: Clause) -> bool:
    """« …, tandis que … », « …, a-t-il dit », « …, ce que … »: a clause set off by a comma, of its own weight."""
    before = syntax.words[clause.first - 1]
    if before.tag is Tag.PRONOUN and before.kind == "neuter" and syntax.words[clause.first - 2].tag is Tag.COMMA:
        return True
    opener = syntax.words[clause.opener] if clause.opener is not None else None
    contrast = opener is not None and opener.kind == "contrast"
    own = clause.kind in (ClauseKind.INSERTION, ClauseKind.PARTICIPIAL) or contrast
    return before.tag is Tag.COMMA and own and not _describes(syntax, clause)


def _describes(syntax: Syntax, clause: Clause) -> bool:
    """« une loi, votée en mai, »: a past participle between commas goes on about the noun before it."""
    verb = syntax.verb_of(clause)
    return verb is not None and syntax.words[verb.finite].tag is Tag.PARTICIPLE


def what_is_told(syntax: Syntax, first: int, last: int) -> Part:
    """What a connector is about: the rest of its sentence behind it, else what stands before it."""
    words = syntax.words
    behind = last + (last < len(words) and words[last].tag is Tag.COMMA)
    start, end = _start(syntax, first), _end(syntax, behind)
    if words[start].form == "(":
        return Part(start + 1, first)
    before = words[start:first]
    if start == first or all(word.tag in (Tag.COMMA, Tag.ADVERB, Tag.COORDINATOR) for word in before):
        return Part(behind, end)
    joint = words[first - 2] if words[first - 1].tag is Tag.COMMA else words[first - 1]
    if joint.tag is Tag.COORDINATOR:
        return Part(behind, end)
    finite = any(word.tag is Tag.FINITE for word in before)
    rest = any(word.tag is Tag.FINITE for word in words[behind:end])
    if rest and not finite:
        return Part(start, end) if _has_subject(syntax, start, first) else Part(behind, end)
    if words[first - 1].tag is not Tag.COMMA and behind == last and last < end and finite and not rest:
        return Part(start, end)  # « témoigne selon lui de l'importance »
    return Part(_narrowed(syntax, start, first, last), first - (words[first - 1].tag is Tag.COMMA))


def _has_subject(syntax: Syntax, start: int, first: int) -> bool:
    """« Le train, selon la compagnie, est parti »: whether the clause begins before the connector."""
    return any(g.preposition is None and not g.when for g in syntax.nouns if start <= g.first < first)


def _narrowed(syntax: Syntax, start: int, first: int, last: int) -> int:
    """Where what stands before a connector begins: at the number of « …, 20.000 selon la police », behind a « que »."""
    words = syntax.words
    comma = next((i for i in range(first - 2, start, -1) if words[i].tag is Tag.COMMA), None)
    if (
        comma is not None
        and words[comma + 1].tag is Tag.NUMBER
        and not any(w.tag is Tag.FINITE for w in words[comma:first])
    ):
        return comma + 1
    clause = syntax.clause_at(first)
    set_off = words[first - 1].tag is Tag.COMMA and last >= len(words) - 1
    inside = clause is not None and clause.opener is not None and start < clause.first and clause.opener + 1 < first
    return clause.opener + 1 if inside and not set_off and clause and clause.opener is not None else start


def _start(syntax: Syntax, first: int) -> int:
    """Behind the last colon, semicolon or opening bracket before a word."""
    for i in range(first - 1, -1, -1):
        if syntax.words[i].form == ")":
            return _start_outside(syntax, first)
        if syntax.words[i].form == "(":
            return i
        if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in ";:.":
            return i + 1
    return 0


def _start_outside(syntax: Syntax, first: int) -> int:
    stops = [i + 1 for i in range(first) if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in ";:."]
    return stops[-1] if stops else 0


def _end(syntax: Syntax, first: int) -> int:
    """The next full stop, colon or semicolon, or a bracket in which somebody else is named: « (… selon la CGT) »."""
    for i in range(first, len(syntax.words)):
        if i > first and syntax.words[i].form == "(" and _names_another(syntax, i):
            return i
        if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in ";.!?…":
            return i
    return len(syntax.words)


def _names_another(syntax: Syntax, bracket: int) -> bool:
    """Whether « selon » stands in a bracket."""
    closing = next((k for k in range(bracket, len(syntax.words)) if syntax.words[k].form == ")"), bracket)
    return any(word.form == "selon" for word in syntax.words[bracket:closing])
