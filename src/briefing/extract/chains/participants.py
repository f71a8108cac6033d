"""Who stands in each sentence of an article, in order: speakers, subjects and the other people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from msgspec.structs import replace

from briefing.extract.analysis.syntax import ClauseKind, Tag
from briefing.extract.chains.actors import Actor, Resolution, Told, Voice
from briefing.extract.chains.antecedents import CITED, OTHER, SPEAKS, SUBJECT
from briefing.extract.chains.groups import coordination
from briefing.extract.chains.names import Names
from briefing.extract.words.morphology import Tense


class Resolving(Protocol):
    """What tells who a noun group is."""

    def resolve(self, sentence: int, group: int) -> Resolution:
        """Who a noun group of a sentence is."""

    def source(self, sentence: int, number: int) -> Resolution:
        """Who it is with those joined to it."""


class Presence:
    """Those told of, sentence by sentence."""

    def __init__(self, names: Names, speaking: Mapping[int, Mapping[int, int]], chains: Resolving) -> None:
        self.names, self.sentences = names, names.sentences
        self.speaking, self.chains = speaking, chains
        self._in_sentence: dict[int, list[Told]] = {}

    def before(self, sentence: int, number: int, most: int) -> Iterator[Told]:
        """Who stands before a group in so many sentences, the nearest first; what is all quotation is not counted."""
        for n in range(number - 1, -1, -1):
            yield from self._entries(sentence, n)
        left = most - 1
        for back in range(sentence - 1, max(-1, sentence - _FURTHEST * most), -1):
            if left == 0:
                return
            yield from reversed(self.in_sentence(back))
            left -= not self.names.is_quoted(back)

    def person(self, sentence: int, number: int) -> Actor | None:
        """The person or source that a group means, by name or by role, or the body, by a name of known gender."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        bare = group.determiner is None and group.preposition is None  # « il préfère rester anonyme »
        if head.tag is not Tag.NAME and (bare or self.names.words.voice(head.lemma) not in _SOMEBODY):
            return None
        actor = self.chains.resolve(sentence, number).actor
        body = actor is not None and actor.voice is Voice.BODY and actor.named and actor.gender
        return actor if body or (actor is not None and actor.voice in _SOMEBODY) else None

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
        joint = (
            self.chains.source(sentence, number).actor if number == groups[-1] and (people or rank != OTHER) else None
        )
        if joint is not None and len(groups) > 1:
            yield replace(told, actor=joint, rank=rank)
        yield replace(told, member=len(groups) > 1)

    def _rank(self, sentence: int, number: int) -> int:
        subject = SUBJECT if number in self.sentences[sentence].subjects else OTHER
        return min(self.speaking.get(sentence, {}).get(number, OTHER), subject)

    def _entry(self, sentence: int, number: int, rank: int) -> Told | None:
        """Who a group tells of; None where it is nobody, or said better by another group."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        if not self.names.tells_of_somebody(syntax, group):
            return None
        common = syntax.words[group.head].tag is Tag.NOUN
        if syntax.words[group.head].kind == "indefinite" and group.whole == group.last and rank > SPEAKS:
            return None  # « quelqu'un sort un verre »
        nobody = group.determiner is None and group.number != "p"  # « personne n'est venu »
        oblique = rank == OTHER and (group.determiner is None or group.preposition is not None)
        if common and (nobody or (oblique and self.names.named(syntax, number) is None)):
            return None
        actor = self.chains.resolve(sentence, number).actor or self._left_open(sentence, number)
        if actor is None or (rank == OTHER and actor.voice is not Voice.PERSON):
            return None
        cited = rank == CITED and actor.voice is Voice.PERSON and actor.named
        return Told(sentence, group.first, actor, SPEAKS if cited else rank)

    def _left_open(self, sentence: int, number: int) -> Actor | None:
        """« Le maire » who may be one of two: he stands before « il » all the same."""
        syntax = self.sentences[sentence]
        group = syntax.nouns[number]
        person = syntax.words[group.head].tag is Tag.NOUN and self.names.nouns.voice(syntax, group) is Voice.PERSON
        return Actor("", None, Voice.PERSON, group.gender, group.number or "s") if person else None

    def last_speaker(self, sentence: int, before: int | None = None) -> Actor | None:
        """Who speaks last in a sentence, in front of a word; else who is cited."""
        told = [t for t in self.in_sentence(sentence) if before is None or t.word < before]
        spoken = [t for t in told if t.rank == SPEAKS] or [t for t in told if t.rank == CITED]
        return spoken[-1].actor if spoken and spoken[-1].actor.name else None

    def only_subject(self, sentence: int, before: int | None = None) -> Actor | None:
        """Who is the subject of a sentence and can speak, in front of a word; several together are one.

        Nobody speaks of what will be, or had been before.
        """
        main = next((c for c in self.sentences[sentence].clauses if c.kind is ClauseKind.MAIN), None)
        verb = self.sentences[sentence].verb_of(main) if main is not None else None
        earlier = verb is not None and verb.compound and verb.tense is Tense.IMPERFECT
        if earlier or (verb is not None and verb.tense in (Tense.FUTURE, Tense.CONDITIONAL)):
            return None
        told = [t for t in self.in_sentence(sentence) if before is None or t.word < before]
        subjects = [t.actor for t in told if t.rank == SUBJECT and t.actor.voice is not None and not t.member]
        return subjects[-1] if subjects and subjects[-1].name else None


_FURTHEST = 3
"""Times the sentences asked for that are looked through, quotations alone and all."""
_SOMEBODY = frozenset({Voice.PERSON, Voice.SOURCE})
