"""What a verb of saying reports: the clause behind it, what is promised, denied or charged, or quoted words."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.analysis.syntax import ClauseKind, NounGroup, Syntax, Tag, VerbGroup
from briefing.extract.speech.extent import LIGHT, clause_end
from briefing.extract.speech.report import Part
from briefing.extract.words.lexicon import listed
from briefing.languages.en.grammar.saying import Frame, Saying
from briefing.languages.en.grammar.voices import nouns_of

_FAR = 12
"""Words that may stand between a verb and its « that », or what somebody is accused of."""


def content_of(syntax: Syntax, number: int, verb: VerbGroup, entry: Saying) -> Part | None:
    """What the verb of clause `number` reports, by the first of its frames that fits."""
    found = (part for find in _FINDERS if (part := find(syntax, number, verb, entry)) is not None)
    return next(found, None) or _quoted(syntax, number, verb)


def behind(syntax: Syntax, i: int, *, listener: bool) -> int:
    """The first word behind a verb that is no adverb, date, « in a statement » or, where it takes one, listener."""
    words = syntax.words
    while i < len(words):
        group = syntax.noun_at(i) or syntax.noun_at(i + 1)
        told = group is not None and group.preposition == i and _is_occasion(syntax, group)
        if words[i].tag is Tag.ADVERB and words[i].kind != "negative":
            i += 1
        elif group is not None and (told or (group.first == i and group.when)):
            i = group.whole
        elif listener and group is not None and group.first == i and group.preposition is None:
            i, listener = group.whole, False
        else:
            return i
    return i


def _is_occasion(syntax: Syntax, group: NounGroup) -> bool:
    head = syntax.words[group.head]
    return group.when or head.kind in ("when", "digits", "object") or head.form in nouns_of("told")


def quoted_behind(syntax: Syntax, first: int, last: int) -> Part | None:
    """From the first to the last quotation among some words, in front of another verb of saying."""
    quoted = [i for i in range(first, last) if syntax.words[i].tag is Tag.QUOTATION]
    return Part(quoted[0], quoted[-1] + 1) if quoted else None


def _clause(syntax: Syntax, number: int, verb: VerbGroup, entry: Saying) -> Part | None:
    """« said on Monday that … », « told reporters that … », « said the road was safe »."""
    if not entry.takes & {Frame.CLAUSE, Frame.THAT, Frame.LISTENER}:
        return None
    for other in syntax.clauses:
        bare = other.opener is None and other.kind is ClauseKind.COMPLETIVE and other.parent == number
        opened = other.opener is not None and syntax.words[other.opener].form == "that"
        if other.first < verb.last or not (bare or opened):
            continue
        between = syntax.words[verb.last : other.first]
        if len(between) > _FAR or any(word.tag not in LIGHT for word in between):
            return None
        if opened and not _is_free(syntax, verb.last, other.first, entry):
            return None
        first = other.first + opened
        return Part(first, clause_end(syntax, other, first))
    return None


def _is_free(syntax: Syntax, first: int, last: int, entry: Saying) -> bool:
    """Whether no noun stands before « that » of which it may be a relative: « the plan that failed »."""
    if Frame.LISTENER in entry.takes:
        return True
    return not any(first <= g.first < last and g.preposition is None and not g.when for g in syntax.nouns)


def _promise(syntax: Syntax, number: int, verb: VerbGroup, entry: Saying) -> Part | None:
    """« promised to pay »."""
    i = behind(syntax, verb.last, listener=False)
    if Frame.TO not in entry.takes or i + 1 >= len(syntax.words) or syntax.words[i].kind != "infinitive":
        return None
    return Part(i + 1, clause_end(syntax, syntax.clauses[number], i + 1))


def _object(syntax: Syntax, number: int, verb: VerbGroup, entry: Saying) -> Part | None:
    """« denied any link », « announced a ban », « denied drinking », « accused the bank of fraud »."""
    i = behind(syntax, verb.last, listener=False)
    group = syntax.noun_at(i)
    clause = syntax.clauses[number]
    if i >= clause.last:
        return None
    gerund = syntax.words[i].tag is Tag.GERUND and Frame.DENIAL in entry.takes
    if not gerund:
        if group is None or group.first != i or group.preposition is not None:
            return None
        if syntax.words[group.head].tag in (Tag.PRONOUN, Tag.SUBJECT, Tag.QUOTATION):
            return None
        inside = syntax.words[i : min(len(syntax.words), i + _FAR)]
        charged = Frame.OF in entry.takes and any(word.form in ("of", "about") for word in inside)
        named = Frame.NOUN in entry.takes and _is_charge(syntax, group, entry)
        if not charged and not named:
            return None
    return Part(i, clause_end(syntax, clause, i))


def _is_charge(syntax: Syntax, group: NounGroup, entry: Saying) -> bool:
    """« rejected the allegations »; other verbs may deny anything."""
    charges = listed(__package__, "phrases", "charges")
    return Frame.CHARGES not in entry.takes or syntax.words[group.head].lemma in charges


def _quoted(syntax: Syntax, number: int, verb: VerbGroup) -> Part | None:
    """« called the plan “a farce” », « said: “…” »."""
    clause = syntax.clauses[number]
    inside = quoted_behind(syntax, verb.last, clause.last)
    return inside if inside is not None and not _is_of_another(syntax, number, inside.first) else None


def _is_of_another(syntax: Syntax, number: int, word: int) -> bool:
    inner = syntax.clause_at(word)
    return inner is not None and inner is not syntax.clauses[number] and inner.kind is ClauseKind.RELATIVE


_FINDERS: tuple[Callable[[Syntax, int, VerbGroup, Saying], Part | None], ...] = (_clause, _promise, _object)
"""What finds the content, in the order in which they are tried."""
