"""Names of an article: which mention a noun group is, whose name is set against it, and what gender the text tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag
from briefing.extract.chains.actors import NOBODY, Actor, ChainWords, Resolution, Voice
from briefing.extract.chains.groups import as_one, without_article
from briefing.extract.chains.nouns import Nouns
from briefing.extract.reading import Reading
from briefing.model.annotation import EntityType, Mention
from briefing.model.span import Span


class Names:
    """The mentions of an article, looked up by noun group, and the canonical names of entities."""

    def __init__(self, reading: Reading, sentences: Sequence[Syntax], words: ChainWords) -> None:
        """`sentences` are those asked about: those around quotations, or those within them."""
        self.text, self.sentences, self.words = reading.article.text, sentences, words
        self.everywhere = (*reading.parsed.outer, *reading.parsed.inner)
        self.nouns = Nouns(words)
        self.mentions = sorted(reading.mentions, key=lambda m: m.start)
        self.starts = [m.start for m in self.mentions]
        self._by_id = {entity.id: entity for entity in reading.register}

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

    def with_whole_name(self, span: Span) -> Span:
        """The span and the rest of a name that it cuts: « le collectif Vallée [vivante] »."""
        last = bisect_left(self.starts, span.end) - 1
        cut = last >= 0 and span.start <= self.starts[last] and self.mentions[last].end > span.end
        return Span(span.start, self.mentions[last].end) if cut else span

    def named(self, syntax: Syntax, number: int) -> Actor | None:
        """The name that the group is, or that is set against it."""
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        origin = self.words.origin(head.lemma) is not None  # « le suédois Northvolt » is no Swede
        voice = self.words.voice(head.lemma) if head.tag is Tag.NOUN and not origin else None
        own = self.own_mention(syntax, group)
        apposed = self.apposed(syntax, number)
        if group.apposed_to is not None and own is None:
            apposed.append(syntax.nouns[group.apposed_to])
        if own is not None and (head.tag is Tag.NAME or voice is not Voice.PERSON):
            return self.actor(own, group.gender, title=syntax.words[group.first - 1].form if group.first else "")
        body = any(self.nouns.voice(syntax, g) is Voice.BODY for g in apposed)  # « le propriétaire, la société Films »
        for other in apposed:
            mention = self.own_mention(syntax, other)
            fits = mention is not None and (voice is not Voice.PERSON or body or mention.type in PEOPLE)
            if mention is not None and fits:
                return self.actor(mention, group.gender)
            named = mention is None and not self._lies_in_another(syntax, other)
            if named and syntax.words[other.head].tag is Tag.NAME and voice is not None:
                return Actor(self.words_of(syntax, other.head, other.last), None, voice, group.gender, "s", named=True)
        within = self._within(syntax, group) if voice is Voice.PERSON and own is None else None
        if within is not None:
            return self.actor(within, group.gender)
        unnamed = own is None and self.nouns.voice(syntax, group) is None and not self.is_inhabitant(syntax, group)
        if head.tag is Tag.NAME and unnamed:
            return Actor(
                self.words_of(syntax, group.head, group.last), None, None, group.gender, group.number or "s", named=True
            )
        return None

    def _lies_in_another(self, syntax: Syntax, group: NounGroup) -> bool:
        """« le prix [Livre Inter] »: whether a longer mention holds the group."""
        start = syntax.words[group.head].start
        around = self.mentions[max(0, bisect_right(self.starts, start) - 1) : bisect_right(self.starts, start)]
        return any(mention.end > start for mention in around)

    def _within(self, syntax: Syntax, group: NounGroup) -> Mention | None:
        """The name that closes a group behind another: « le sénateur Les Républicains [Hugo Lambert] »."""
        others = [g for g in syntax.nouns if group.head < g.first < group.whole]
        if any(self.nouns.voice(syntax, g) is Voice.PERSON for g in others):
            return None  # « l'avocat du maire de Lille Paul Petit »
        inside = self.mentions_in(syntax.span_of(group.head, max(group.whole, group.last)))
        for before, last in pairwise(inside):
            if last.type in PEOPLE and last.start == before.end + 1 and before.type not in PEOPLE:
                return last
        return None

    def apposed(self, syntax: Syntax, number: int) -> list[NounGroup]:
        """What is set against a group, and against that: « le chef des armées, le général [Thierry Petit] »."""
        same = as_one(syntax, number)
        direct = [n for n, g in enumerate(syntax.nouns) if g.apposed_to in same]
        further = [n for n, g in enumerate(syntax.nouns) if g.apposed_to in direct]
        return [syntax.nouns[n] for n in (*direct, *further)]

    def own_mention(self, syntax: Syntax, group: NounGroup) -> Mention | None:
        """The mention that holds the head of a group, or closes its capitals: « le Brugeois [Jan Brandt] »."""
        start, head = syntax.words[group.first].start, syntax.words[group.head]
        places = [head, syntax.words[group.last - 1]] if head.tag is Tag.NAME else [head]
        for place in places:
            i = bisect_right(self.starts, place.start) - 1  # no two mentions overlap
            if i >= 0 and start <= self.starts[i] and place.start < self.mentions[i].end:
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
        for syntax in self.everywhere:
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
                if syntax.words[group.head].tag is Tag.NOUN and self.nouns.determiner(syntax, group) in _INTRODUCES:
                    found[syntax.words[group.head].lemma].append((number, syntax.span.end))
        return found

    def is_inhabitant(self, syntax: Syntax, group: NounGroup) -> bool:
        """« La Sénégalaise », « l'Espagnol », « le Léonard »: somebody named before, by where they come from."""
        return self.nouns.is_inhabitant(syntax, group) and (
            syntax.words[group.head].tag is Tag.NOUN or self.own_mention(syntax, group) is None
        )

    def is_quoted(self, sentence: int) -> bool:
        """Whether a sentence is all quotation."""
        return all(word.tag in _QUOTED for word in self.sentences[sentence].words)

    def sentence_before(self, sentence: int) -> int:
        """The sentence in front of another that is not all quotation; -1 where there is none."""
        at = bisect_left(self._unquoted, sentence)
        return self._unquoted[at - 1] if at else -1

    def sentence_behind(self, sentence: int) -> int | None:
        """The sentence behind another that is not all quotation."""
        at = bisect_right(self._unquoted, sentence)
        return self._unquoted[at] if at < len(self._unquoted) else None

    @cached_property
    def _unquoted(self) -> Sequence[int]:
        return [n for n in range(len(self.sentences)) if not self.is_quoted(n)]

    def tells_of_somebody(self, syntax: Syntax, group: NounGroup) -> bool:
        """Whether a group may be somebody, and no other group says better who."""
        head = syntax.words[group.head]
        if group.apposed_to is not None or head.tag is Tag.QUOTATION:
            return False
        if self.nouns.points_back(syntax, group):
            return True
        thing = head.tag is Tag.NOUN and self.words.voice(head.lemma) is None
        if not thing or self.own_mention(syntax, group) is not None:
            return True
        by_name = (g for g in self.apposed(syntax, syntax.nouns.index(group)) if syntax.words[g.head].tag is Tag.NAME)
        return any(self.own_mention(syntax, g) is not None for g in by_name)  # « son dernier rescapé, Jean Roux »

    def described(self, syntax: Syntax, number: int) -> Resolution:
        """The group's own words, without its determiner."""
        group = syntax.nouns[number]
        head = syntax.words[group.head]
        voice = Voice.PERSON if self.is_inhabitant(syntax, group) else self.nouns.voice(syntax, group)
        if head.tag is Tag.PRONOUN and head.kind in ("neuter", "demonstrative") and group.whole == group.last:
            return NOBODY
        if head.tag is Tag.PRONOUN and syntax.words[group.whole - 1].kind == "stressed":
            return NOBODY  # « l'un d'eux », « plusieurs d'entre elles »: no word tells who
        first = without_article(syntax, group)
        name = self.words_of(syntax, first, max(group.whole, group.last))
        inside = self.mentions_in(syntax.span_of(first, max(group.whole, group.last)))
        entity = next((m.entity for m in inside if m.exact == name), None)
        number_of = "p" if group.number == "p" else "s"
        return Resolution(Actor(name, entity, voice, group.gender, number_of))


PEOPLE = frozenset({EntityType.PERSON})
_QUOTED = frozenset({Tag.QUOTATION, Tag.COMMA, Tag.STOP})
"""The tags of a sentence that is all quotation."""
_INTRODUCES = frozenset({"indefinite", "quantifier"})
"""The kinds of determiner that tell of somebody for the first time."""
_VOICES: Mapping[EntityType, Voice | None] = {
    EntityType.PERSON: Voice.PERSON,
    EntityType.WORK: Voice.DOCUMENT,
    EntityType.EVENT: None,
}
"""What speaks where its name does; all others are bodies."""
