"""Whether the clause around a date looks back or ahead, by the tense of its verb."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag, VerbGroup
from briefing.extract.words.morphology import Tense


class Outlook(Enum):
    """Where a verb looks."""

    PAST = "past"
    NARRATIVE = "passé simple: a story that has no tie with today"
    PRESENT = "present"
    FUTURE = "future"
    BESIDE = "present, of a day that belongs to a noun or a state: « la grève de jeudi », « reste jeudi dans le coma »"
    UNKNOWN = "unknown"


class OutlookWords(Struct, frozen=True, kw_only=True):
    """The verbs, by lemma, that look elsewhere than their tense does."""

    modal: frozenset[str]
    """With an infinitive they look ahead: « doit partir », « va partir »."""
    prospective: frozenset[str]
    """The infinitive that depends on one looks ahead: « a promis de partir »."""
    recent: frozenset[str]
    """The infinitive that depends on one looks back: « vient de partir »."""
    hoped: frozenset[str]
    """Their object lies ahead of them: « espérait une réouverture lundi »."""
    excluded: frozenset[str]
    """So does whatever they rule out: « a exclu toute reprise avant lundi », not « a exclu deux élus lundi »."""
    scheduled: frozenset[str]
    """Their participle looks ahead: « est prévu », « la réunion prévue »."""
    states: frozenset[str]
    """What somebody is in the present, told with the day, is how it was then: « reste mardi dans le coma »."""
    reached: frozenset[str]
    """Forms that look like a present and are a participle beside a date: « joint mardi »."""
    of: frozenset[str]
    """Prepositions that bind a date to a noun: « le train [de] lundi »."""
    of_kind: frozenset[str]
    """Those among them that hold no determiner."""
    to: frozenset[str]
    """Prepositions behind which a date is that of what is scheduled: « a été reporté [à] lundi »."""
    aim: frozenset[str]
    """Those among them that say so of whatever was done: « promis [pour] lundi »."""
    is_telling: Callable[[str, bool], bool]
    """Whether a verb, in the present, tells what has been said already, beside a quotation or not: « assure mardi »."""


_SIMPLE = {
    Tense.FUTURE: Outlook.FUTURE,
    Tense.CONDITIONAL: Outlook.FUTURE,
    Tense.PAST: Outlook.NARRATIVE,
    Tense.IMPERFECT: Outlook.PAST,
    Tense.SUBJUNCTIVE_IMPERFECT: Outlook.NARRATIVE,
}
_PARTICIPIAL = frozenset({Tag.PARTICIPLE, Tag.ADJECTIVE})
_NOMINAL = frozenset({Tag.NOUN, Tag.ADJECTIVE})
_LINKS = frozenset({Tag.ADVERB, Tag.PREPOSITION, Tag.DETERMINER})
_FAR = 3
"""Words that may stand between a participle and its date: « signé dès le [3 mars] »."""


def outlook(syntax: Syntax, first: int, words: OutlookWords) -> Outlook:
    """Where the clause of the date that begins at word `first` looks."""
    participle = _participle_before(syntax, first, words)
    if participle is not None:
        return _of_participle(syntax, participle, first, words)
    clause = syntax.clause_at(first)
    found = Outlook.UNKNOWN if clause is None else _of_clause(syntax, clause, first, words)
    bound = first > 1 and syntax.words[first - 1].form in words.of and syntax.words[first - 2].tag in _NOMINAL
    if bound and (told := _told_behind(syntax, first, words)) is not None:
        return told
    return Outlook.BESIDE if bound and found is Outlook.PRESENT else found


def _told_behind(syntax: Syntax, first: int, words: OutlookWords) -> Outlook | None:
    """« la réunion de vendredi, où l'État [a admis] »: where the relative clause looks that the date's noun has."""
    for clause in syntax.clauses:
        between = syntax.words[first + 1 : clause.first]
        if clause.kind is ClauseKind.RELATIVE and clause.first > first and all(w.tag is Tag.COMMA for w in between):
            return _of_clause(syntax, clause, first, words)
    return None


def verb_around(syntax: Syntax, first: int) -> VerbGroup | None:
    """The verb group of the clause of word `first`."""
    clause = syntax.clause_at(first)
    return None if clause is None else syntax.verb_of(clause)


def _participle_before(syntax: Syntax, first: int, words: OutlookWords) -> int | None:
    """The participle that a date follows: « le texte [adopté] mardi », « [Joint] jeudi, l'armateur »."""
    for i in range(first - 1, max(-1, first - 2 - _FAR), -1):
        word = syntax.words[i]
        if word.form in words.reached or word.tag in _PARTICIPIAL:
            held = any(_holds(syntax, verb, i) for verb in syntax.verbs) and _main_clause(syntax, i) is None
            in_verb = held and word.form not in words.reached
            return None if in_verb or not _is_verbal(syntax, i, words) or _names_kind(syntax, i, words) else i
        if word.tag not in _LINKS:
            return None
    return None


