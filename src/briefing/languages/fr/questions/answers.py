"""An analysed answer, and the pieces of it that a question is made of."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag, VerbGroup, Word
from briefing.extract.words.morphology import Tense
from briefing.extract.words.questions import Answer
from briefing.languages.fr.grammar.voices import spellings
from briefing.model.annotation import Quantity

_TOLD = frozenset({Tense.PRESENT, Tense.IMPERFECT, Tense.PAST, Tense.FUTURE, Tense.CONDITIONAL})
_REST = 45
"""Characters of what stands behind the verb that a question repeats."""
_ENDS = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET, Tag.QUOTATION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COORDINATOR})
_ASIDE = (ClauseKind.RELATIVE, ClauseKind.INSERTION)
_POINTING = frozenset({"demonstrative", "possessive"})
_IS, _BY, _NONE = "être", "par", ("aucun", "aucune")
_ONE = {"f": "une"}
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
        first = next((i for i in range(group.first, group.whole) if noun in (words[i].lemma, words[i].form)), None)
        return self._words(first, self._rated(group.whole)) if first is not None else ""

    def _rated(self, last: int) -> int:
        """How far a group goes on where it says how often: « quatre fois [par semaine] »."""
        words = self.syntax.words
        by = last < len(words) and words[last].lemma == _BY
        group = self.syntax.noun_at(last + 1) if by else None
        return group.last if group and group.determiner is None else last

    def shared_out(self, number: Quantity) -> str:
        """What a share or an amount is of, with its preposition: « 53 % [des salariés] », « 2 M€ [d'aides] »."""
        found = self._behind(number)
        return self._words(*found) if found else ""

    def is_whole(self, number: Quantity) -> bool:
        """Whether it is a known whole of which a share is given: « des salariés », and not « d'augmentation »."""
        found = self._behind(number)
        if found is None:
            return False
        first, group = self.syntax.words[found[0]], self._noun_in(found[0])
        return first.kind == "contracted" or (group is not None and group.determiner is not None)

    def _behind(self, number: Quantity) -> tuple[int, int] | None:
        """The words behind a number that « de » ties to it."""
        first = self.syntax.index_at(number.end + 1)
        if first is None or self.syntax.words[first].lemma not in spellings("de"):
            return None
        group = self._noun_in(first)
        return (first, group.whole) if group else None

    def _noun_in(self, first: int) -> NounGroup | None:
        return self.syntax.noun_at(first) or self.syntax.noun_at(first + 1)

    def given(self, number: Quantity) -> tuple[NounGroup, str] | None:
        """What a share or an amount is the size of: « une [hausse] de 3 % [des prix] », « 6 % d'[augmentation] »."""
        first, behind = self.syntax.index_at(number.start), self._behind(number)
        if first is None:
            return None
        is_of = first > 1 and self.syntax.words[first - 1].lemma in spellings("de")
        group = self.syntax.noun_at(first - 2) if is_of else None
        if group and group.determiner is not None and group.last == first - 1:
            named = self._words(group.determiner + 1, group.last)
            return group, f"{named} {self._words(*behind)}" if behind and self.is_whole(number) else named
        group = self._noun_in(behind[0]) if behind and not self.is_whole(number) else None
        return (group, self._words(group.first, group.whole)) if group else None

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
        """Whether a group tells a reader of the title alone who or what it is: no « elle », « la clé de ce pont »."""
        words = self.syntax.words
        points = any(word.kind in _POINTING for word in words[group.first : group.whole])
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
                is_before = subject.first < verb.first  # « …, déclare la directrice » states nothing
                span = self.syntax.span_of(min(subject.first, verb.first), verb.last)
                if is_before and self.answer.said.contains(span) and self._names_something(subject):
                    return clause
        return None

    def inverted(self, clause: Clause) -> str | None:
        """A clause turned into a question, without its negation: « Le pont a-t-il été fermé ? »."""
        verb, subject = self.syntax.verb_of(clause), self.syntax.subject_of(clause)
        if verb is None or subject is None:
            return None
        words = self.syntax.words
        before = [words[i] for i in range(verb.first, verb.finite) if words[i].tag is not Tag.NEGATION]
        behind = [words[i] for i in range(verb.finite + 1, verb.last) if not self._is_denial(verb, words[i])]
        finite = words[verb.finite].span.of(self.answer.text)
        pronoun = _PRONOUNS.get((subject.gender, subject.number), "il")
        link = "-t-" if finite[-1] in "aec" else "-"
        told = [self._affirmed(subject), *(w.span.of(self.answer.text) for w in before)]
        told += [f"{finite}{link}{pronoun}", *(w.span.of(self.answer.text) for w in behind)]
        end = self._end(clause, verb.last)
        is_negated = verb.last < end and words[verb.last].kind == "negative"  # « n'est [pas] sûre »
        behind_it = verb.last + is_negated
        if verb.negated and behind_it < end and words[behind_it].form in spellings("de"):
            return None  # « n'a pas vendu [de] navires » is asked of with another word
        rest = self._words(behind_it, end)
        return None if self._is_torn(end) else _joined(filter(None, (*told, rest))) + " ?"

    def _is_torn(self, end: int) -> bool:
        """Whether what stands behind is what the verb or noun before it is about: « parle d'un résultat [« … »] »."""
        is_quoted = any(word.tag is Tag.QUOTATION for word in self.syntax.words[end : end + 2])  # a mark before it
        return is_quoted or any(c.first == end and c.kind is ClauseKind.COMPLETIVE for c in self.syntax.clauses)

    def _is_denial(self, verb: VerbGroup, word: Word) -> bool:
        """Whether a word goes with the negation: « n'a [toujours] [pas] été versée »."""
        return word.kind == "negative" or (verb.negated and word.tag is Tag.ADVERB)

    def _affirmed(self, group: NounGroup) -> str:
        """A subject as a question names it: « aucun site » is asked of as « un site »."""
        first = group.determiner
        if first is None or self.syntax.words[first].form not in _NONE:
            return self._words(group.first, group.whole)
        return f"{_ONE.get(group.gender, 'un')} {self._words(first + 1, group.whole)}"


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).replace("’ ", "’").replace("' ", "'")
