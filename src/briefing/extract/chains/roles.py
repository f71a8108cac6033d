"""Roles: who the article, or the project, says is « le président ukrainien », « la patronne du groupe »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag, Word
from briefing.extract.chains.actors import Actor, Role, Voice
from briefing.extract.chains.named import PEOPLE, Names
from briefing.extract.chains.nouns import noun_of
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
        told = any(_tells_which(w) for w in syntax.words[group.last : group.whole] if w.start not in outside)
        head = noun_of(syntax.words[group.head])
        for complement in sorted(complements | qualities):
            office = self.names.words.periphrases.get((head, complement))
            if office is not None:
                return Role(office, qualities - {complement}, complements - {complement}, group.gender)
        return Role(head, qualities, complements, group.gender, told)

    def fits(self, role: Role, known: Role) -> bool:
        """Whether no word of the role speaks against its holder; another noun may add to what is known."""
        if role.gender and known.gender and role.gender != known.gender:
            return False
        if self._elsewhere(role, known):
            return False
        told = known.complements | known.qualities
        if role.head != known.head and self._is_related(role.head, known.head):
            return not known.complements or role.complements <= told
        one_inside_the_other = role.qualities <= known.qualities or known.qualities <= role.qualities
        return one_inside_the_other and role.complements <= told

    def speaks_against(self, role: Role, actor: Actor) -> bool:
        """Whether what is known of somebody excludes a role: another place, or another holder of the same noun."""
        known = self._of_actor.get(actor.key, ())
        return any(self._elsewhere(role, k) or (k.head == role.head and not self.fits(role, k)) for k in known)

    @cached_property
    def _of_actor(self) -> Mapping[str, Sequence[Role]]:
        found: defaultdict[str, list[Role]] = defaultdict(list)
        for _, holder in (*self._given, *self._bodies()):
            found[holder.actor.key].append(holder.role)
        return found

    def _elsewhere(self, role: Role, known: Role) -> bool:
        """Whether the two are of different places: « le dirigeant russe » is not « le président américain »."""
        here, there = self.places(role), self.places(known)
        return bool(here and there and not here & there)

    def places(self, role: Role) -> frozenset[str]:
        """The places that its adjectives tell of: « le chancelier [allemand] »."""
        return frozenset(place for word in role.qualities if (place := self.names.words.origin(word)) is not None)

    def distance(self, role: Role, known: Role) -> int:
        """How far apart two nouns are: 0 the same, 1 of one office, 2 one more general than the other."""
        return 0 if role.head == known.head else 2 if self._is_related(role.head, known.head) else 1

    def _is_related(self, one: str, other: str) -> bool:
        """Whether one noun is more general than the other: « joueur » and « attaquant »."""
        general = self.names.words.general
        return one in general.get(other, ()) or other in general.get(one, ())

    @cached_property
    def by_head(self) -> Mapping[str, Sequence[tuple[int, Holder]]]:
        """The roles that the article, or the project, gives somebody, by head noun, in order of the text."""
        found: defaultdict[str, list[tuple[int, Holder]]] = defaultdict(list)
        for at, holder in (*self._given, *self._bodies()):
            for head in self.alike(holder.role.head):
                found[head].append((at, holder))
        return found

    @cached_property
    def holding(self) -> frozenset[str]:
        """Who holds a role that the article, or the project, tells; not what somebody only is in what happens."""
        return frozenset(holder.actor.key for _, holder in self._stated)

    @cached_property
    def _stated(self) -> Sequence[tuple[int, Holder]]:
        return (*self._registered(), *self._told(), *self._addressed())

    @cached_property
    def _given(self) -> Sequence[tuple[int, Holder]]:
        return (*self._stated, *self._made(), *self._become())

    def alike(self, head: str) -> frozenset[str]:
        """The nouns of the same kind of voice by which who holds a role may be taken up."""
        words = self.names.words
        wider = {noun for noun, special in words.general.items() if head in special}
        alike = (wider | words.general.get(head, frozenset())).union(*(line for line in words.alike if head in line))
        return frozenset({head, *(noun for noun in alike if words.voice(noun) is words.voice(head))})

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
        for syntax in self.names.everywhere:
            for number, other in self._equated(syntax):
                group = syntax.nouns[number]
                if self.names.words.voice(syntax.words[group.head].lemma) is None:
                    continue
                mention = self.names.own_mention(syntax, syntax.nouns[other])
                person = self.names.words.voice(syntax.words[group.head].lemma) is Voice.PERSON
                if mention is not None and mention.type in (PEOPLE if person else _BODIES):
                    role = self.role(syntax, number)
                    yield mention.start, Holder(role, self.names.actor(mention, role.gender))

    def _made(self) -> Iterator[tuple[int, Holder]]:
        """Who made a work: « le troisième film [d'Anne Petit] », « « Les Quais », [d'Anne Petit] »."""
        for syntax in self.names.everywhere:
            for group in syntax.nouns:
                head = syntax.words[group.head]
                maker = self.names.words.makers.get(head.lemma)
                makers = (maker,) if maker else self._any_maker if head.tag is Tag.QUOTATION else ()
                for noun in makers:
                    yield from self._called(syntax, _owner(syntax, group), noun)

    @cached_property
    def _any_maker(self) -> tuple[str, ...]:
        return tuple(sorted(set(self.names.words.makers.values())))

    def _addressed(self) -> Iterator[tuple[int, Holder]]:
        """What a title tells of a person's trade: « Me Jean Veil » is « l'avocat »."""
        for syntax in self.names.everywhere:
            for group in syntax.nouns:
                before = syntax.words[group.first - 1].form if group.first else ""
                trade = self.names.words.trades.get(before) or self.names.words.trades.get(
                    syntax.words[group.first].form
                )
                if trade is not None:
                    yield from self._called(syntax, group, trade)

    def _become(self) -> Iterator[tuple[int, Holder]]:
        """What somebody is called by what happens to them: « [Paul Mercier] comparaît », « est jugé »."""
        for syntax in self.names.everywhere:
            for clause in syntax.clauses:
                verb = syntax.verb_of(clause)
                if verb is None or verb.negated:
                    continue
                words = self.names.words
                called = (words.undergoing if verb.passive else words.becoming).get(verb.lemma)
                if called is not None:
                    yield from self._called(syntax, syntax.subject_of(clause), called)

    def _called(self, syntax: Syntax, group: NounGroup | None, noun: str) -> Iterator[tuple[int, Holder]]:
        mention = self.names.own_mention(syntax, group) if group is not None else None
        if mention is not None and mention.type in PEOPLE:
            yield mention.start, Holder(Role(noun, frozenset(), frozenset(), ""), self.names.actor(mention, ""))

    def _bodies(self) -> Iterator[tuple[int, Holder]]:
        """Bodies whose name begins with what they are: « la préfecture du Rhône » is « la préfecture »."""
        for syntax in self.names.everywhere:
            for number, group in enumerate(syntax.nouns):
                head = syntax.words[group.head]
                mention = self.names.own_mention(syntax, group) if head.tag is Tag.NOUN else None
                if mention is None or self.names.words.voice(head.lemma) is not Voice.BODY:
                    continue
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


def _owner(syntax: Syntax, group: NounGroup) -> NounGroup | None:
    """Whose a work is: the group behind « de »."""
    first = group.last + 1 + (group.last < len(syntax.words) and syntax.words[group.last].tag is Tag.COMMA)
    owner = next((g for g in syntax.nouns if g.first == first), None)
    return owner if owner is not None and owner.preposition == first - 1 else None


def _tells_which(word: Word) -> bool:
    """« maire [de Loos] », « directeur [de l'usine] »: a complement that is known says which one; « de 23 ans » not."""
    return word.tag in (Tag.DETERMINER, Tag.NAME) or word.kind == "contracted"


_BODIES = frozenset({EntityType.ORGANISATION, EntityType.OTHER, EntityType.PLACE})
_TELLING = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PARTICIPLE})
