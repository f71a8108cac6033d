"""Noun groups by their form: what kind of voice they are, and whether they take up somebody told of before."""

from __future__ import annotations

from msgspec import Struct

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag, Word
from briefing.extract.chains.actors import ChainWords, Voice


class Nouns(Struct, frozen=True):
    """What the words of a language tell of a noun group."""

    words: ChainWords

    def voice(self, syntax: Syntax, group: NounGroup) -> Voice | None:
        """What kind of voice a group is by its common noun."""
        head = syntax.words[group.head]
        if head.tag is Tag.PRONOUN and head.kind == "indefinite":
            thing = head.form in self.words.nothing or self._is_of_things(syntax, group)
            return None if thing else Voice.PERSON  # « l'un d'eux », not « rien de neuf »
        if head.tag is Tag.NOUN and head.lemma in self.words.called:
            return Voice.PERSON if group.preposition is None else None
        if head.tag is Tag.NOUN and is_of_other_gender(head, group):
            return Voice.PERSON
        return self.words.voice(noun_of(head)) if head.tag is Tag.NOUN or head.kind == "acronym" else None

    def _is_of_things(self, syntax: Syntax, group: NounGroup) -> bool:
        """« aucune [des onze pièces] »: what a pronoun counts is nobody."""
        counted = next((g for g in syntax.nouns if g.preposition == group.last), None)
        common = counted is not None and syntax.words[counted.head].tag is Tag.NOUN
        return common and counted is not None and self.voice(syntax, counted) is None

    def determiner(self, syntax: Syntax, group: NounGroup) -> str:
        """The kind of determiner; « au président » has a definite one in its preposition."""
        if group.determiner is not None:
            return syntax.words[group.determiner].kind
        contracted = group.preposition is not None and syntax.words[group.preposition].kind == "contracted"
        return "definite" if contracted else ""

    def is_inhabitant(self, syntax: Syntax, group: NounGroup) -> bool:
        """« La Sénégalaise », « l'Espagnol », « le Léonard », « la native de Lille »: by where somebody comes from."""
        head = syntax.words[group.head]
        if head.lemma in self.words.natives:
            return self.determiner(syntax, group) == "definite"
        behind = syntax.words[group.last + 1 : group.whole]  # « la Jurassienne de [23 ans] »
        bare = group.last - group.first == _ARTICLE_AND_NOUN and (not behind or behind[0].tag is Tag.NUMBER)
        alone = head.capital == 1 and bare
        if head.tag is Tag.NOUN:
            return alone and self.voice(syntax, group) is Voice.PERSON
        unknown = head.tag is Tag.NAME and self.determiner(syntax, group) == "definite" and group.number != "p"
        return alone and unknown and any(head.form.endswith(ending) for ending in self.words.inhabitants)

    def place_among_two(self, syntax: Syntax, group: NounGroup) -> int | None:
        """« le premier », « la seconde »: which of two who were told of together."""
        alone = group.whole - group.first == _ARTICLE_AND_NOUN and self.determiner(syntax, group) == "definite"
        form = syntax.words[group.head].form
        return next((n for n, words in enumerate(self.words.ordinals) if alone and form in words), None)

    def is_contrasted(self, syntax: Syntax, group: NounGroup) -> bool:
        """« Le retraité, [lui], n'est pas inquiet »: somebody else than who spoke before."""
        behind = syntax.words[group.whole : group.whole + 3]
        return [w.tag for w in behind[::2]] == [Tag.COMMA, Tag.COMMA] and behind[1].kind == "stressed"

    def is_who(self, syntax: Syntax, group: NounGroup) -> bool:
        """« Celle qui dirige le club »: a demonstrative and what its relative tells."""
        head = syntax.words[group.head]
        after = syntax.words[group.last].tag if group.last < len(syntax.words) else Tag.STOP
        return head.tag is Tag.PRONOUN and head.kind == "demonstrative" and after is Tag.RELATIVE and head.number != "p"

    def points_back(self, syntax: Syntax, group: NounGroup) -> bool:
        """« ce dernier », « celle-ci », « l'intéressé »."""
        return group.last - group.first <= 2 and syntax.words[group.last - 1].form in self.words.latter

    def is_concerned(self, syntax: Syntax, group: NounGroup) -> bool:
        """« l'intéressé »: whom others spoke of."""
        return syntax.words[group.last - 1].form in self.words.concerned

    def is_both(self, syntax: Syntax, group: NounGroup) -> bool:
        """« les deux hommes », « ces deux élues », « tous deux »: two who were told of before."""
        words = syntax.words[group.first : group.last]
        determiner = self.determiner(syntax, group)
        taken_up = determiner in ("definite", "demonstrative") or words[0].kind == "predeterminer"
        alone = group.whole == group.last
        return taken_up and alone and any(word.form in self.words.both for word in words)

    def takes_up(self, syntax: Syntax, group: NounGroup) -> bool:
        """« il », « cet ancien antiquaire »: one person who was told of before."""
        pronoun = syntax.words[group.head].kind == "personal"
        return group.number != "p" and (pronoun or self.determiner(syntax, group) == "demonstrative")

    def is_same_source(self, syntax: Syntax, group: NounGroup) -> bool:
        """« ces sources », « la même source »: an unnamed source that was told of before."""
        words = syntax.words[group.first : group.last]
        taken_up = self.determiner(syntax, group) == "demonstrative" or any(w.lemma in self.words.same for w in words)
        return taken_up and self.voice(syntax, group) is Voice.SOURCE


def is_of_other_gender(head: Word, group: NounGroup) -> bool:
    """« la pivot »: whether a noun of one gender has an article of the other, as only words for people have."""
    return bool(head.gender and group.gender) and head.gender != group.gender


def noun_of(head: Word) -> str:
    """The common noun that a word is, as a lemma; « ONG » is one."""
    return head.form if head.kind == "acronym" else head.lemma


_ARTICLE_AND_NOUN = 2
