"""What commas part from its verb: « Paul Vernet, chercheur à Lyon, estime »."""

from __future__ import annotations

from briefing.languages.fr.speech.syntax.backward import before
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar, is_auxiliary
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, full_names, is_full_name, tag_at

_SEGMENTS = 8
"""How many insertions between commas may part a subject from its verb."""


def across_insertions(words: Words, comma: int) -> Group | None:
    """« Paul Vernet, chercheur à Lyon, estime »: back over what commas cut off."""
    end = before_bracket(words, comma)
    name: Group | None = None
    for _ in range(_SEGMENTS):
        start = segment_start(words, end)
        name = name or _name_alone(words, Group(start, end))
        if tag_at(words, start - 1) is not Tag.COMMA:
            return name or (before(words, end) if end < comma or _is_compound(words, comma + 1) else None)
        end = before_bracket(words, start - 1)
        candidate = _subject_segment(words, end)
        if candidate:
            described = name is not None and _is_described(words, candidate, name)
            return Group(candidate.first, name.last) if name and described else candidate
    return name


def _is_described(words: Words, group: Group, name: Group) -> bool:
    """« le principal syndicat, le SNCTA, » is one; in « Lille, Lyon et Nice » the commas only count up."""
    several = name.last - name.first > 1
    return several or words[group.first].form in grammar("definite")


def _is_compound(words: Words, i: int) -> bool:
    """« La direction, a contesté que »: a stray comma is forgiven before an auxiliary."""
    return i < len(words) and is_auxiliary(words[i])


def segment_start(words: Words, end: int) -> int:
    """Where the stretch between commas begins that ends at `end`."""
    start = end
    while start > 0 and words[start - 1].tag not in (Tag.COMMA, Tag.STOP, Tag.COLON):
        start -= 1
    return start


def before_bracket(words: Words, end: int) -> int:
    """« Marc Duval (LR) | »: what a bracket adds to a name is no part of it."""
    if form_at(words, end - 1) not in {")", "]"}:
        return end
    return next((i for i in range(end - 2, -1, -1) if words[i].form in {"(", "["}), end)


def _name_alone(words: Words, group: Group) -> Group | None:
    """« la ministre, Jeanne Morel, a promis », « le vainqueur, le Belge Tom Claes, juge »: the name between commas."""
    if group.first >= group.last or any(word.tag is Tag.PREPOSITION for word in words[slice(*group)]):
        return group if is_full_name(words, group) else None
    found = list(full_names(words, group))
    if found and found[-1].last == group.last:
        return found[-1]
    bare = group.first + (words[group.first].tag is Tag.DETERMINER)
    return Group(bare, group.last) if bare == group.last - 1 and words[bare].tag is Tag.NAME else None


def _subject_segment(words: Words, end: int) -> Group | None:
    """The group that ends at a comma, if a subject may stand there."""
    start = segment_start(words, end)
    opens = tag_at(words, start)
    if opens in (Tag.RELATIVE, Tag.PARTICIPLE, Tag.GERUND, Tag.PREPOSITION, Tag.NUMBER) and tag_at(words, start - 1):
        return None
    if opens is Tag.WORD and tag_at(words, start - 1) is Tag.COMMA:
        return None
    return before(words, end)
