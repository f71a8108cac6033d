"""How far a reported passage goes, and where its clause begins."""

from __future__ import annotations

from briefing.languages.fr.speech.clauses.report import Clause
from briefing.languages.fr.speech.syntax.grammar import VERBAL, Tag
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, tag_at

_LOOSE = frozenset({Tag.COMMA, Tag.COORDINATOR, Tag.STOP, Tag.COLON})
_SHORT = 8
"""Words in which « ce que » comes to its verb."""
_LONGEST = 160
"""Words that a reported passage may have: a sentence without end does not make one claim."""


def stretch(clause: Clause, first: int, *, whole: bool = True) -> Group | None:
    """From `first` to where the reported passage ends; if not `whole`, at most to the next clause."""
    words = clause.words
    last, depth = first, 0
    while last < min(len(words), first + _LONGEST):
        form = words[last].form
        depth += (form in "([") - (form in ")]")
        if depth < 0 or (depth == 0 and _ends(clause, last, first)):
            break
        joint = words[last].tag in (Tag.COMMA, Tag.COORDINATOR)
        if joint and not whole and depth == 0 and (opens_clause(words, last + 1) or _resumes(words, last)):
            break
        last += 1
    while last > first and (words[last - 1].tag in _LOOSE or words[last - 1].form in {"en", "tout"}):
        last -= 1  # « , tout en | estimant »
    return Group(first, last) if last > first else None


def _ends(clause: Clause, i: int, first: int) -> bool:
    words, stops, verbs = clause
    if i > first and i in stops:
        return True
    tag = words[i].tag
    if tag is Tag.STOP:
        return words[i].form == ";" or i + 1 == len(words) or words[i + 1].capital or tag_at(words, i + 1) is Tag.QUOTE
    if tag is Tag.COMMA:
        return _turns(clause, i + 1)
    if tag is Tag.COORDINATOR:
        return i + 1 in verbs or (words[i].form == "mais" and opens_clause(words, i + 1))
    return words[i].form in {"tandis", "alors"} and tag_at(words, i + 1) is Tag.THAT


def _turns(clause: Clause, i: int) -> bool:
    """Whether, after a comma, the one who reports speaks again: « , mais … », « , tandis que … », « , et il … »."""
    words, stops, verbs = clause
    gerund = i + (form_at(words, i) == "tout")  # « tout en admettant »
    if i in stops or (form_at(words, gerund) == "en" and gerund + 1 in stops):
        return True
    if tag_at(words, i) is Tag.NEUTER and tag_at(words, i + 1) is Tag.THAT:
        return any(j in verbs for j in range(i + 2, i + _SHORT))  # « , ce que dément le club »
    if tag_at(words, i) is Tag.COORDINATOR:
        return i + 1 in verbs or (form_at(words, i) != "car" and opens_clause(words, i + 1))
    return False


def _resumes(words: Words, comma: int) -> bool:
    """« accusée d'avoir triché, nie »: behind the insertion the main verb comes."""
    following = tag_at(words, comma + 1)
    return words[comma].tag is Tag.COMMA and following in VERBAL


_NOMINAL = frozenset(
    {Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.COORDINATOR, Tag.QUOTE}
    | {Tag.TIME, Tag.ADVERB, Tag.INFINITIVE}
)


def opens_clause(words: Words, i: int) -> bool:
    """Whether a subject and its verb begin at `i`."""
    if tag_at(words, i) in (Tag.SUBJECT, Tag.NEUTER):
        return True
    if tag_at(words, i) not in (Tag.DETERMINER, Tag.NAME):
        return False
    for j in range(i, min(len(words), i + 15)):
        if words[j].tag not in _NOMINAL:
            return words[j].tag in VERBAL
    return False


def clause_start(words: Words, i: int) -> int:
    """Where the clause that reaches `i` begins: after a full stop, a colon or an open bracket."""
    depth = 0
    while i > 0:
        word = words[i - 1]
        depth += (word.form in ")]") - (word.form in "([")
        if depth < 0 or (depth == 0 and (_is_stop(words, i - 1) or word.tag is Tag.COLON)):
            break
        i -= 1
    return i


def _is_stop(words: Words, i: int) -> bool:
    if words[i].tag is not Tag.STOP:
        return False
    return words[i].form == ";" or i + 1 >= len(words) or words[i + 1].capital or words[i + 1].tag is Tag.QUOTE
