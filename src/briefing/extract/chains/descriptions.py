"""Whom a description means, « le dirigeant nord-coréen », « l'acteur »: by the role they hold, or as who was spoken of.

With two left nobody is named, except that the holder named last of one role is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.extract.chains.actors import Actor, Resolution, Role, Told, Voice, agrees
from briefing.extract.chains.antecedents import OTHER, SPEAKS
from briefing.extract.chains.named import PEOPLE, Names
from briefing.extract.chains.roles import Roles
from briefing.model.annotation import EntityType, Mention

_BACK = 40
"""Mentions back to somebody who is taken up."""


class Descriptions(Struct, frozen=True, dict=True):
    """The definite descriptions of an article, each asked by the number of its sentence and of its noun group."""

    names: Names
    roles: Roles
    title: str
    """The article's: whom it names, the text may name by a role alone."""

    def holder(self, sentence: int, number: int) -> Resolution | None:
        """« le dirigeant nord-coréen », « la préfecture »: who is said to be that."""
        syntax = self.names.sentences[sentence]
        role = self.roles.role(syntax, number)
        at = syntax.words[syntax.nouns[number].first].start
        known = [(where, h) for where, h in self.roles.by_head.get(role.head, ()) if self.roles.fits(role, h.role)]
        before = [h for where, h in known if where < at] or [h for _, h in known]
        nearest = min((self.roles.distance(role, h.role) for h in before), default=0)
        held = {h.actor.name: h.actor for h in before if self.roles.distance(role, h.role) == nearest}
        if len(held) == 1:
            return Resolution(next(iter(held.values())))
        return self._most_recent(list(held.values()), at) if held else None

    def _most_recent(self, actors: Sequence[Actor], at: int) -> Resolution:
        """Of several holders of one role, the one named last; nobody where they stand side by side."""
        names = {actor.key: actor for actor in actors}
        last = bisect_left(self.names.starts, at)
        for mention in reversed(self.names.mentions[max(0, last - _BACK) : last]):
            actor = names.get(mention.entity or mention.exact)
            if actor is not None:
                return Resolution(actor)
        return Resolution(None, tuple(actor.name for actor in actors))

    def spoken_of(self, sentence: int, number: int, told: Iterable[Told]) -> Resolution | None:
        """« La chanteuse », « le club »: who was just spoken of and holds no other role that the article tells.

        `told` is who stands before it, the nearest first. Of several, « l'acteur » is the one who spoke last.
        """
        role = self.roles.role(self.names.sentences[sentence], number)
        voice = self.names.words.voice(role.head)
        if voice not in (Voice.PERSON, Voice.BODY) or role.head in self.names.words.apart:
            return None
        fitting = [t for t in told if t.actor.voice is voice and self._may_be(t.actor, role, sentence)]
        free = self._free(fitting, role, sentence)
        if len(free) == 1:
            return Resolution(free[0])
        if voice is Voice.BODY:
            acted = {t.actor.key: t.actor for t in fitting if t.sentence >= sentence - 1 and t.rank < OTHER}
            return Resolution(next(iter(acted.values()))) if len(acted) == 1 else None
        if role.head not in self.names.words.posts:
            last = next((t for t in fitting if t.sentence >= sentence - 1 and t.rank == SPEAKS), None)
            if last is not None and (last.actor in free or not role.complements):
                return Resolution(last.actor)
        same = [actor for actor in free if actor.gender and actor.gender == role.gender]
        return Resolution(same[0]) if len(same) == 1 else None

    @cached_property
    def _places(self) -> frozenset[str]:
        """The entities, or names without one, that are places."""
        return frozenset(m.entity or m.exact for m in self.names.mentions if m.type is EntityType.PLACE)

    def _free(self, fitting: Sequence[Told], role: Role, sentence: int) -> list[Actor]:
        """Who holds no role: the people named just before or in the title, or the bodies that acted just before."""
        if self.names.words.voice(role.head) is Voice.BODY:
            recent = [t.actor for t in fitting if t.rank < OTHER]
        else:
            recent = [*(t.actor for t in fitting), *self._of_title(role, sentence)]
        found: dict[str, Actor] = {}
        for actor in recent:
            if actor.key not in self.roles.holding:
                found.setdefault(actor.key, actor)
        return list(found.values())

    def protagonist(self, sentence: int, gender: str) -> Resolution | None:
        """« L'intéressée », « la Bretonne », far from any name: the only person whom the title names."""
        end = self.names.sentences[sentence].words[-1].end
        people = {m.entity or m.exact: self.names.actor(m, "") for m in self._titled if m.start < end}
        only = next(iter(people.values())) if len(people) == 1 else None
        is_meant = only is not None and only.voice is Voice.PERSON and agrees(only, gender, "s")
        return Resolution(only) if is_meant else None

    def _of_title(self, role: Role, sentence: int) -> Iterator[Actor]:
        """The people whom the title names."""
        actors = (self.names.actor(mention, "") for mention in self._titled)
        yield from (actor for actor in actors if self._may_be(actor, role, sentence))

    @cached_property
    def _titled(self) -> list[Mention]:
        return [m for m in self.names.mentions if m.type in PEOPLE and m.exact in self.title]

    def _may_be(self, actor: Actor, role: Role, sentence: int) -> bool:
        """Whether no role and no gender speaks against it, and « l'acteur » is not « un acteur » told of before."""
        if not actor.named or self.roles.speaks_against(role, actor):
            return False
        if actor.voice is Voice.BODY:
            return role.head in self.names.words.territories or actor.key not in self._places
        earlier = [end for number, end in self.names.introduced.get(role.head, ()) if number < sentence]
        known = self.names.first_named.get(actor.key, 0)
        alike = not actor.gender or not role.gender or actor.gender == role.gender
        return alike and all(known >= end for end in earlier)