def _holds(syntax: Syntax, verb: VerbGroup, i: int) -> bool:
    """Whether a participle is of a verb, or is what somebody is by it: « est [parti] », « resteront [fermés] »."""
    between = syntax.words[verb.last : i]
    says_how = verb.last <= i and syntax.words[verb.finite].tag is Tag.FINITE
    return verb.first <= i < verb.last or (says_how and all(word.tag is Tag.ADVERB for word in between))


def _main_clause(syntax: Syntax, i: int) -> Clause | None:
    """« le débat, [attendu] mardi, est reporté »: the clause that a participle between commas belongs to."""
    clause = syntax.clause_at(i)
    own = clause is not None and clause.kind is ClauseKind.PARTICIPIAL
    return None if clause is None or not own or clause.parent is None else syntax.clauses[clause.parent]


def _is_verbal(syntax: Syntax, i: int, words: OutlookWords) -> bool:
    word = syntax.words[i]
    return word.tag is Tag.PARTICIPLE or word.form in words.reached or word.lemma in words.scheduled


def _names_kind(syntax: Syntax, i: int, words: OutlookWords) -> bool:
    """« relancer une ligne de pâtes [cuites] lundi »: a kind, without a determiner, and nothing that befell it."""
    return i > 1 and syntax.words[i - 1].tag is Tag.NOUN and syntax.words[i - 2].form in words.of_kind


def _of_participle(syntax: Syntax, i: int, first: int, words: OutlookWords) -> Outlook:
    """« prévue lundi », « promise [pour] lundi » look ahead, unless their clause looks back: then they do not tell."""
    aimed = any(word.form in words.aim for word in syntax.words[i + 1 : first + 1])
    if syntax.words[i].lemma not in words.scheduled and not aimed:
        return Outlook.PAST
    clause = _main_clause(syntax, i) or syntax.clause_at(i)
    return _of_object(Outlook.UNKNOWN if clause is None else _of_clause(syntax, clause, i, words))


def _of_clause(syntax: Syntax, clause: Clause | None, first: int, words: OutlookWords) -> Outlook:
    """The outlook of a clause, of an infinitive that of what it depends on; without a verb none."""
    while clause is not None:
        verb = syntax.verb_of(clause)
        if verb is None:
            return Outlook.UNKNOWN
        if syntax.words[verb.finite].tag is Tag.FINITE:
            return _of_verb(syntax, verb, first, words)
        clause = None if clause.parent is None else syntax.clauses[clause.parent]
        governor = None if clause is None else syntax.verb_of(clause)
        looks = _of_infinitive(syntax, verb, governor, words)
        if looks is not None:
            return looks
    return Outlook.UNKNOWN


def _of_infinitive(syntax: Syntax, verb: VerbGroup, governor: VerbGroup | None, words: OutlookWords) -> Outlook | None:
    """« a promis de partir », « espère avoir fini » look ahead; « vient de partir », « nie être parti » look back."""
    if governor is not None and verb.tense is Tense.INFINITIVE:
        if governor.lemma in words.prospective and not _is_cause(syntax, verb, words):
            return Outlook.FUTURE
        if governor.lemma in words.recent:
            return Outlook.PAST
    return Outlook.PAST if verb.compound else None


def _is_cause(syntax: Syntax, verb: VerbGroup, words: OutlookWords) -> bool:
    """« condamné [pour avoir dit] »: what was done before."""
    before = syntax.words[verb.first - 1]
    return verb.compound and before.tag is Tag.PREPOSITION and before.form not in words.of_kind


