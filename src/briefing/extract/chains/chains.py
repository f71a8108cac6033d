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
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.chains.acting_bodies import owner
from briefing.extract.chains.actors import NOBODY, Resolution, Told, Voice, agrees, together
from briefing.extract.chains.antecedents import (
    SPEAKS,
    antecedent,
    concerned,
    goes_on,
    most_prominent,
    one_of_two,
    others,
    same_source,
    speaker_meant,
    two,
)
from briefing.extract.chains.descriptions import Descriptions
from briefing.extract.chains.groups import coordination, without_article
from briefing.extract.chains.names import Names
from briefing.extract.chains.participants import Presence
from briefing.extract.chains.roles import Roles


class Chains(Struct, dict=True):
    """The mentions of an article in order, asked sentence by sentence."""

    names: Names
    roles: Roles
    speaking: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    """The noun groups of each sentence that speak, and how prominent each is."""
    title: str = ""
    """The article's: whom it names, the text may name by a role alone."""

    def __post_init__(self) -> None:
        self.sentences, self.words = self.names.sentences, self.names.words
        self.descriptions = Descriptions(self.names, self.roles, self.title)
        self._known: dict[tuple[int, int], Resolution] = {}
        self.told = Presence(self.names, self.speaking, self)

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
        named = self.names.named(syntax, number)
        if named is not None:
            return Resolution(named)
        if self.names.nouns.points_back(syntax, group):
            return self._latter(sentence, number)
        place = self.names.nouns.place_among_two(syntax, group)
        if place is not None:
            told, before = list(self.told.before(sentence, number, _RECENT)), self.names.sentence_before(sentence)
            return one_of_two(told, before, place, group.gender)
        if self.names.nouns.is_who(syntax, group):
            told = [t for t in self.told.before(sentence, number, _RECENT) if t.actor.voice is Voice.PERSON]
            return antecedent(told, group.gender, "s")
        if self.names.nouns.is_both(syntax, group):
            told, kind = list(self.told.before(sentence, number, _RECENT)), self.names.nouns.voice(syntax, group)
            return two(told, kind, "" if kind else group.gender, self.words.joint)
        if self.names.nouns.is_same_source(syntax, group):
            taken_up = same_source(self.told.before(sentence, number, _RECENT), group.number or "s")
            return taken_up or self.names.described(syntax, number)
        demonstrative = self.names.nouns.determiner(syntax, group) == "demonstrative"
        again = demonstrative or self.names.is_inhabitant(syntax, group)
        meant = self._taken_up(sentence, number) if again else None
        return meant or self._by_role(sentence, number) or self.names.described(syntax, number)

    def _by_role(self, sentence: int, number: int) -> Resolution | None:
        """« le dirigeant », « son avocat », « ses services »: by the role, else whom the next sentence names."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        determiner = self.names.nouns.determiner(syntax, group)
        person = self.names.nouns.voice(syntax, group) is Voice.PERSON
        serves = syntax.words[group.head].lemma in self.words.services
        meant = None
        if serves and (determiner == "possessive" or group.whole == group.last):
            told = self.told.before(sentence, number, _RECENT)
            meant = owner(self.names, told, sentence, again=determiner == "definite")
        elif determiner == "definite":
            meant = self._described(sentence, number)
        elif determiner == "possessive" and person:
            meant = self.descriptions.introduced(sentence, number)
        if meant is None and person and determiner in ("definite", "possessive"):
            return self.descriptions.announced(sentence, number, self.speaking)
        return meant

    def _taken_up(self, sentence: int, number: int) -> Resolution | None:
        """« cette spécialiste », « la Sénégalaise »: the last person of that gender, whatever else they are called."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        inhabitant = self.names.is_inhabitant(syntax, group)
        if group.number == "p" or not (inhabitant or self.names.nouns.voice(syntax, group) is Voice.PERSON):
            return None
        told = [t for t in self._told_of_late(sentence, number) if t.actor.voice is Voice.PERSON]
        agreeing = [t for t in told if agrees(t.actor, group.gender, "s")]
        if not agreeing:
            return self.descriptions.protagonist(sentence, group.gender)
        if not inhabitant:
            last = most_prominent(agreeing)
            return last if last.actor is None or last.actor.named else None
        return self.descriptions.only_one([t.actor for t in agreeing], sentence, number)

    def _described(self, sentence: int, number: int) -> Resolution | None:
        """« le dirigeant nord-coréen », « l'acteur »: whom a definite description of one means; it tells the gender."""
        group = self.sentences[sentence].nouns[number]
        if group.number == "p":
            return None
        meant = (
            self.descriptions.holder(sentence, number, self._told_of_late(sentence, number))
            or self._repeated(sentence, number)
            or self.descriptions.spoken_of(
                sentence, number, self._told_of_late(sentence, number), speaks=number in self.speaking.get(sentence, ())
            )
        )
        if meant is None or meant.actor is None or (meant.actor.gender and meant.actor.voice is not Voice.BODY):
            return meant  # « La banque ferme. Le groupe vend, dit-[il] »: a body has the gender of its last noun
        return Resolution(replace(meant.actor, gender=self.roles.role(self.sentences[sentence], number).gender))

    def _repeated(self, sentence: int, number: int) -> Resolution | None:
        """« Le ministre » again: who was meant by it the last time."""
        role = self.roles.role(self.sentences[sentence], number)
        same = sorted(place for head in self.roles.alike(role.head) for place in self._definite.get(head, ()))
        last = bisect_left(same, (sentence, number)) - 1
        first = last
        while first > 0 and same[first] not in self._known:
            first -= 1
        for place in same[max(first, 0) : last + 1]:
            self.resolve(*place)  # in the order of the text, so that a long chain stays shallow
        if last < 0 or not self.roles.fits(role, self.roles.role(self.sentences[same[last][0]], same[last][1])):
            return None
        meant, (where, group) = self.resolve(*same[last]), same[last]
        if meant.actor is not None and meant.actor.named:
            if self.roles.role(self.sentences[where], group).head != role.head:
                return None  # « l'élue » was the senator, « la maire » may be another
            return self.descriptions.unless_another(meant, role, sentence, self._told_of_late(sentence, number))
        heard = group in self.speaking.get(where, ())  # « Selon le procureur, … Me Petit nie. Le magistrat … »
        return self.names.described(self.sentences[sentence], number) if heard else None

    @cached_property
    def _definite(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """By noun, the groups that mean one person by it, in the order of the text."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, syntax in enumerate(self.sentences):
            for n, group in enumerate(syntax.nouns):
                one = group.number != "p" and self.names.nouns.voice(syntax, group) is Voice.PERSON
                if one and self.names.nouns.determiner(syntax, group) in ("definite", "possessive"):
                    found[self.roles.role(syntax, n).head].append((i, n))
        return found

    def _told_of_late(self, sentence: int, number: int) -> Iterator[Told]:
        """Who stands before a description; for « le retraité, lui, » without who spoke just before."""
        syntax = self.sentences[sentence]
        told = self.told.before(sentence, number, _RECENT)
        if not self.names.nouns.is_contrasted(syntax, syntax.nouns[number]):
            return told
        before = self.names.sentence_before(sentence)
        last = {t.actor.key for t in self.told.in_sentence(before) if t.rank == SPEAKS} if before >= 0 else set()
        return (t for t in told if t.actor.key not in last)

    def _pronoun(self, sentence: int, number: int) -> Resolution:
        """« il », « elles », « -t-elle »: the last that agrees, speakers first."""
        syntax = self.sentences[sentence]
        word = syntax.words[syntax.nouns[number].head]
        if word.kind not in ("personal", "inverted", "stressed") or not (word.gender or word.number == "p"):
            return NOBODY
        if (word.person and "3" not in word.person) or self._is_impersonal(syntax, number):
            return NOBODY
        told = [*others(self.told.before(sentence, number, _SENTENCES), syntax, sentence, number)]
        if number not in self.speaking.get(sentence, ()):
            meant = antecedent(told, word.gender, word.number or "s")
            about = self.descriptions.protagonist(sentence, word.gender)
            since = self.names.sentence_before(sentence)
            return about if about and goes_on(told, meant, about, since) else meant
        return speaker_meant(told, word.gender, word.number or "s", None if word.kind == "personal" else sentence)

    def _is_impersonal(self, syntax: Syntax, number: int) -> bool:
        """« Il a fallu onze jours »."""
        verbs = (syntax.verb_of(clause) for clause in syntax.clauses if clause.subject == number)
        return any(verb is not None and verb.lemma in self.words.nobody for verb in verbs)

    def _latter(self, sentence: int, number: int) -> Resolution:
        """« ce dernier »: the last person told of; « l'intéressée »: whom the others spoke of, if anybody."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        if self.names.nouns.is_concerned(syntax, group):
            last = concerned(self.told.before(sentence, number, _RECENT), group.gender, group.number or "s")
        else:
            last = self._last_told(sentence, number)
        return last or (group.number != "p" and self.descriptions.protagonist(sentence, group.gender)) or NOBODY

    def _last_told(self, sentence: int, number: int) -> Resolution | None:
        """The last person told of who agrees with a group; else the last body."""
        group = self.sentences[sentence].nouns[number]
        for back in range(sentence, max(-1, sentence - _RECENT), -1):
            end = number if back == sentence else len(self.sentences[back].nouns)
            told = [self.told.person(back, n) for n in range(end)[::-1]]
            fitting = [actor for actor in told if actor and agrees(actor, group.gender, group.number or "s")]
            people = [actor for actor in fitting if actor.voice is not Voice.BODY]
            known = [actor for actor in people if actor.gender]
            for actor in (*known, *people, *fitting):
                return Resolution(actor)
        return None


_RECENT = 4
"""Sentences back to somebody whom a role alone takes up."""
_SENTENCES = 5
"""Sentences back to the antecedent of a pronoun."""
