"""Roles: who the article, or the project, says is « le président ukrainien », « la patronne du groupe »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.chains.actors import Actor, Role, Voice
from briefing.extract.chains.named import PEOPLE, Names
from briefing.model.annotation import EntityType
from briefing.model.entity import Entity


class Holder(NamedTuple):
    """Somebody and a role that they hold."""

    role: Role
    actor: Actor


class Roles:
    """The roles that are given in an article and in the project's register."""

    def __init__(self, names: Names, register: Sequence[Entity]) -> None:
        self.names, self.register = names, register

    def role(self, syntax: Syntax, number: int) -> Role:
        """The role that a noun group names."""
        group = syntax.nouns[number]
        telling = [
            w
            for w in syntax.words[group.first : group.whole]
            if w.tag in _TELLING and w.start != syntax.words[group.head].start
        ]
        border = syntax.words[group.last - 1].end
        apposed = {i for g in syntax.nouns if g.apposed_to == number for i in range(g.first, g.last)}
        outside = {syntax.words[i].start for i in apposed}
        qualities = frozenset(w.lemma for w in telling if w.end <= border and w.start not in outside)
        complements = frozenset(w.lemma.lower() for w in telling if w.end > border and w.start not in outside)
        head = syntax.words[group.head].lemma
        for complement in sorted(complements):
            office = self.names.words.periphrases.get((head, complement))
            if office is not None:
                return Role(office, qualities, complements - {complement}, group.gender)
        return Role(head, qualities, complements, group.gender)

    @cached_property
    def by_head(self) -> Mapping[str, Sequence[tuple[int, Holder]]]:
        """The roles that the article, or the project, gives somebody, by head noun, in order of the text."""
        found: defaultdict[str, list[tuple[int, Holder]]] = defaultdict(list)
        for at, holder in (*self._registered(), *self._told()):
            for head in self._alike(holder.role.head):
                found[head].append((at, holder))
        return found

    def _alike(self, head: str) -> frozenset[str]:
        return next((line for line in self.names.words.alike if head in line), frozenset({head})) | {head}

    def _registered(self) -> Iterator[tuple[int, Holder]]:
        parse = self.names.words.parse
        for entity in self.register if parse else ():
            for text in entity.roles:
                syntax = parse(text) if parse else None
                if syntax and syntax.nouns:
                    voice = Voice.PERSON if entity.type is EntityType.PERSON else Voice.BODY
                    actor = Actor(entity.name, entity.id, voice, syntax.nouns[0].gender, "s", named=True)
                    yield -1, Holder(self.role(syntax, 0), actor)

    def _told(self) -> Iterator[tuple[int, Holder]]:
        for syntax in self.names.sentences:
            for number, other in self._equated(syntax):
                group = syntax.nouns[number]
                if self.names.words.voice(syntax.words[group.head].lemma) is None:
                    continue
                mention = self.names.own_mention(syntax, syntax.nouns[other])
                person = self.names.words.voice(syntax.words[group.head].lemma) is Voice.PERSON
                if mention is not None and mention.type in (PEOPLE if person else _HOLDERS):
                    role = self.role(syntax, number)
                    yield mention.start, Holder(role, self.names.actor(mention, role.gender))

    def _equated(self, syntax: Syntax) -> Iterator[tuple[int, int]]:
        """Pairs of a common noun group and the name group that it describes: apposition and « est »."""
        for number, group in enumerate(syntax.nouns):
            if group.apposed_to is not None:
                one, other = number, group.apposed_to
                yield (one, other) if syntax.words[group.head].tag is Tag.NOUN else (other, one)
        for clause in syntax.clauses:
            verb = syntax.verb_of(clause)
            if verb is None or verb.lemma != self.names.words.being or clause.subject is None or verb.negated:
                continue
            said = next((n for n, g in enumerate(syntax.nouns) if g.first == verb.last and g.preposition is None), None)
            if said is not None and syntax.words[syntax.nouns[said].head].tag is Tag.NOUN:
                yield said, clause.subject


_HOLDERS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.OTHER})
_TELLING = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PARTICIPLE})


def fits(role: Role, known: Role) -> bool:
    """Whether no word of the role speaks against its holder."""
    if role.gender and known.gender and role.gender != known.gender:
        return False
    one_inside_the_other = role.qualities <= known.qualities or known.qualities <= role.qualities
    return one_inside_the_other and role.complements <= known.complements | known.qualities
