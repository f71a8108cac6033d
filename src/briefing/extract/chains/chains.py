"""Chains of mention: who a noun group or pronoun is, by names, appositions, roles and what was said before.

Sieves in the order of their precision: a name in the group, a name set against it, the holder of the role that it
names, the noun itself; for a pronoun the last that agree with it, speakers before subjects before others. With two
candidates left nobody is named: a wrong speaker is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from briefing.extract.analysis.syntax import ClauseKind, Tag
from briefing.extract.chains.actors import NOBODY, Actor, Resolution, Told, Voice, agrees, together
from briefing.extract.chains.antecedents import OTHER, SPEAKS, SUBJECT, antecedent, others, same_source, two
from briefing.extract.chains.descriptions import Descriptions
from briefing.extract.chains.groups import coordination, without_article
from briefing.extract.chains.named import Names
from briefing.extract.chains.roles import Roles
from briefing.extract.words.morphology import Tense


class Chains(Struct, dict=True):
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

    def source(self, sentence: int, number: int) -> Resolution:
        """Who a noun group is with those joined to it: « Moscou et Pyongyang », each for himself and as one."""
        syntax = self.sentences[sentence]
        groups = coordination(syntax, number)
        if len(groups) == 1:
            return self.resolve(sentence, number)
        members = [actor for n in groups if (actor := self.resolve(sentence, n).actor) is not None]
        if len(members) < len(groups):
            return NOBODY
        first, last = syntax.nouns[groups[0]], syntax.nouns[groups[-1]]
        words = self.names.words_of(syntax, without_article(syntax, first), max(last.whole, last.last))
        return Resolution(together(words, tuple(members), self.words.joint))

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
        if self.names.is_both(syntax, group):
            told = list(self._told_before(sentence, number, _RECENT))
            return two(told, self.names.voice(syntax, group), self.words.joint)
        named = self.names.named(syntax, number)
        if named is not None:
            return Resolution(named)
        determiner = self.names.determiner(syntax, group)
        if self.names.is_same_source(syntax, group):
            taken_up = same_source(self._told_before(sentence, number, _RECENT), group.number or "s")
            return taken_up or self.names.described(syntax, number)
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
        return self.descriptions.protagonist(sentence, group.gender)

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
        for n in range(number - 1, -1, -1):
            yield from self._entries(sentence, n)
        for back in range(sentence - 1, max(-1, sentence - most), -1):
            yield from reversed(self.in_sentence(back))

    def _pronoun(self, sentence: int, number: int) -> Resolution:
        """« il », « elles », « -t-elle »: the last that agrees, speakers first."""
        syntax = self.sentences[sentence]
        word = syntax.words[syntax.nouns[number].head]
        if word.kind not in ("personal", "inverted", "stressed") or not (word.gender or word.number == "p"):
            return NOBODY
        if word.person and "3" not in word.person:
            return NOBODY
        speaks = number in self.speaking.get(sentence, ())
        told = others(self._told_before(sentence, number, _SENTENCES), syntax, sentence, number, speaks=speaks)
        return antecedent(told, word.gender, word.number or "s")

    def _latter(self, sentence: int, number: int) -> Resolution:
        """« ce dernier », « l'intéressée »: the last person told of before."""
        group = self.sentences[sentence].nouns[number]
        for back in range(sentence, max(-1, sentence - _RECENT), -1):
            nouns, last = self.sentences[back].nouns, number if back == sentence else None
            for n in range(len(nouns) if last is None else last)[::-1]:
                actor = self._told_of(back, n)
                if actor is not None and agrees(actor, group.gender, group.number or "s"):
                    return Resolution(actor)
        return (group.number != "p" and self.descriptions.protagonist(sentence, group.gender)) or NOBODY

    def _told_of(self, sentence: int, number: int) -> Actor | None:
        """The person that a group means, by name or by role."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        bare = group.determiner is None and group.preposition is None  # « il préfère rester anonyme »
        if head.tag is Tag.NAME or (self.words.voice(head.lemma) is Voice.PERSON and not bare):
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
        for number in range(len(self.sentences[sentence].nouns)):
            yield from self._entries(sentence, number)

    def _entries(self, sentence: int, number: int) -> Iterator[Told]:
        """Who a group tells of; with the last of several, those whom they are together."""
        groups = coordination(self.sentences[sentence], number)
        rank = min(self._rank(sentence, n) for n in groups)
        told = self._entry(sentence, number, rank if len(groups) == 1 else max(rank, SUBJECT))
        if told is None:
            return
        people = told.actor.voice is Voice.PERSON
        joint = self.source(sentence, number).actor if number == groups[-1] and (people or rank != OTHER) else None
        if joint is not None and len(groups) > 1:
            yield told._replace(actor=joint, rank=rank)
        yield told._replace(member=len(groups) > 1)

    def _rank(self, sentence: int, number: int) -> int:
        if number in self.speaking.get(sentence, ()):
            return SPEAKS
        return SUBJECT if number in self.sentences[sentence].subjects else OTHER

    def _entry(self, sentence: int, number: int, rank: int) -> Told | None:
        """Who a group tells of; None where it is nobody, or said better by another group."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        if not self.names.tells_of_somebody(syntax, group):
            return None
        common = syntax.words[group.head].tag is Tag.NOUN
        if rank == OTHER and common and (group.determiner is None or group.preposition is not None):
            return None
        actor = self.resolve(sentence, number).actor
        if actor is None or (rank == OTHER and actor.voice is not Voice.PERSON):
            return None
        return Told(sentence, group.first, actor, rank)

    def last_speaker(self, sentence: int, before: int | None = None) -> Actor | None:
        """Who speaks last in a sentence, in front of a word."""
        spoken = [
            t.actor for t in self.in_sentence(sentence) if t.rank == SPEAKS and (before is None or t.word < before)
        ]
        return spoken[-1] if spoken else None

    def only_subject(self, sentence: int) -> Actor | None:
        """Who is the subject of a sentence and can speak; several together are one. Of what will be, nobody speaks."""
        main = next((c for c in self.sentences[sentence].clauses if c.kind is ClauseKind.MAIN), None)
        verb = self.sentences[sentence].verb_of(main) if main is not None else None
        if verb is not None and verb.tense in (Tense.FUTURE, Tense.CONDITIONAL):
            return None
        told = self.in_sentence(sentence)
        subjects = [t.actor for t in told if t.rank == SUBJECT and t.actor.voice is not None and not t.member]
        return subjects[-1] if subjects else None


_RECENT = 4
"""Sentences back to somebody whom a role alone takes up."""
_SENTENCES = 5
"""Sentences back to the antecedent of a pronoun."""
