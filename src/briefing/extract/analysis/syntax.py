"""The analysis of a sentence: words with their tags, noun and verb groups, clauses. No language in it.

Each sentence is analysed once (`extract/parsing.py`) and every rule asks this value. A quotation is one opaque word for
the sentence around it; the sentences within it are analysed on their own. All indexes are those of `Syntax.words`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from briefing.extract.words.morphology import Tense
from briefing.model.span import Span


class Tag(StrEnum):
    """What a word does in its sentence: its part of speech, finer where the syntax needs it."""

    NOUN = "noun"
    NAME = "name"
    ADJECTIVE = "adjective"
    DETERMINER = "determiner"
    NUMBER = "number"
    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    """A present participle: « disant », « en disant »."""
    SUBJECT = "subject"
    """A pronoun that is the subject: « elle dit », « a-t-elle dit »."""
    CLITIC = "clitic"
    """A pronoun joined to its verb as an object: « le lui dire », « se »."""
    PRONOUN = "pronoun"
    """Any other pronoun: « celui-ci », « certains »."""
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    COORDINATOR = "coordinator"
    PREPOSITION = "preposition"
    ADVERB = "adverb"
    NEGATION = "negation"
    """The particle before a verb: « ne »."""
    QUOTATION = "quotation"
    COMMA = "comma"
    STOP = "stop"
    """What separates more than a comma: colon, semicolon, dash, full stop."""
    BRACKET = "bracket"
    OTHER = "other"


class Word(Struct, frozen=True):
    """A word of a sentence. `form` is folded to lower case; `start` and `end` are offsets in the article."""

    start: int
    end: int
    form: str
    tag: Tag
    lemma: str
    gender: str = ""
    """m, f, or empty where unknown or both."""
    number: str = ""
    """s, p, or empty where unknown or both."""
    person: str = ""
    """The persons that a finite form may have: "3", "13"."""
    tense: Tense | None = None
    kind: str = ""
    """A finer class that the language's grammar gives: « given », « possessive », « contracted » …"""
    capital: int = 0
    """1: its first letter, 2: all its letters."""

    @property
    def span(self) -> Span:
        """Where the word stands in the article."""
        return Span(self.start, self.end)


class Agreeing(Protocol):
    """What has a gender and a number."""

    @property
    def gender(self) -> str:
        """m, f, or empty where unknown or both."""

    @property
    def number(self) -> str:
        """s, p, or empty where unknown or both."""


def clash(one: Agreeing, other: Agreeing) -> bool:
    """Whether two words cannot agree in gender and number."""
    number = one.number and other.number and one.number != other.number
    return bool(number or (one.gender and other.gender and one.gender != other.gender))


class NounGroup(Struct, frozen=True):
    """A determiner, a head and what agrees with it, without the complements behind a preposition.

    « [la très discrète ministre] de [la Mer] »; words `first` to `last` (excluded).
    """

    first: int
    last: int
    head: int
    determiner: int | None
    preposition: int | None
    """The index of the preposition that governs the group."""
    gender: str
    number: str
    whole: int
    """Where the group ends with its complements and the names set against it: « la ministre de la Mer Anne Petit »."""
    apposed_to: int | None = None
    """The index of the group of which it says more: « Anne Petit, [ministre] », « la ministre [Anne Petit] »."""
    joined_to: int | None = None
    """The index of the group to which « et » or a comma joins it: « Moscou et [Pyongyang] »."""
    when: bool = False
    """Whether it can say when without a preposition: « lundi », « le 3 mars »."""


