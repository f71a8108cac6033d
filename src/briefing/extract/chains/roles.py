"""Roles: who the article, or the project, says is « le président ukrainien », « la patronne du groupe »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.chains.actors import Actor, Role
from briefing.extract.chains.holders import Holder, bodies, offices, parts, role_of
from briefing.extract.chains.names import Names
from briefing.model.entity import Entity


class Roles:
    """The roles that are given in an article and in the project's register: what every description asks."""

    def __init__(self, names: Names, register: Sequence[Entity]) -> None:
        self.names, self.register = names, register

    def role(self, syntax: Syntax, number: int) -> Role:
        """The role that a noun group names."""
        return role_of(self.names.words, syntax, number)

    def fits(self, role: Role, known: Role) -> bool:
        """Whether no word of the role speaks against its holder; another noun may add to what is known."""
        if role.gender and known.gender and role.gender != known.gender:
            return False
        if self._elsewhere(role, known) or role.former != known.former:
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
        for holder in self._held:
            found[holder.actor.key].append(holder.role)
        return found

    def _elsewhere(self, role: Role, known: Role) -> bool:
        """Whether the two are of different places: « le dirigeant russe » is not « le président américain »."""
        here, there = self.places(role), self.places(known)
        return bool(here and there and not here & there)

    def places(self, role: Role) -> frozenset[str]:
        """The places that its words tell of: « le chancelier [allemand] », « l'[Allemande] »."""
        words = (role.head, *role.qualities)
        return frozenset(place for word in words if (place := self.names.words.origin(word)) is not None)

    def distance(self, role: Role, known: Role) -> int:
        """How far apart two nouns are: 0 the same, 1 of one office, 2 one more general than the other."""
        return 0 if role.head == known.head else 2 if self._is_related(role.head, known.head) else 1

    def _is_related(self, one: str, other: str) -> bool:
        """Whether one noun is more general than the other: « joueur » and « attaquant »."""
        general = self.names.words.general
        return one in general.get(other, ()) or other in general.get(one, ())

    @cached_property
    def by_head(self) -> Mapping[str, Sequence[Holder]]:
        """The roles that the article, or the project, gives somebody, by head noun, in order of the text."""
        found: defaultdict[str, list[Holder]] = defaultdict(list)
        for holder in self._held:
            for head in self.alike(holder.role.head):
                found[head].append(holder)
        return found

    @cached_property
    def holding(self) -> frozenset[str]:
        """Who holds an office that the article, or the project, tells: more than « une femme », « la Danoise »."""
        return frozenset(holder.actor.key for holder in self._offices if self._is_office(holder.role))

    def may_hold(self, role: Role, actor: Actor) -> bool:
        """Whether somebody holds no office that the text tells; « la jeune femme » may hold any."""
        return role.head in self.names.words.plain or actor.key not in self.holding

    def holds(self, role: Role, holder: Holder) -> bool:
        """Whether a role is that of a holder: no word of it and no gender speaks against it."""
        other = holder.role.gender or holder.actor.gender
        return self.fits(role, holder.role) and (not role.gender or other in ("", role.gender))

    def _is_office(self, role: Role) -> bool:
        return role.head not in self.names.words.plain and self.names.words.origin(role.head) is None

    @cached_property
    def _offices(self) -> Sequence[Holder]:
        return tuple(offices(self.names, self.register))

    @cached_property
    def _held(self) -> Sequence[Holder]:
        return (*self._offices, *parts(self.names), *bodies(self.names))

    def alike(self, head: str) -> frozenset[str]:
        """The nouns of the same kind of voice by which who holds a role may be taken up."""
        words = self.names.words
        wider = {noun for noun, special in words.general.items() if head in special}
        alike = (wider | words.general.get(head, frozenset())).union(*(line for line in words.alike if head in line))
        return frozenset({head, *(noun for noun in alike if words.voice(noun) is words.voice(head))})
