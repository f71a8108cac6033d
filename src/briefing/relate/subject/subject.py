"""The subject of a claim: who is concerned, what is done, what is counted, where and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.extract.pack import Theme
from briefing.model.annotation import EntityType
from briefing.model.article import Article
from briefing.model.claim import Claim, Modality
from briefing.relate.subject.acts import Act, Hit, acts
from briefing.relate.subject.counts import Count, counts
from briefing.relate.subject.parties import Parties, Party, nation_of
from briefing.relate.subject.reader import ACTION, NATION, WHERE, Reader
from briefing.relate.subject.stretches import besides_reported, is_said, lies_in, said_by_sources, stretch_of
from briefing.relate.subject.wording import loose_digits, wording
from briefing.relate.voice import voices

_ACTING = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE})
_BESIDE = 4
"""Words between an act and the number of what it is about."""
_SALIENT = 2
"""How many parties an article is about, where a sentence names none: « les deux pays »."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A claim of an article, reduced to what can be compared."""

    article: Article
    claim: Claim
    parties: Party
    speakers: Party
    acts: tuple[Act, ...]
    things: tuple[Theme, ...]
    counts: tuple[Count, ...]
    places: tuple[tuple[str, str], ...]
    """Where it happens: the id of a place or of the nation whose ground it is, and the words that say so."""
    grounds: frozenset[str]
    """Ids of those places."""
    datable: frozenset[str]
    """The classes of the things that a date of the claim can be that of: not those only reacted to."""
    dates: tuple[str, ...]
    """The resolved dates that the claim names."""
    context: Party
    """The parties that the article is most about; they stand in for those that the claim does not name."""
    story: str
    """The story that the article tells with others."""
    stems: frozenset[str]
    """The beginnings of the words that tell what is stated: without its sources, small words and numbers."""
    names: frozenset[str]
    """The words with a capital inside the sentence."""
    digits: frozenset[str]
    """The numbers in digits that belong to no date and count nothing: times of day, scores."""

    def act_of(self, count: Count) -> Act | None:
        """The act that is about what a number counts: « 12 soldats envoyés », or the nearest beside the number."""
        about = next((act for act in self.acts if count.of in act.named), None)
        nearest = min(self.acts, key=lambda act: self._between(act, count), default=None)
        return about or (nearest if nearest and self._between(nearest, count) < _BESIDE else None)

    def _between(self, act: Act, count: Count) -> int:
        """Words between an act and a number."""
        start, end = (edge - self.claim.evidence.start for edge in (count.quantity.start, count.quantity.end))
        text = self.claim.evidence.exact
        gap = text[act.action.end : start] if start >= act.action.end else text[end : act.action.start]
        return len(gap.split())

    @property
    def concerned(self) -> Party:
        """The parties of the claim, or those of its article where it names none."""
        return self.parties or self.context

    @property
    def people(self) -> frozenset[str]:
        """Ids of the persons whom the claim names."""
        return frozenset(m.entity for m in self.claim.entities if m.entity and m.type is EntityType.PERSON)

    @property
    def is_affirmed(self) -> bool:
        """Whether it is held to be so, with whatever certainty."""
        return self.claim.modality not in (Modality.DENIED, Modality.OPINION, Modality.QUESTION)

    @property
    def is_stated(self) -> bool:
        """Whether someone states it: not denied, not merely supposed by the article's author."""
        supposed = self.claim.modality is Modality.POSSIBLE and not any(a.source for a in self.claim.attribution)
        return self.is_affirmed and not supposed


Order = tuple[str, str, int, str]


def order(subject: Subject) -> Order:
    """By publication, article and text."""
    claim = subject.claim
    return (subject.article.meta.published or "9999", subject.article.id, claim.evidence.start, claim.id)


