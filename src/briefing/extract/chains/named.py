"""Names of an article: which mention a noun group is, whose name is set against it, and what gender the text tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag, Word
from briefing.extract.chains.actors import NOBODY, Actor, ChainWords, Resolution, Voice
from briefing.extract.chains.groups import without_article
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity
from briefing.model.span import Span


class Names:
    """The mentions of an article, looked up by noun group, and the canonical names of entities."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Syntax],
        mentions: Sequence[Mention],
        register: Sequence[Entity],
        words: ChainWords,
    ) -> None:
        self.text, self.sentences, self.words = text, sentences, words
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self.starts = [m.start for m in self.mentions]
        self._by_id = {entity.id: entity for entity in register}

    @cached_property
    def _fullest(self) -> Mapping[str, str]:
        """The canonical name of each entity: the project's, else its fullest form in the article."""
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for mention in self.mentions:
            if mention.entity:
                forms[mention.entity].append(mention.exact)
        names = {e: max(found, key=lambda form: (len(form.split()), len(form))) for e, found in forms.items()}
        return names | {e: self._by_id[e].name for e in names if e in self._by_id}

    def name_of(self, mention: Mention) -> str:
        """The canonical name of whom a mention names."""
        return self._fullest.get(mention.entity or "", mention.exact)

    def mentions_in(self, span: Span) -> Iterator[Mention]:
        """The mentions that lie in a span, in order."""
        for i in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)):
            if self.mentions[i].end <= span.end:
                yield self.mentions[i]

    def voice(self, syntax: Syntax, group: NounGroup) -> Voice | None:
        """What kind of voice a group is by its common noun."""
        head = syntax.words[group.head]
        if head.tag is Tag.PRONOUN and head.kind == "indefinite":
            return Voice.PERSON  # « l'un d'eux »
        return self.words.voice(noun_of(head)) if head.tag is Tag.NOUN or head.kind == "acronym" else None

    def named(self, syntax: Syntax, number: int) -> Actor | None:
        """The name that the group is, or that is set against it."""
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        voice = self.words.voice(head.lemma) if head.tag is Tag.NOUN else None
        own = self.own_mention(syntax, group)
        apposed = self.apposed(syntax, number)
        if group.apposed_to is not None and own is None:
            apposed.append(syntax.nouns[group.apposed_to])
        if own is not None and (head.tag is Tag.NAME or voice is not Voice.PERSON):
            return self.actor(own, group.gender, title=syntax.words[group.first - 1].form if group.first else "")
        for other in apposed:
            mention = self.own_mention(syntax, other)
            fits = mention is not None and (voice is not Voice.PERSON or mention.type in PEOPLE)
            if mention is not None and fits:
                return self.actor(mention, group.gender)
            if mention is None and syntax.words[other.head].tag is Tag.NAME and voice is not None:
                return Actor(self.words_of(syntax, other.head, other.last), None, voice, group.gender, "s", named=True)
        within = self._within(syntax, group) if voice is Voice.PERSON and own is None else None
        if within is not None:
            return self.actor(within, group.gender)
        if head.tag is Tag.NAME and own is None and self.voice(syntax, group) is None:
            return Actor(
                self.words_of(syntax, group.head, group.last), None, None, group.gender, group.number or "s", named=True
            )
        return None

    def _within(self, syntax: Syntax, group: NounGroup) -> Mention | None:
        """The name that closes a group behind another: « le sénateur Les Républicains [Hugo Lambert] »."""
        others = [g for g in syntax.nouns if group.head < g.first < group.whole]
        if any(self.voice(syntax, g) is Voice.PERSON for g in others):
            return None  # « l'avocat du maire de Lille Paul Petit »
        inside = self.mentions_in(syntax.span_of(group.head, max(group.whole, group.last)))
        for before, last in pairwise(inside):
            if last.type in PEOPLE and last.start == before.end + 1 and before.type not in PEOPLE:
                return last
        return None

    def apposed(self, syntax: Syntax, number: int) -> list[NounGroup]:
        """What is set against a group, and against that: « le chef des armées, le général [Thierry Petit] »."""
        direct = [n for n, g in enumerate(syntax.nouns) if g.apposed_to == number]
        further = [n for n, g in enumerate(syntax.nouns) if g.apposed_to in direct]
        return [syntax.nouns[n] for n in (*direct, *further)]

    def own_mention(self, syntax: Syntax, group: NounGroup) -> Mention | None:
        """The mention that holds the head of a group, or closes its capitals: « le Brugeois [Jan Brandt] »."""
        start, head = syntax.words[group.first].start, syntax.words[group.head]
        places = [head, syntax.words[group.last - 1]] if head.tag is Tag.NAME else [head]
        for place in places:
            for i in range(bisect_left(self.starts, start), bisect_right(self.starts, place.start)):
                if self.mentions[i].start <= place.start < self.mentions[i].end:
                    return self.mentions[i]
        return None

    def actor(self, mention: Mention, gender: str, title: str = "") -> Actor:
        """Whom a mention names; `gender` is what its group tells, `title` the word before it."""
        voice = _VOICES.get(mention.type, Voice.BODY)
        name = self.name_of(mention)
        told = self.words.titles.get(title, "") or self._genders.get(mention.entity or name, "") or gender
        return Actor(name, mention.entity, voice, told, "s", named=True)

    @cached_property
    def _genders(self) -> Mapping[str, str]:
        """The gender of each entity, by its first name, a title or a role set against it."""
        found: dict[str, str] = {}
        for syntax in self.sentences:
            for number, group in enumerate(syntax.nouns):
                mention = self.own_mention(syntax, group)
                key = mention.entity if mention else None
                if key is None or key in found:
                    continue
                gender = self._told_gender(syntax, number)
                if gender:
                    found[key] = gender
        return found

    def _told_gender(self, syntax: Syntax, number: int) -> str:
        group = syntax.nouns[number]
        before = syntax.words[group.first - 1].form if group.first else ""
        opening = syntax.words[group.first].form
        title = self.words.titles.get(before) or self.words.titles.get(opening)
        if title:
            return title
        related = [g for g in syntax.nouns if g.apposed_to == number]
        if group.apposed_to is not None:
            related.append(syntax.nouns[group.apposed_to])
        roles = [g.gender for g in related if syntax.words[g.head].tag is Tag.NOUN and g.gender]
        given = syntax.words[group.head]
        return given.gender if given.kind == "given" and given.gender else (roles[0] if roles else group.gender)

    def words_of(self, syntax: Syntax, first: int, last: int) -> str:
        """Words `first` to `last` (excluded) as the article writes them."""
        return syntax.span_of(first, last).of(self.text)

    @cached_property
    def first_named(self) -> Mapping[str, int]:
        """Where each entity, or name without one, stands first."""
        return {mention.entity or mention.exact: mention.start for mention in reversed(self.mentions)}

    @cached_property
    def introduced(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """By noun, the sentences that introduce somebody by it, « un acteur », and where each ends."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, syntax in enumerate(self.sentences):
            for group in syntax.nouns:
                if syntax.words[group.head].tag is Tag.NOUN and self.determiner(syntax, group) in _INTRODUCES:
                    found[syntax.words[group.head].lemma].append((number, syntax.span.end))
        return found

    def determiner(self, syntax: Syntax, group: NounGroup) -> str:
        """The kind of determiner; « au président » has a definite one in its preposition."""
        if group.determiner is not None:
            return syntax.words[group.determiner].kind
        contracted = group.preposition is not None and syntax.words[group.preposition].kind == "contracted"
        return "definite" if contracted else ""

    def is_inhabitant(self, syntax: Syntax, group: NounGroup) -> bool:
        """« La Sénégalaise », « l'Espagnol »: somebody named before, by nationality."""
        head = syntax.words[group.head]
        return (
            head.capital == 1
            and head.tag is Tag.NOUN
            and group.whole - group.first == 2
            and self.voice(syntax, group) is Voice.PERSON
        )

    def points_back(self, syntax: Syntax, group: NounGroup) -> bool:
        """« ce dernier », « celle-ci », « l'intéressé »."""
        return group.last - group.first <= 2 and syntax.words[group.last - 1].form in self.words.latter

    def is_both(self, syntax: Syntax, group: NounGroup) -> bool:
        """« les deux hommes », « ces deux élues », « tous deux »: two who were told of before."""
        words = syntax.words[group.first : group.last]
        determiner = self.determiner(syntax, group)
        taken_up = determiner in ("definite", "demonstrative") or words[0].kind == "predeterminer"
        alone = group.whole == group.last
        return taken_up and alone and any(word.form in self.words.both for word in words)

    def is_same_source(self, syntax: Syntax, group: NounGroup) -> bool:
        """« ces sources », « la même source »: an unnamed source that was told of before."""
        words = syntax.words[group.first : group.last]
        taken_up = self.determiner(syntax, group) == "demonstrative" or any(w.lemma in self.words.same for w in words)
        return taken_up and self.voice(syntax, group) is Voice.SOURCE

    def tells_of_somebody(self, syntax: Syntax, group: NounGroup) -> bool:
        """Whether a group may be somebody, and no other group says better who."""
        head = syntax.words[group.head]
        if group.apposed_to is not None or head.tag is Tag.QUOTATION:
            return False
        thing = head.tag is Tag.NOUN and self.words.voice(head.lemma) is None
        return not thing or self.own_mention(syntax, group) is not None

    def described(self, syntax: Syntax, number: int) -> Resolution:
        """The group's own words, without its determiner."""
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        voice = self.voice(syntax, group)
        if head.tag is Tag.PRONOUN and head.kind in ("neuter", "demonstrative") and group.whole == group.last:
            return NOBODY
        first = without_article(syntax, group)
        name = self.words_of(syntax, first, max(group.whole, group.last))
        inside = self.mentions_in(syntax.span_of(first, max(group.whole, group.last)))
        entity = next((m.entity for m in inside if m.exact == name), None)
        number_of = "p" if group.number == "p" else "s"
        return Resolution(Actor(name, entity, voice, group.gender, number_of))


def noun_of(head: Word) -> str:
    """The common noun that a word is, as a lemma; « ONG » is one."""
    return head.form if head.kind == "acronym" else head.lemma


PEOPLE = frozenset({EntityType.PERSON})
_INTRODUCES = frozenset({"indefinite", "quantifier"})
"""The kinds of determiner that tell of somebody for the first time."""
_VOICES: Mapping[EntityType, Voice | None] = {
    EntityType.PERSON: Voice.PERSON,
    EntityType.WORK: Voice.DOCUMENT,
    EntityType.EVENT: None,
}
"""What speaks where its name does; all others are bodies."""
