"""Where what a verb of saying reports begins and ends: with its clause, before one that only stands beside it."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag, VerbGroup
from briefing.extract.analysis.verb_groups import past_infinitive
from briefing.extract.speech.report import Part

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


def with_joined(syntax: Syntax, told: Clause) -> Clause:
    """« affirme que … et [que …] »: the last of the clauses that a cue reports together, the first if it is alone."""
    joined = (
        other
        for other in syntax.clauses
        if other.kind is ClauseKind.COMPLETIVE
        and other.opener is not None
        and other.parent == told.parent
        and other.first > told.first
        and syntax.words[other.first - 1].tag in (Tag.COORDINATOR, Tag.COMMA)
    )
    return max(joined, key=lambda other: other.first, default=told)


def completive_end(syntax: Syntax, clause: Clause) -> int:
    """Where a completive clause ends, before what stands beside it."""
    verb = syntax.verb_of(clause)
    begun = verb.first if verb is not None else clause.first  # « que d'autres tests, portant sur l'eau, [suivront] »
    for other in syntax.clauses:
        if begun < other.first < clause.last and _stands_apart(syntax, other):
            return _without_mark(syntax, _opening(syntax, other))
    last = _without_mark(syntax, clause.last)
    return last - (syntax.words[last - 1].tag is Tag.COORDINATOR)


def clause_end(syntax: Syntax, clause: Clause, first: int) -> int:
    """Where what begins at a word ends: with its clause, or before one that only stands beside it."""
    last = clause.last
    for other in syntax.clauses:
        if first < other.first < last and _stands_apart(syntax, other):
            last = _without_mark(syntax, _opening(syntax, other))
    for i in range(first, last):
        if syntax.words[i].tag is Tag.STOP:
            return i
    return _without_mark(syntax, last)


def _opening(syntax: Syntax, clause: Clause) -> int:
    """Where a clause begins, with the word that belongs to it: « , [tout] en disant », « , [ce] que »."""
    adverb = clause.kind is ClauseKind.PARTICIPIAL and syntax.words[clause.first - 1].tag is Tag.ADVERB
    return clause.first - (adverb or _takes_up(syntax, clause))


def _takes_up(syntax: Syntax, clause: Clause) -> bool:
    """« …, [ce que le maire dément] »: a relative of what the sentence told before."""
    before = syntax.words[clause.first - 1]
    neuter = before.tag is Tag.PRONOUN and before.kind == "neuter"
    return neuter and clause.first > 1 and syntax.words[clause.first - 2].tag is Tag.COMMA


def _without_mark(syntax: Syntax, last: int) -> int:
    while last > 0 and syntax.words[last - 1].tag in (Tag.STOP, Tag.COMMA):
        last -= 1
    return last


def _stands_apart(syntax: Syntax, clause: Clause) -> bool:
    """« …, tandis que … », « …, a-t-il dit », « …, ce que … »: a clause set off by a comma, of its own weight."""
    if _takes_up(syntax, clause):
        return True
    before = syntax.words[_opening(syntax, clause) - 1]
    opener = syntax.words[clause.opener] if clause.opener is not None else None
    contrast = opener is not None and opener.kind == "contrast"
    own = clause.kind in (ClauseKind.INSERTION, ClauseKind.PARTICIPIAL) or contrast
    return before.tag is Tag.COMMA and own and not _describes(syntax, clause)


def _describes(syntax: Syntax, clause: Clause) -> bool:
    """« une loi, votée en mai, »: a past participle between commas goes on about the noun before it."""
    verb = syntax.verb_of(clause)
    return verb is not None and syntax.words[verb.finite].tag is Tag.PARTICIPLE


def sentence_start(syntax: Syntax, first: int) -> int:
    """Behind the last semicolon or full stop before a word."""
    for i in range(first - 1, -1, -1):
        if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in (";", ".", "!", "?"):
            return i + 1
    return 0


def sentence_end(syntax: Syntax, first: int) -> int:
    """The next colon, semicolon or full stop, or the end of the sentence."""
    return next((i for i in range(first, len(syntax.words)) if syntax.words[i].tag is Tag.STOP), len(syntax.words))


def only_quoted(syntax: Syntax, part: Part) -> bool:
    """Whether nothing but quotations and marks stands in a part."""
    marks = {Tag.QUOTATION, Tag.COMMA, Tag.STOP}
    return all(word.tag in marks for word in syntax.words[part.first : part.last])


def verb_end(syntax: Syntax, verb: VerbGroup) -> int:
    """Where a verb group ends, with the infinitive that a preposition binds to it: « a fini [par lâcher] »."""
    return past_infinitive(syntax.words, syntax.verbs, verb.last)


def subject_of_quoted(syntax: Syntax, k: int) -> int | None:
    """« Corvel dément, [Krall] « étudie un recours » »: who stands, behind a mark or « et », before a quoted verb."""
    if syntax.words[k].kind != "predicate":
        return None
    free = (n for n, group in enumerate(syntax.nouns) if group.whole == k and group.preposition is None)
    subject = next(free, None)
    first = syntax.nouns[subject].first if subject is not None else 0
    opens = first == 0 or syntax.words[first - 1].tag in (Tag.COMMA, Tag.STOP, Tag.COORDINATOR)
    return subject if opens else None
