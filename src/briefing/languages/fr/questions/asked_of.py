"""An analysed answer, and the pieces of it that a question is made of."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag, VerbGroup
from briefing.extract.asking import Answer
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.grammar.voices import spellings
from briefing.model.annotation import Quantity

_TOLD = frozenset({Tense.PRESENT, Tense.IMPERFECT, Tense.PAST, Tense.FUTURE, Tense.CONDITIONAL})
_REST = 45
"""Characters of what stands behind the verb that a question repeats."""
_ENDS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET, Tag.QUOTATION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COORDINATOR})
_ASIDE = (ClauseKind.RELATIVE, ClauseKind.INSERTION)
_POINTING = frozenset({"demonstrative", "possessive"})
_IS = "être"
_PRONOUNS = {("f", "s"): "elle", ("f", "p"): "elles", ("m", "p"): "ils", ("", "p"): "ils"}
_VOWELS = "aeiouyhàâéèêëîïôûœ"


class AskedOf(Struct, frozen=True):
    """A passage and its analysis; words are given as the article writes them."""

    answer: Answer
    syntax: Syntax

    def _words(self, first: int, last: int) -> str:
        text = self.syntax.span_of(first, last).of(self.answer.text) if first < last else ""
        return " ".join(text.split())

    def whole(self, group: NounGroup) -> str:
        """A group with its complements, those that a preposition ties behind them included."""
        return self._words(group.first, self._reach(group.whole))

    def _reach(self, last: int) -> int:
        """How far a group goes on behind its complements: « la présence de soldats [sur le sol ukrainien] »."""
        words = self.syntax.words
        start = last
        while last < len(words) and words[last].tag is Tag.PREPOSITION:
            group = self.syntax.noun_at(last + 1)
            if group is None or len(self._words(start, group.whole)) > _REST:
                break
            last = group.whole
        return last

    def numbered(self) -> Iterator[tuple[Quantity, NounGroup]]:
        """The numbers on which answers differ, each with the group that holds it."""
        for number in self.answer.numbers:
            first = self.syntax.index_at(number.start)
            group = self.syntax.noun_at(first) if first is not None else None
            if group is not None:
                yield number, group

    def things(self, number: Quantity, group: NounGroup) -> str:
        """What is counted, with what agrees with it and its complements: « soldats nord-coréens »."""
        words, noun = self.syntax.words, (number.unit or "").split()[0]
        first = next((i for i in range(group.first, group.whole) if words[i].lemma == noun), None)
        return self._words(first, group.whole) if first is not None else ""

    def shared_out(self, number: Quantity) -> str:
        """What a share or an amount is of, with its preposition: « 53 % [des salariés] », « 2 M€ [d'aides] »."""
        first = self.syntax.index_at(number.end + 1)
        group = self.syntax.noun_at(first) if first is not None else None
        group = group or (self.syntax.noun_at(first + 1) if first is not None else None)
        is_of = first is not None and self.syntax.words[first].lemma in spellings("de")
        return self._words(first, group.whole) if first is not None and group and is_of else ""

    def with_of(self, things: str) -> str:
        """« de soldats », « d’habitants »."""
        return f"d’{things}" if things[0].lower() in _VOWELS else f"de {things}"

    def predicate(self, group: NounGroup) -> str:
        """What those counted do, where they are the subject: « ont défilé à Lyon »."""
        for clause in self.syntax.clauses:
            verb = self.syntax.verb_of(clause)
            if verb and self.syntax.subject_of(clause) is group and verb.tense in _TOLD and not verb.negated:
                rest = self._words(verb.last, self._end(clause, verb.last))
                return _joined(filter(None, (self._verb(verb), rest)))
        return ""

    def _end(self, clause: Clause, last: int) -> int:
        """How far a clause is repeated behind its verb: to the first mark or inner clause, by whole groups."""
        words, start, end = self.syntax.words, last, last
        while last < clause.last and words[last].tag not in _ENDS and self.syntax.clause_at(last) == clause:
            last += 1
            group = self.syntax.noun_at(last - 1)
            if group is None or last >= group.last:
                if len(self._words(start, last)) > _REST:
                    break
                end = last if words[last - 1].tag is not Tag.PREPOSITION else end
        return end

    def measured_by(self, number: Quantity, verbs: Container[str]) -> NounGroup | None:
        """What one of `verbs` gives a number of: « [la participation] s'établit à 58 % »."""
        first = self.syntax.index_at(number.start)
        clause = self.syntax.clause_at(first) if first is not None else None
        verb, subject = (self.syntax.verb_of(clause), self.syntax.subject_of(clause)) if clause else (None, None)
        if verb is None or subject is None or subject.determiner is None or verb.lemma not in verbs:
            return None
        return subject if self._can_stand_before(verb, subject) else None

    def asked_by(self, group: NounGroup) -> tuple[str, str] | None:
        """The verb of which a group is the object, and its subject: « a coûté », « le chantier »."""
        for clause in self.syntax.clauses:
            verb, subject = self.syntax.verb_of(clause), self.syntax.subject_of(clause)
            if verb and subject and group in self.syntax.objects_of(clause) and self._can_stand_before(verb, subject):
                return self._verb(verb), self.lowered(subject)
        return None

    def asked_of_subject(self) -> tuple[str, str] | None:
        """The verb of what is stated and its subject, without an object between: « se dirigent », « les soldats »."""
        clause = self.stated()
        verb, subject = (self.syntax.verb_of(clause), self.syntax.subject_of(clause)) if clause else (None, None)
        if clause is None or verb is None or subject is None or next(self.syntax.objects_of(clause), None):
            return None
        if verb.lemma == _IS or not self._can_stand_before(verb, subject):
            return None
        return self._verb(verb), self.lowered(subject)

    def _can_stand_before(self, verb: VerbGroup, subject: NounGroup) -> bool:
        words = self.syntax.words[verb.first : verb.last]
        points = sum(word.tag is Tag.CLITIC for word in words) > verb.reflexive  # « en réclament », « l'a versé »
        return verb.tense in _TOLD and not verb.negated and not points and self._names_something(subject)

    def _names_something(self, group: NounGroup) -> bool:
        """Whether a group tells a reader of the title alone who or what it is: neither « elle » nor « ce document »."""
        words = self.syntax.words
        points = group.determiner is not None and words[group.determiner].kind in _POINTING
        return words[group.head].tag not in (Tag.PRONOUN, Tag.SUBJECT) and not points

    def _verb(self, verb: VerbGroup) -> str:
        words = [word for word in self.syntax.words[verb.first : verb.last] if word.tag is not Tag.ADVERB]
        return _joined(word.span.of(self.answer.text) for word in words)

    def lowered(self, group: NounGroup) -> str:
        """A subject as it stands within a sentence."""
        text = self._words(group.first, group.whole)
        return text[0].lower() + text[1:] if group.determiner is not None else text

    def opening_group(self) -> NounGroup | None:
        """The group with which what is said begins: « dément [la présence de soldats] »."""
        first = self.syntax.index_at(self.answer.said.start)
        group = self.syntax.noun_at(first) if first is not None else None
        if group is None or group.first != first or group.determiner is None:
            return None
        subjects = {clause.subject for clause in self.syntax.clauses if clause.kind is ClauseKind.COMPLETIVE}
        return None if self.syntax.nouns.index(group) in subjects else group

    def stated(self) -> Clause | None:
        """The clause that is stated: the first one with a finite verb and a subject within what is said."""
        for clause in sorted(self.syntax.clauses, key=lambda clause: clause.first):
            verb, subject = self.syntax.verb_of(clause), self.syntax.subject_of(clause)
            if verb and subject and verb.tense in _TOLD and clause.kind not in _ASIDE and verb.inverted is None:
                span = self.syntax.span_of(subject.first, verb.last)
                if self.answer.said.contains(span) and self._names_something(subject):
                    return clause
        return None

    def inverted(self, clause: Clause) -> str | None:
        """A clause turned into a question, without its negation: « Le pont a-t-il été fermé ? »."""
        verb, subject = self.syntax.verb_of(clause), self.syntax.subject_of(clause)
        if verb is None or subject is None:
            return None
        words = self.syntax.words
        before = [words[i] for i in range(verb.first, verb.finite) if words[i].tag is not Tag.NEGATION]
        behind = [words[i] for i in range(verb.finite + 1, verb.last) if words[i].kind != "negative"]
        finite = words[verb.finite].span.of(self.answer.text)
        pronoun = _PRONOUNS.get((subject.gender, subject.number), "il")
        link = "-t-" if finite[-1] in "aec" else "-"
        told = [self._words(subject.first, subject.whole), *(w.span.of(self.answer.text) for w in before)]
        told += [f"{finite}{link}{pronoun}", *(w.span.of(self.answer.text) for w in behind)]
        rest = self._words(verb.last, self._end(clause, verb.last))
        return _joined(filter(None, (*told, rest))) + " ?"


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).replace("’ ", "’").replace("' ", "'")
