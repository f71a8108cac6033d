"""Noun groups found from their end: the subject in front of a verb, the antecedent of « qui »."""

from __future__ import annotations

from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import HEADS, Group, Words, form_at, is_indefinite, is_of, tag_at

_EDGES = frozenset(
    {Tag.COMMA, Tag.STOP, Tag.COLON, Tag.THAT, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.VERB, Tag.INVERTED, Tag.NEUTER}
    | {Tag.SUBJECT, Tag.GERUND, Tag.INFINITIVE, Tag.NEGATION, Tag.CLITIC}
)
_VERBAL = frozenset({Tag.NEUTER, Tag.VERB, Tag.INFINITIVE, Tag.GERUND, Tag.SUBJECT, Tag.CLITIC, Tag.NEGATION})


def nearest(words: Words, j: int) -> Group | None:
    """The last noun group before `j`, whatever governs it: « pour les syndicats | qui », « un rapport | indiquant »."""
    first = j
    while first > 0 and not _is_edge(words, first - 1):
        word = words[first - 1]
        if word.tag is Tag.PREPOSITION and word.form not in grammar("of"):
            continues = first > 1 and words[first - 2].tag is Tag.WORD and word.form in grammar("continuing")
            if not continues:
                break
        first -= 1
        complement = is_of(words, first - 1) or (word.form == "des" and tag_at(words, first - 1) in HEADS)
        if word.tag is Tag.DETERMINER and not complement and form_at(words, first - 1) not in grammar("continuing"):
            break
    while first < j and words[first].tag in (Tag.COORDINATOR, Tag.ADVERB, Tag.TIME):
        first += 1
    return Group(first, j) if first < j and _is_nominal(words, Group(first, j)) else None


def before(words: Words, j: int) -> Group | None:
    """The noun group that ends before `j`, as subject of what stands there."""
    first = j
    while first > 0 and not _is_edge(words, first - 1):
        first -= 1
    edge = tag_at(words, first - 1)
    if edge in _VERBAL:
        relative = _relative_before(words, first - 1)
        if relative is not None:
            return before(words, relative)
        first = _after_coordinator(words, first, j)
    group = _trimmed(words, first, j)
    return group if group and _is_nominal(words, group) else None


def _is_edge(words: Words, i: int) -> bool:
    word = words[i]
    if word.tag is Tag.QUOTE:
        return tag_at(words, i - 1) not in (Tag.DETERMINER, Tag.PREPOSITION, Tag.WORD, Tag.NAME)
    return word.tag in _EDGES or (word.tag is Tag.COORDINATOR and word.form not in {"et", "ou"})


def _relative_before(words: Words, verb: int) -> int | None:
    """The index of the « qui » whose clause ends at `verb`: « les experts qui ont lu le texte estiment »."""
    for i in range(verb, max(-1, verb - 12), -1):
        if words[i].tag in (Tag.COMMA, Tag.STOP, Tag.COLON, Tag.QUOTE):
            return None
        noun_before = tag_at(words, i - 1) in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE)
        if noun_before and words[i].tag in (Tag.RELATIVE, Tag.THAT):
            return i
    return None


def _after_coordinator(words: Words, first: int, j: int) -> int:
    return next((i + 1 for i in range(j - 1, first - 1, -1) if words[i].tag is Tag.COORDINATOR), j)


def _trimmed(words: Words, first: int, last: int) -> Group | None:
    """The group without adjuncts in front (« Lundi », « Dans un communiqué ») and adverbs behind."""
    while last > first and words[last - 1].tag in (Tag.ADVERB, Tag.TIME, Tag.COORDINATOR):
        last -= 1
    while first < last and words[first].tag in (Tag.ADVERB, Tag.COORDINATOR):
        first += 1
    first = _after_date(words, first, last)
    if first < last and words[first].tag is Tag.PREPOSITION and not is_indefinite(words, first):
        first = _after_adjunct(words, first, last)
    return Group(first, last) if first < last else None


def _after_date(words: Words, first: int, last: int) -> int:
    i = first
    while i < last and words[i].tag in (Tag.DETERMINER, Tag.NUMBER, Tag.TIME):
        i += 1
        if words[i - 1].tag is Tag.TIME:
            first = i
    while first > 0 and first < last and words[first - 1].tag is Tag.TIME and words[first].tag is Tag.NUMBER:
        first += 1
    return first


def _after_adjunct(words: Words, first: int, last: int) -> int:
    """Past the noun group of a preposition, where a determiner begins another."""
    for i in range(first + 1, last):
        if words[i].tag is Tag.DETERMINER and words[i].form not in grammar("of") and words[i - 1].tag in HEADS:
            return i
    return last


def _is_nominal(words: Words, group: Group) -> bool:
    forms = [word.form for word in words[group.first : group.last]]
    if forms[0] in grammar("nobody"):
        return False
    heads = any(words[i].tag in HEADS for i in range(group.first, group.last))
    return heads or (len(forms) == 1 and forms[0] in grammar("alone"))
