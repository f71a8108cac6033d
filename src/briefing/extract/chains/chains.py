"""Chains of mention: who a noun group or pronoun is, by names, appositions, roles and what was said before.

Sieves in the order of their precision: a name in the group, a name set against it, the holder of the role that it
names, the noun itself; for a pronoun the last that agree with it, speakers before subjects before others. With two
candidates left nobody is named: a wrong speaker is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.extract.analysis.syntax import Tag
from briefing.extract.chains.actors import NOBODY, Actor, Resolution, Told, Voice, agrees
from briefing.extract.chains.descriptions import Descriptions
from briefing.extract.chains.named import Names
from briefing.extract.chains.roles import Roles


@dataclass
class Chains:
    """The mentions of an article in order, asked sentence by sentence."""

    names: Names
    roles: Roles
    speaking: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """The noun groups of each sentence that speak."""
    title: str = ""
    """The article's: whom it names, the text may name by a role alone."""

    def __post_init__(self) -> None:
        self.sentences, self.words = self.names.sentences, self.names.words
        self.descriptions = Descriptions(self.names, self.roles, self.title)
        self._known: dict[tuple[int, int], Resolution] = {}
        self._in_sentence: dict[int, list[Told]] = {}

    def resolve(self, sentence: int, group: int) -> Resolution:
        """Who a noun group of a sentence is."""
        key = (sentence, group)
        if key not in self._known:
            self._known[key] = NOBODY  # a chain that leads back to itself names nobody
            self._known[key] = self._resolved(sentence, group)
        return self._known[key]

    def _resolved(self, sentence: int, number: int) -> Resolution:
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        if head.tag is Tag.SUBJECT or head.kind == "stressed":
            return self._pronoun(sentence, number)
        if self.names.points_back(syntax, group):
            return self._latter(sentence, number)
        named = self.names.named(syntax, number)
        if named is not None:
            return Resolution(named)
        determiner = self.names.determiner(syntax, group)
        if determiner == "demonstrative" or self.names.is_inhabitant(syntax, group):
            taken_up = self._taken_up(sentence, number)
            if taken_up is not None:
                return taken_up
        if determiner == "definite":
            meant = self._described(sentence, number)
            if meant is not None:
                return meant
        return self.names.described(syntax, number)

    def _taken_up(self, sentence: int, number: int) -> Resolution | None:
        """« cette spécialiste », « la Sénégalaise »: the last person of that gender, whatever else they are called."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        if self.names.voice(syntax, group) is not Voice.PERSON or group.number == "p":
            return None
        for named in self._told_before(sentence, number, _RECENT):
            person = named.actor.named and named.actor.voice is Voice.PERSON
            if person and agrees(named.actor, group.gender, "s"):
                return Resolution(named.actor)
        return None

    def _described(self, sentence: int, number: int) -> Resolution | None:
        """« le dirigeant nord-coréen », « l'acteur »: whom a definite description of one means; it tells the gender."""
        group = self.sentences[sentence].nouns[number]
        if group.number == "p":
            return None
        meant = (
            self.descriptions.holder(sentence, number)
            or self._repeated(sentence, number)
            or self.descriptions.spoken_of(sentence, number, self._told_before(sentence, number, _RECENT))
        )
        if meant is None or meant.actor is None or meant.actor.gender:
            return meant
        return Resolution(meant.actor._replace(gender=group.gender))

    def _repeated(self, sentence: int, number: int) -> Resolution | None:
        """« Le ministre » again: who was meant by it the last time."""
        role = self.roles.role(self.sentences[sentence], number)
        same = self._definite.get(role.head, ())
        last = bisect_left(same, (sentence, number)) - 1
        first = last
        while first > 0 and same[first] not in self._known:
            first -= 1
        for place in same[max(first, 0) : last + 1]:
            self.resolve(*place)  # in the order of the text, so that a long chain stays shallow
        if last < 0 or not self.roles.fits(role, self.roles.role(self.sentences[same[last][0]], same[last][1])):
            return None
        meant = self.resolve(*same[last])
        return meant if meant.actor is not None and meant.actor.named else None

    @cached_property
    def _definite(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """By noun, the groups that mean one person by it, in the order of the text."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, syntax in enumerate(self.sentences):
            for n, group in enumerate(syntax.nouns):
                one = group.number != "p" and self.names.voice(syntax, group) is Voice.PERSON
                if one and self.names.determiner(syntax, group) == "definite":
                    found[self.roles.role(syntax, n).head].append((i, n))
        return found

    def _told_before(self, sentence: int, number: int, most: int) -> Iterator[Told]:
        """Who stands before a group, sentence by sentence, the nearest first."""
        here = (self._entry(sentence, n) for n in range(number - 1, -1, -1))
        yield from (named for named in here if named is not None)
        for back in range(sentence - 1, max(-1, sentence - most), -1):
            yield from reversed(self.in_sentence(back))

    def _pronoun(self, sentence: int, number: int) -> Resolution:
        """« il », « elles », « -t-elle »: the last that agrees, speakers first."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        word = syntax.words[group.head]
        if word.kind not in ("personal", "inverted", "stressed") or not (word.gender or word.number == "p"):
            return NOBODY
        if word.person and "3" not in word.person:
            return NOBODY
        return self._antecedent(sentence, number, word.gender, word.number or "s")

    def _antecedent(self, sentence: int, number: int, gender: str, many: str) -> Resolution:
        told = [n for n in self._told_before(sentence, number, _SENTENCES) if agrees(n.actor, gender, many)]
        for back in dict.fromkeys(n.sentence for n in told):
            fitting = [n for n in told if n.sentence == back]
            best = min(n.rank for n in fitting)
            actors = {n.actor.entity or n.actor.name: n.actor for n in fitting if n.rank == best}
            if len(actors) == 1:
                return Resolution(next(iter(actors.values())))
            return self._between(fitting, best)
        return NOBODY

    def _between(self, fitting: Sequence[Told], rank: int) -> Resolution:
        """Of several that agree, the last speaker; else the text leaves the choice."""
        same = [n.actor for n in fitting if n.rank == rank]
        if rank == 0:
            return Resolution(same[0])
        return Resolution(None, tuple(dict.fromkeys(actor.name for actor in same)))

    def _latter(self, sentence: int, number: int) -> Resolution:
        """« ce dernier »: the last person told of before."""
        group = self.sentences[sentence].nouns[number]
        for back, last in ((sentence, number), (sentence - 1, None)):
            nouns = self.sentences[back].nouns if back >= 0 else ()
            for n in range(len(nouns) if last is None else last)[::-1]:
                actor = self._told_of(back, n)
                if actor is not None and agrees(actor, group.gender, group.number or "s"):
                    return Resolution(actor)
        return NOBODY

    def _told_of(self, sentence: int, number: int) -> Actor | None:
        """The person that a group means, by name or by role."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        if head.tag is Tag.NAME or self.words.voice(head.lemma) is Voice.PERSON:
            actor = self.resolve(sentence, number).actor
            return actor if actor is not None and actor.voice is Voice.PERSON else None
        return None

    def in_sentence(self, sentence: int) -> Sequence[Told]:
        """Who stands in a sentence, in order: speakers, subjects and the other people."""
        if sentence not in self._in_sentence:
            self._in_sentence[sentence] = []
            self._in_sentence[sentence] = list(self._listed(sentence))
        return self._in_sentence[sentence]

    def _listed(self, sentence: int) -> Iterator[Told]:
        entries = (self._entry(sentence, n) for n in range(len(self.sentences[sentence].nouns)))
        return (named for named in entries if named is not None)

    def _entry(self, sentence: int, number: int) -> Told | None:
        """Who a group tells of, and how prominently; None where it is nobody, or said better by another group."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        if group.apposed_to is not None or head.tag is Tag.QUOTATION:
            return None
        if (
            head.tag is Tag.NOUN
            and self.words.voice(head.lemma) is None
            and self.names.own_mention(syntax, group) is None
        ):
            return None
        rank = 0 if number in self.speaking.get(sentence, ()) else 1 if number in syntax.subjects else _OTHER
        if rank == _OTHER and head.tag is Tag.NOUN and (group.determiner is None or group.preposition is not None):
            return None
        actor = self.resolve(sentence, number).actor
        if actor is None or (rank == _OTHER and actor.voice is not Voice.PERSON):
            return None
        return Told(sentence, group.first, actor, rank)

    def last_speaker(self, sentence: int, before: int | None = None) -> Actor | None:
        """Who speaks last in a sentence, in front of a word."""
        spoken = [n.actor for n in self.in_sentence(sentence) if n.rank == 0 and (before is None or n.word < before)]
        return spoken[-1] if spoken else None

    def only_subject(self, sentence: int) -> Actor | None:
        """The person who is the subject of a sentence."""
        subjects = [n.actor for n in self.in_sentence(sentence) if n.rank == 1 and n.actor.voice is not None]
        return subjects[-1] if subjects else None


_OTHER = 2
_RECENT = 4
"""Sentences back to somebody whom a role alone takes up."""
_SENTENCES = 5
"""Sentences back to the antecedent of a pronoun."""