@dataclass(frozen=True, slots=True)
class Subjects:
    """Makes subjects of an article's claims."""

    parties: Parties
    read: Reader
    stories: Mapping[str, str] = field(default_factory=dict)
    """The story of each article, by article id."""

    def of(self, article: Article, claims: tuple[Claim, ...]) -> Iterator[Subject]:
        """The subjects of all claims of one article."""
        themes = [self.read(article.meta.language, claim.evidence.exact) for claim in claims]
        hits = [self._hits(claim, found) for claim, found in zip(claims, themes, strict=True)]
        context = _context(hits)
        for claim, found, named in zip(claims, themes, hits, strict=True):
            yield self._subject(article, claim, found, named, context)

    def _subject(
        self, article: Article, claim: Claim, themes: tuple[Theme, ...], hits: list[Hit], context: Party
    ) -> Subject:
        text = claim.evidence.exact
        by_sources = is_said(claim)
        stated = said_by_sources(claim) if by_sources else besides_reported(claim)
        said = [theme for theme in themes if lies_in(theme.start, theme.end, stated)]
        inside = [hit for hit in hits if lies_in(*hit[:2], stated)] if by_sources else hits
        actions = [theme for theme in said if theme.kind == ACTION]
        things = [theme for theme in said if theme.kind not in (ACTION, NATION, WHERE) and not theme.qualifies]
        done = tuple(acts(text, actions, things, inside))
        wheres = [(theme.start, theme.end) for theme in themes if theme.kind == WHERE]
        owners = [hit for hit in hits if not lies_in(*hit[:2], wheres)]
        places = tuple(_places(text, said, self._places(claim)))
        return Subject(
            article,
            claim,
            parties=frozenset(party for hit in inside for party in hit[2]),
            speakers=self._speakers(claim, hits),
            acts=done,
            things=tuple(things),
            counts=tuple(counts(text, claim.evidence.start, claim.quantities, things, owners)),
            places=places,
            grounds=frozenset(place for place, _ in places),
            datable=_datable(things, done),
            dates=tuple(date.value for date in claim.dates if date.value),
            context=context,
            story=self.stories.get(article.id, article.id),
            **wording(text, stated),
            digits=loose_digits(claim),
        )

    def _speakers(self, claim: Claim, hits: list[Hit]) -> Party:
        """The parties of those who say it, by their names or by what names them: « Berne et Rome ont nié »."""
        known = {party for voice in voices(claim) if voice.entity for party in self.parties.of(voice.entity)}
        sources = [stretch_of(claim.evidence.exact, a.source) for a in claim.attribution]
        return frozenset(known | {party for hit in hits if lies_in(*hit[:2], sources) for party in hit[2]})

    def _hits(self, claim: Claim, themes: tuple[Theme, ...]) -> list[Hit]:
        """Where the claim names a party, in order: by name, or by an adjective that stands outside a name."""
        offset = claim.evidence.start
        found = [
            (m.start - offset, m.end - offset, self.parties.of(m.stands_for or m.entity))
            for m in claim.entities
            if m.entity and m.type in _ACTING
        ]
        spans = [hit[:2] for hit in found]
        adjectives = [t for t in themes if t.kind == NATION and not lies_in(t.start, t.end, spans)]
        found += [(t.start, t.end, frozenset({nation_of(t)})) for t in adjectives]
        return sorted(found, key=lambda hit: hit[:2])

    def _places(self, claim: Claim) -> list[Hit]:
        offset = claim.evidence.start
        places = (m for m in claim.entities if m.entity and m.type is EntityType.PLACE)
        return [(m.start - offset, m.end - offset, self.parties.of(m.entity or "")) for m in places]


def _datable(things: list[Theme], done: tuple[Act, ...]) -> frozenset[str]:
    """« Rome salue l'accord en juin » does not date the accord."""
    reacted = {name for act in done if act.action.reaction for name in act.named}
    stated = {name for act in done if not act.action.reaction for name in act.named}
    return frozenset(thing.name for thing in things) - (reacted - stated)


def _context(hits: list[list[Hit]]) -> Party:
    """The parties that most claims of an article name, each claim counted once."""
    seen: Counter[str] = Counter()
    for found in hits:
        seen.update({party for hit in found for party in hit[2]})
    return frozenset(sorted(seen, key=lambda party: (-seen[party], party))[:_SALIENT])


def _places(text: str, themes: list[Theme], hits: list[Hit]) -> Iterator[tuple[str, str]]:
    """The places and nations that the phrases of place lead to."""
    nations = [(t.start, t.end, frozenset({nation_of(t)})) for t in themes if t.kind == NATION]
    for where in (t for t in themes if t.kind == WHERE):
        for start, end, party in sorted((*hits, *nations), key=lambda hit: hit[:2]):
            if where.start <= start and end <= where.end:
                yield from ((place, text[where.start : end]) for place in sorted(party))
