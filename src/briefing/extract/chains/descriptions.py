"""Whom a description means, « le dirigeant nord-coréen », « l'acteur »: by the role they hold, or as who was spoken of.

With two left nobody is named, except that the holder named last of one role is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag
from briefing.extract.chains.acting_bodies import acting_body
from briefing.extract.chains.actors import Actor, Resolution, Role, Told, Voice, agrees
from briefing.extract.chains.antecedents import CITED, OTHER, SPEAKS
from briefing.extract.chains.distant import named_before, named_next
from briefing.extract.chains.names import PEOPLE, Names
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

    def holder(self, sentence: int, number: int, told: Iterable[Told]) -> Resolution | None:
        """« le dirigeant nord-coréen », « la préfecture »: who is said to be that.

        Another noun than the holder's, « l'élue » for the deputy mayor, « le technicien » for the coach, leaves the
        choice where somebody else just spoke.
        """
        syntax = self.names.sentences[sentence]
        role = self.roles.role(syntax, number)
        at = syntax.words[syntax.nouns[number].first].start
        known = [holder for holder in self.roles.by_head.get(role.head, ()) if self.roles.holds(role, holder)]
        same = [holder for holder in known if holder.role.head == role.head]
        before = [holder for holder in known if holder.at < at] or same
        nearest = min((self.roles.distance(role, h.role) for h in before), default=0)
        held = {h.actor.name: h.actor for h in before if self.roles.distance(role, h.role) == nearest}
        if not held:
            return None
        only = next(iter(held.values())) if len(held) == 1 else None
        meant = Resolution(only) if only else self._most_recent(list(held.values()), at)
        other = nearest > 0 and role.head not in self.names.words.apart
        return self.unless_another(meant, role, sentence, told) if other else meant

    def unless_another(self, meant: Resolution, role: Role, sentence: int, told: Iterable[Told]) -> Resolution:
        """« Le chercheur » of before; left open where another just spoke who may be one too."""
        spoke = [] if role.head in self.names.words.posts else self._just_spoke(told, role, sentence)
        if meant.actor is None or len(spoke) != 1 or spoke[0].key == meant.actor.key:
            return meant
        return Resolution(None, (meant.actor.name, spoke[0].name))

    def introduced(self, sentence: int, number: int) -> Resolution | None:
        """« Son mari » again: the only one who was said to be that by the same noun before."""
        syntax = self.names.sentences[sentence]
        role, at = self.roles.role(syntax, number), syntax.words[syntax.nouns[number].first].start
        same = [h for h in self.roles.by_head.get(role.head, ()) if h.at < at and h.role.head == role.head]
        held = {h.actor.key: h.actor for h in same if self.roles.holds(role, h)}
        return Resolution(next(iter(held.values()))) if len(held) == 1 else None

    def announced(self, sentence: int, number: int, speaking: Mapping[int, Mapping[int, int]]) -> Resolution | None:
        """« Le sélectionneur », « son entraîneur » acts, whom no word named before: the next sentence may."""
        syntax, following = self.names.sentences[sentence], self.names.sentence_behind(sentence)
        acts = number in syntax.subjects or number in speaking.get(sentence, ())
        if following is None or not acts or syntax.nouns[number].number == "p":
            return None
        acting = self.names.sentences[following].subjects | speaking.get(following, {}).keys()
        actor = named_next(self.names, following, acting)
        role = self.roles.role(syntax, number)
        meant = actor and agrees(actor, role.gender, "s") and self.roles.may_hold(role, actor)
        return Resolution(actor) if meant else None

    def _just_spoke(self, told: Iterable[Told], role: Role, sentence: int) -> list[Actor]:
        """Those who spoke in the sentence or the one before, and may hold a role."""
        recent = (t for t in told if t.rank == SPEAKS and t.sentence >= self.names.sentence_before(sentence))
        return _distinct(t for t in recent if t.actor.voice is Voice.PERSON and self._may_be(t.actor, role, sentence))

    def _most_recent(self, actors: Sequence[Actor], at: int) -> Resolution:
        """Of several holders of one role, the one named last; nobody where they stand side by side."""
        names = {actor.key: actor for actor in actors}
        last = bisect_left(self.names.starts, at)
        for mention in reversed(self.names.mentions[max(0, last - _BACK) : last]):
            actor = names.get(mention.entity or mention.exact)
            if actor is not None:
                return Resolution(actor)
        return Resolution(None, tuple(actor.name for actor in actors))

    def spoken_of(self, sentence: int, number: int, told: Iterable[Told], *, speaks: bool) -> Resolution | None:
        """« La chanteuse », « le club »: who was just spoken of and holds no other role that the article tells.

        `told` is who stands before it, the nearest first; `speaks`: whether the group does.
        """
        syntax = self.names.sentences[sentence]
        role, voice = self.roles.role(syntax, number), self.names.nouns.voice(syntax, syntax.nouns[number])
        if voice not in (Voice.PERSON, Voice.BODY) or role.head in self.names.words.apart:
            return None
        if _says_which(syntax, syntax.nouns[number]):
            return None
        near = [t for t in told if t.actor.voice is voice]
        fitting = [t for t in near if self._may_be(t.actor, role, sentence)]
        if voice is Voice.BODY:
            return acting_body(self.names, fitting, sentence, role)
        post = role.head in self.names.words.posts
        if role.told or (post and self.roles.places(role)):
            acting = self._acting(fitting, sentence, role, speaks=speaks and post)
            return acting or self._of_title(role, sentence)
        meant = self._person(fitting, role, sentence) or self._left_open(fitting, role)
        plain = role.head in self.names.words.plain  # « le sexagénaire » is no expert who was just cited
        unnamed = not plain and any(t.rank in (SPEAKS, CITED) and not t.actor.named for t in near)
        return meant or (None if unnamed else self._far_from_names(role, sentence, number))

    def _far_from_names(self, role: Role, sentence: int, number: int) -> Resolution | None:
        """« La capitaine »: the only person of that gender named so far; whose noun says no more, left open.

        Not where somebody without a name was just heard, who may be meant.
        """
        alike = [actor for actor in named_before(self.names, sentence, number) if agrees(actor, role.gender, "s")]
        wide = role.head in self.names.words.general  # « la scientifique », whatever her trade
        fitting = (a for a in alike if self._may_be(a, role, sentence))
        free = [a for a in fitting if wide or self.roles.may_hold(role, a)]
        if len(alike) == 1 and free:
            return Resolution(free[0])
        own = role.head in self.names.words.posts or role.qualities or role.complements
        return Resolution(None, tuple(a.name for a in free)) if free and not own else None

    def _left_open(self, fitting: Sequence[Told], role: Role) -> Resolution | None:
        """« Le maire »: perhaps one of those told of whose role no word tells; the description where there is none."""
        free = [actor for actor in _distinct(fitting) if self.roles.may_hold(role, actor)]
        return Resolution(None, tuple(actor.name for actor in free)[::-1]) if free else None

    def _acting(self, fitting: Sequence[Told], sentence: int, role: Role, *, speaks: bool) -> Resolution | None:
        """« « … », dit Henri Pujol. [Le président du club] se bat »: the text goes on about one without a role.

        `speaks`: whether the description does; then who spoke before is not meant, but who only acted. Who was
        something once, « l'ancien ministre », may be something else today.
        """
        last = {
            t.actor.key: t for t in fitting if t.sentence >= self.names.sentence_before(sentence) and t.rank < CITED
        }
        free = [t for key, t in last.items() if role.former or key not in self.roles.holding]
        meant = len(free) == 1 and (role.former or not (speaks and free[0].rank == SPEAKS))
        return Resolution(free[0].actor) if meant else None

    def _person(self, fitting: Sequence[Told], role: Role, sentence: int) -> Resolution | None:
        """Who just spoke, who alone holds no role, spoke or was named just before; a post means only the second.

        Of several without a role, nobody; nor where somebody else was heard last.
        """
        post = role.head in self.names.words.posts
        just = self._just_spoke(fitting, role, sentence)
        free = self._free(fitting, role, sentence)
        if len(just) == 1 and not post and not role.complements:
            return Resolution(just[0])
        heard = next((t.actor for t in fitting if t.rank != OTHER), None)
        if free and not post and heard is not None and heard.key not in {actor.key for actor in free}:
            return Resolution(None, tuple(actor.name for actor in (*free, heard)))
        if free or post:
            known = [actor for actor in free if actor.gender] if len(free) > 1 else free
            return Resolution(known[0]) if len(known) == 1 else None
        spoke = _distinct(t for t in fitting if t.rank == SPEAKS)
        before = () if role.complements else (t for t in fitting if t.sentence == self.names.sentence_before(sentence))
        named = _distinct(t for t in before if role.gender in ("", t.actor.gender))
        return next((Resolution(alone[0]) for alone in (spoke, named) if len(alone) == 1), None)

    @cached_property
    def _places(self) -> frozenset[str]:
        """The entities, or names without one, that are places."""
        return frozenset(m.entity or m.exact for m in self.names.mentions if m.type is EntityType.PLACE)

    def _free(self, fitting: Sequence[Told], role: Role, sentence: int) -> list[Actor]:
        """Who holds no role: the people named just before or in the title; for a post, those who spoke or acted."""
        post = role.head in self.names.words.posts
        found: dict[str, Actor] = {}
        recent = (t.actor for t in fitting if t.rank < CITED or not post)
        for actor in (*recent, *self._fitting_title(role, sentence)):
            if self.roles.may_hold(role, actor):
                found.setdefault(actor.key, actor)
        return list(found.values())

    def only_one(self, told: Iterable[Actor], sentence: int, number: int) -> Resolution | None:
        """« La Sénégalaise »: the only one of those told of who may come from there; None where there is nobody."""
        role = self.roles.role(self.names.sentences[sentence], number)
        named = {a.key: a for a in told if a.named and not self.roles.speaks_against(role, a)}
        same = {key: a for key, a in named.items() if a.gender} if len(named) > 1 else {}
        named = same if len(same) == 1 else named
        if len(named) > 1:
            return Resolution(None, tuple(actor.name for actor in named.values())[::-1])
        return Resolution(next(iter(named.values()))) if named else None

    def protagonist(self, sentence: int, gender: str) -> Resolution | None:
        """« L'intéressée », « la Bretonne », far from any name: the only person whom the title names."""
        end = self.names.sentences[sentence].words[-1].end
        people = {m.entity or m.exact: self.names.actor(m, "") for m in self._titled if m.start < end}
        only = next(iter(people.values())) if len(people) == 1 else None
        is_meant = only is not None and only.voice is Voice.PERSON and agrees(only, gender, "s")
        return Resolution(only) if is_meant else None

    def _of_title(self, role: Role, sentence: int) -> Resolution | None:
        """The only one whom the title names who holds no role and may hold this one."""
        free = {a.key: a for a in self._fitting_title(role, sentence) if a.key not in self.roles.holding}
        return Resolution(next(iter(free.values()))) if len(free) == 1 else None

    def _fitting_title(self, role: Role, sentence: int) -> Iterator[Actor]:
        """The people whom the title names."""
        actors = (self.names.actor(mention, "") for mention in self._titled)
        yield from (actor for actor in actors if self._may_be(actor, role, sentence))

    @cached_property
    def _titled(self) -> list[Mention]:
        return [m for m in self.names.mentions if m.type in PEOPLE and m.exact in self.title]

    def _may_be(self, actor: Actor, role: Role, sentence: int) -> bool:
        """Whether no role and no gender speaks against it, and « l'acteur » is not « un acteur » told of before."""
        if not actor.named or actor.number == "p" or self.roles.speaks_against(role, actor):
            return False
        if actor.voice is Voice.BODY:
            return role.head in self.names.words.territories or actor.key not in self._places
        earlier = [end for number, end in self.names.introduced.get(role.head, ()) if number < sentence]
        known = self.names.first_named.get(actor.key, 0)
        alike = not actor.gender or not role.gender or actor.gender == role.gender
        return alike and all(known >= end for end in earlier)


def _says_which(syntax: Syntax, group: NounGroup) -> bool:
    """« [L'ingénieur qui avait mené l'étude] », « [l'expert mandaté] »: its own words say who, not the text."""
    inside, behind = syntax.words[group.head + 1 : group.whole], syntax.words[group.whole : group.whole + 1]
    return any(w.tag is Tag.PARTICIPLE for w in inside) or any(w.tag is Tag.RELATIVE for w in behind)


def _distinct(told: Iterable[Told]) -> list[Actor]:
    """Each of those told of once."""
    return list({t.actor.key: t.actor for t in told}.values())
