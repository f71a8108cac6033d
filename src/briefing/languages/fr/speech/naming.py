"""What a noun group is called: a name in full, the holder of a role, or the noun without its article."""

from __future__ import annotations

from typing import NamedTuple

from briefing.extract.reading import Reading
from briefing.languages.fr.speech.holders import Holders, Role, role_of
from briefing.languages.fr.speech.names import Names
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, is_of, tag_at
from briefing.languages.fr.speech.syntax.voices import (
    Voice,
    gender,
    head,
    is_coordinated,
    is_one_of,
    is_plural,
    voice_of,
)
from briefing.model.annotation import EntityType
from briefing.model.span import Span


class Speaker(NamedTuple):
    """Who speaks: canonical name or noun phrase, and the entity where it is known."""

    name: str
    entity: str | None = None
    gender: str | None = None
    plural: bool = False
    person: bool = False


class Naming:
    """What the noun groups of an article that name or describe somebody are called in full."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self._text = reading.article.text
        self._names = names
        self._holders = Holders(reading.text, names)

    def gender(self, name: str) -> str | None:
        """The gender, m or f, of a person of that name, where the article or the first name tells."""
        return self._holders.gender(name)

    def speaker(self, words: Words, group: Group) -> Speaker | None:
        """The speaker that a noun group names."""
        span = self._name_span(words, group)
        if span is None:
            return self._holder(words, group) or self._noun(words, group)
        entity = self._names.entity_at(span)
        full = self._names.name_of(entity, span.of(self._text))
        return Speaker(full, entity, self._holders.gender(full) or gender(words, group))

    def _name_span(self, words: Words, group: Group) -> Span | None:
        """Where the group's own name stands: « la maire de Lyon Anne Petit », not « l'avocat d'Anne Petit »."""
        if is_coordinated(words, group):
            return None
        person = self._names.person_in(group.span(words))
        if person:
            k = next(i for i in range(*group) if words[i].end > person.start)
            return person.span if heads_group(words, group, k) else None
        name = name_in(words, group)
        if name is None:
            return None
        whole = Span(name.span(words).start, group.span(words).end)  # « l'[Union européenne] »
        mention = next(self._names.inside(whole), None)
        if mention and mention.start == whole.start:
            return mention.span
        described = all(word.tag is Tag.WORD for word in words[name.last : group.last])
        return whole if described else name.span(words)

    def _holder(self, words: Words, group: Group) -> Speaker | None:
        """« le dirigeant nord-coréen »: the person who is said to be that."""
        if form_at(words, group.first) not in grammar("definite"):
            return None
        role = role_of(words, group)
        if role is None:
            return None
        at = words[group.first].start
        holder = self._holders.of(role, at)
        if holder:
            return Speaker(holder.name, holder.entity, role.gender)
        return None if role.complements else self._by_kind(role, at)

    def _by_kind(self, role: Role, at: int) -> Speaker | None:
        """« La chanteuse », « le club »: the only person of that gender, or the only body, named so far."""
        kinds = {"vocation": EntityType.PERSON, "outfit": EntityType.ORGANISATION}
        kind = next((kinds[name] for name in kinds if role.head in grammar(name)), None)
        if kind is None:
            return None
        mentions = {mention.entity: mention for mention in self._names.named_before(at, kind)}
        named = {self._names.name_of(entity, mention.exact): entity for entity, mention in mentions.items()}
        if kind is EntityType.ORGANISATION:
            name = next(iter(named), None) if len(named) == 1 else None
            return Speaker(name, named[name], role.gender) if name else None
        fitting = [name for name in named if self._holders.gender(name) in (None, role.gender)]
        return Speaker(fitting[0], named[fitting[0]], role.gender) if len(fitting) == 1 else None

    def _noun(self, words: Words, group: Group) -> Speaker | None:
        found = head(words, group)
        if found and found.form in grammar("unvoiced"):
            return None
        first = group.first
        while not is_one_of(words, group) and first < group.last - 1 and words[first].tag is Tag.DETERMINER:
            first += 1
        span = Group(first, group.last).span(words)
        entity = self._names.entity_that_is(span)  # « les services de renseignement »: a body without a capital
        return Speaker(span.of(self._text), entity, gender(words, group), is_plural(words, group))

    def is_person(self, words: Words, group: Group) -> bool:
        """Whether the group is a person, as far as one can tell."""
        kind = voice_of(words, group)
        return kind in (Voice.PERSON, Voice.EXPERT) or self._names.person_in(group.span(words)) is not None


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
    before = first - 1 - (tag_at(words, first - 1) is Tag.DETERMINER and tag_at(words, first - 2) is Tag.COMMA)
    apposed = tag_at(words, before) in (Tag.WORD, Tag.COMMA) and last == group.last  # « le syndicat, le SNUT »
    return Group(first, last) if first < last and (whole or apposed) else None


def _is_particle(words: Words, i: int, group: Group) -> bool:
    inside = i > group.first and words[i - 1].tag is Tag.NAME
    return inside and words[i].form in grammar("particle")


def takes_up(words: Words, group: Group) -> bool:
    """Whether the group is somebody named before: « cette spécialiste », « l'intéressé »."""
    pointed = form_at(words, group.first) in grammar("this")
    person = pointed and voice_of(words, group) in (Voice.PERSON, Voice.EXPERT)
    return person or (form_at(words, group.last - 1) in grammar("concerned") and group.last == group.first + 2)
