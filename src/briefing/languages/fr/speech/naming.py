"""Where in a noun group its name stands, if the group is named at all."""

from __future__ import annotations

from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, is_of, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, voice_of


def heads_group(words: Words, group: Group, k: int) -> bool:
    """Whether the person named at `k` is who the group means: not in « l'avocat de Petit », « du ministre Petit »."""
    if k == group.first:
        return True
    if is_of(words, k - 1):
        return False
    title = voice_of(words, Group(k - 1, k)) in (Voice.PERSON, Voice.EXPERT)
    opening = k - 2 - (tag_at(words, k - 2) is Tag.DETERMINER)
    return not (title and opening >= group.first and is_of(words, opening))


def points_back(words: Words, group: Group) -> bool:
    """Whether the group is « ce dernier », « celle-ci »."""
    latter = form_at(words, group.first + 1) in {"dernier", "dernière"} and group.last == group.first + 2
    return latter or form_at(words, group.first) in grammar("latter")


def name_in(words: Words, group: Group) -> Group | None:
    """The name that the group is: « Orlov », « le président Petit », « l'agence KCNA », not « le club de Petit »."""
    last = group.last
    while last > group.first and words[last - 1].tag is not Tag.NAME:
        last -= 1
    first = last
    while first > group.first and (words[first - 1].tag is Tag.NAME or _is_particle(words, first - 1, group)):
        first -= 1
    whole = first <= group.first or all(w.tag in (Tag.DETERMINER, Tag.NUMBER) for w in words[group.first : first])
    apposed = tag_at(words, first - 1) in (Tag.WORD, Tag.COMMA) and last == group.last
    return Group(first, last) if first < last and (whole or apposed) else None


def _is_particle(words: Words, i: int, group: Group) -> bool:
    inside = i > group.first and words[i - 1].tag is Tag.NAME
    return inside and words[i].form in grammar("particle")


def takes_up(words: Words, group: Group) -> bool:
    """Whether the group is somebody named before: « cette spécialiste », « l'intéressé »."""
    pointed = form_at(words, group.first) in grammar("this") and group.last <= group.first + 3
    person = pointed and voice_of(words, group) in (Voice.PERSON, Voice.EXPERT)
    return person or (form_at(words, group.last - 1) in grammar("concerned") and group.last == group.first + 2)
