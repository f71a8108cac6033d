"""Appositions of a source, which are no part of what it says: « Selon Ali Bensaïd, chercheur à Lyon, … »."""

from __future__ import annotations

from briefing.languages.fr.speech.clauses.report import Clause
from briefing.languages.fr.speech.clauses.stretch import stretch
from briefing.languages.fr.speech.syntax.grammar import Tag
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, is_full_name, tag_at


def stretch_behind(clause: Clause, end: int) -> Group | None:
    """What is said behind a source that ends at `end`, the source's appositions left out."""
    words = clause.words
    i = end
    if form_at(words, i) == "(":  # « Selon la Banque centrale (BCE), »
        i = next((j + 1 for j in range(i, len(words)) if words[j].form == ")"), i)
    if tag_at(words, i) is Tag.RELATIVE:  # « une étude qui paraît lundi, »
        i = next((j for j in range(i, len(words)) if words[j].tag is Tag.COMMA), i)
    comma = next((j for j in range(i, min(len(words), i + 15)) if words[j].tag is Tag.COMMA), None)
    gap = words[i : comma if comma is not None else i]
    if comma is not None and not any(word.tag in (Tag.VERB, Tag.SUBJECT) for word in gap):
        i = comma + 1
        while (next_ := _past_apposition(words, i)) > i:
            i = next_
    if tag_at(words, i) in (Tag.COMMA, Tag.COLON):
        i += 1
    return stretch(clause, i)


_APPOSED = frozenset({Tag.WORD, Tag.PARTICIPLE, Tag.RELATIVE, Tag.NUMBER, Tag.NAME})


def _past_apposition(words: Words, i: int) -> int:
    """Past « directrice de l'institut, » or « qui s'exprimait lundi, », if a clause follows."""
    comma = next((j for j in range(i, len(words)) if words[j].tag is Tag.COMMA), None)
    if comma is None or tag_at(words, i) not in _APPOSED:
        return i
    if words[i].tag is Tag.NAME and not is_full_name(words, Group(i, comma)):
        return i
    bare = not any(word.tag is Tag.VERB for word in words[i:comma])
    rest = any(word.tag is Tag.VERB for word in words[comma:])
    return comma + 1 if rest and (bare or words[i].tag is Tag.RELATIVE) else i