def _of_verb(syntax: Syntax, verb: VerbGroup, first: int, words: OutlookWords) -> Outlook:
    if verb.infinitive is not None and verb.lemma in words.modal and not verb.compound:
        return Outlook.UNKNOWN if verb.tense is Tense.IMPERFECT else Outlook.FUTURE
    behind = None if verb.infinitive is None else syntax.verbs[verb.infinitive]
    if behind is not None and behind.compound and (looks := _of_infinitive(syntax, behind, verb, words)):
        return looks
    looks = _SIMPLE.get(verb.tense) or _of_present(syntax, verb, first, words)
    if verb.compound and verb.tense is not Tense.FUTURE:
        looks = Outlook.NARRATIVE if verb.tense is Tense.PAST else Outlook.PAST
    if _is_aim(syntax, verb, first, words):
        return Outlook.FUTURE
    if _is_hoped(syntax, verb, first, words):
        return _of_object(looks)
    return _of_schedule(verb, looks) if verb.lemma in words.scheduled else looks


def _of_schedule(verb: VerbGroup, looks: Outlook) -> Outlook:
    """« est prévu lundi » looks ahead; « était prévu lundi » does not tell."""
    return _of_object(looks) if verb.passive else looks


def _of_object(looks: Outlook) -> Outlook:
    """Ahead of a verb that looks back may be either side of today."""
    return Outlook.UNKNOWN if looks in (Outlook.PAST, Outlook.NARRATIVE) else Outlook.FUTURE


def _is_hoped(syntax: Syntax, verb: VerbGroup, first: int, words: OutlookWords) -> bool:
    """Whether the date is of what the verb hopes for or rules out: its object stands between them, or is quoted."""
    if syntax.words[first].tag is Tag.QUOTATION:
        return verb.lemma in words.hoped | words.prospective
    if verb.passive or _beside(syntax, verb, first):
        return False
    whatever = syntax.words[verb.last].kind == "predeterminer" and syntax.words[verb.last + 1].tag is Tag.NOUN
    return verb.lemma in words.hoped or (verb.lemma in words.excluded and whatever)


def _is_aim(syntax: Syntax, verb: VerbGroup, first: int, words: OutlookWords) -> bool:
    """« a été reporté [à] lundi », « a fixé l'audience [au] 3 mai »: to where something was moved."""
    word, before = syntax.words[first], first - 1
    scheduled = verb.lemma in words.scheduled and verb.last < first
    put = word.tag is Tag.NUMBER and verb.last < first and not _counts(syntax, first)
    moved = scheduled or (put and (verb.passive or verb.compound))  # « a été mis en délibéré au 3 mai »
    return (
        syntax.words[before].form in words.to
        and (word.tag is Tag.NUMBER or word.kind in ("when", "ordinal"))
        and ((verb.last == before and word.tag is Tag.NUMBER) or moved)  # not « a été signé [au printemps] »
        and verb.tense in (Tense.PRESENT, Tense.IMPERFECT)
    )


def _counts(syntax: Syntax, first: int) -> bool:
    """« 300 postes ont été supprimés au 3 mai »: whether a number stands before the date, which then tells the day."""
    return any(word.tag is Tag.NUMBER for word in syntax.words[:first])


def _of_present(syntax: Syntax, verb: VerbGroup, first: int, words: OutlookWords) -> Outlook:
    """« assure mardi le maire » has been said; « est toujours mardi dans le coma » was so then.

    « La rencontre du 3 mai s'annonce décisive » says neither.
    """
    quoted = any(word.tag is Tag.QUOTATION for word in syntax.words)
    telling = words.is_telling(verb.lemma, quoted) and not verb.passive and syntax.words[first - 1].form not in words.of
    if telling and _beside(syntax, verb, first):
        return Outlook.PAST
    bare = syntax.words[first - 1].tag is not Tag.PREPOSITION
    state = verb.lemma in words.states and not verb.passive and verb.last < first and bare
    return Outlook.BESIDE if state else Outlook.PRESENT


def _beside(syntax: Syntax, verb: VerbGroup, first: int) -> bool:
    """Whether a date stands right behind the verb, or before it: « assure mardi », « Mardi, le maire assure »."""
    return first < verb.first or all(word.tag in _LINKS for word in syntax.words[verb.last : first])