class VerbGroup(Struct, frozen=True):
    """A verb with its auxiliaries, clitics and negation: « ne l'a-t-il pas toujours dit »; words `first` to `last`."""

    first: int
    last: int
    finite: int
    """The word that is conjugated, or the infinitive, participle or gerund itself."""
    head: int
    """The word that says what is done: « a été [livré] »."""
    lemma: str
    tense: Tense
    """Of the finite word; with `compound`, what is done lies before it."""
    compound: bool
    passive: bool
    reflexive: bool
    negated: bool
    restricted: bool
    """« ne … que »."""
    inverted: int | None
    """The pronoun that stands behind: « a-t-[elle] dit »."""
    number: str
    person: str
    infinitive: int | None = None
    """The verb group of the infinitive right behind it: « peut [livrer] »."""


class ClauseKind(StrEnum):
    """What a clause does in its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    COMPLETIVE = "completive"
    CIRCUMSTANCE = "circumstance"
    PARTICIPIAL = "participial"
    INFINITIVE = "infinitive"
    INSERTION = "insertion"


class Clause(Struct, frozen=True):
    """A verb with what belongs to it; words `first` to `last`, inner clauses included."""

    kind: ClauseKind
    first: int
    last: int
    opener: int | None
    """The word that opens it: « que », « qui », « tandis que »."""
    verb: int | None
    """The index of its verb group."""
    subject: int | None
    """The index of its subject among the noun groups; None where it is a pronoun joined to the verb, or unsaid."""
    parent: int | None
    coordinated: int | None
    """The clause before it that it is joined to by « et » or a comma."""


class Syntax(Struct, frozen=True, dict=True):
    """A sentence, or a sentence within a quotation, analysed."""

    span: Span
    words: tuple[Word, ...]
    nouns: tuple[NounGroup, ...]
    verbs: tuple[VerbGroup, ...]
    clauses: tuple[Clause, ...]
    quotation: Span | None = None
    """The quotation in which it stands."""

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _clause_of_word(self) -> list[int | None]:
        owner: list[int | None] = [None] * len(self.words)
        for number in sorted(range(len(self.clauses)), key=lambda n: self.clauses[n].first - self.clauses[n].last):
            clause = self.clauses[number]
            owner[clause.first : clause.last] = [number] * (clause.last - clause.first)
        return owner

    @cached_property
    def subjects(self) -> frozenset[int]:
        """The groups that are subjects; those of relatives only say more of somebody."""
        outer = (clause for clause in self.clauses if clause.kind is not ClauseKind.RELATIVE)
        return frozenset(clause.subject for clause in outer if clause.subject is not None)

    def index_at(self, offset: int) -> int | None:
        """The index of the word that holds an offset of the article, or of the next one."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.words[i].end:
            return i
        return i + 1 if i + 1 < len(self.words) else None

    def clause_at(self, word: int) -> Clause | None:
        """The innermost clause that holds a word."""
        number = self._clause_of_word[word] if 0 <= word < len(self.words) else None
        return None if number is None else self.clauses[number]

    @cached_property
    def _noun_of_word(self) -> dict[int, NounGroup]:
        return {word: group for group in reversed(self.nouns) for word in range(group.first, group.last)}

    def noun_at(self, word: int) -> NounGroup | None:
        """The noun group that holds a word."""
        return self._noun_of_word.get(word)

    def verb_of(self, clause: Clause) -> VerbGroup | None:
        """The verb group of a clause."""
        return None if clause.verb is None else self.verbs[clause.verb]

    def subject_of(self, clause: Clause) -> NounGroup | None:
        """The noun group that is the subject of a clause."""
        return None if clause.subject is None else self.nouns[clause.subject]

    def objects_of(self, clause: Clause) -> Iterator[NounGroup]:
        """The noun groups behind the verb that no preposition governs, in order."""
        verb = self.verb_of(clause)
        for number, group in enumerate(self.nouns):
            behind = verb is not None and verb.last <= group.first < clause.last and number != clause.subject
            if behind and group.preposition is None and self.clause_at(group.head) is clause:
                yield group

    def span_of(self, first: int, last: int) -> Span:
        """Where words `first` to `last` (excluded) stand in the article."""
        return Span(self.words[first].start, self.words[last - 1].end)
