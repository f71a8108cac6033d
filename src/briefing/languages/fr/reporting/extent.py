"""Where what a verb of saying reports begins and ends: the word behind the verb, the end of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag
from briefing.languages.fr.grammar.lexicon import is_animate
from briefing.languages.fr.grammar.voices import voice_of_noun
from briefing.languages.fr.reporting.cues import Cue, CueVerb
from briefing.languages.fr.reporting.report import Part

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
