"""The slots of a claim: all that is compared with another's, made of the claim alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from briefing.corpus.text import before
from briefing.extract.words.wording import Wording
from briefing.model.annotation import DateMention, EntityType
from briefing.model.article import Article
from briefing.model.claim import Claim, Modality
from briefing.model.span import Passage
from briefing.relate.slots.moments import days_between, long_past, moments
from briefing.relate.slots.numbers import Number, numbers, numerals
from briefing.relate.slots.scenes import Places, places_of, scenes
from briefing.relate.slots.words import Stretch, Word, Words, lies_in, words
from briefing.relate.voice import voices

_ACTING = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE})
_DIGITS = re.compile(r"\d+")


class Slots(Struct, frozen=True, eq=False):
    """A claim of an article, reduced to what can be compared; sets hold stems or entity ids."""

    article: Article
    claim: Claim
    place: float
    """Where it stands in its article: 0 is the first claim, 1 the last."""
    content: frozenset[str]
    """The words that tell what is stated, without names, sources and dates."""
    names: frozenset[str]
    stated: frozenset[str]
    """Those of both that tell more than when or beside what it is so: not those of « lors du rassemblement »."""
    entities: frozenset[str]
    acting: tuple[str, ...]
    """Those of them that can act, in the order in which they are named first."""
    places: frozenset[str]
    """Those of them that are places."""
    scene: frozenset[str]
    """The places that it is set in: those that it or its source names, or else its paragraph."""
    around: frozenset[str]
    """The places that its article names."""
    digits: frozenset[str]
    """Numbers in digits that belong to no date and count nothing: times of day, scores."""
    is_past: bool
    """Whether it tells of what is long past, by its dates: « En 1997, … »."""
    dates: frozenset[str]
    """Resolved dates, partial ISO 8601; « avant mars » names no moment that another could exclude."""
    numbers: tuple[Number, ...]
    speakers: frozenset[str]
    resumes: bool
    """Whether it says that what had ended is so again."""
    denied: frozenset[str]
    """The words in the scope of a denial: all that a source denies, or the part that holds « ne … pas »."""
    denied_heads: frozenset[str]
    """Those of them that tell what is denied to be so, verbs mostly: « retrouvé » of « n'a pas été retrouvé »."""
    denials: tuple[Passage, ...]
    """The words that deny: « n'a pas », « dément »."""

    @property
    def stems(self) -> frozenset[str]:
        """All telling words."""
        return self.content | self.names

    @property
    def is_denial(self) -> bool:
        """Whether somebody denies it."""
        return self.claim.modality is Modality.DENIED

    @property
    def is_told(self) -> bool:
        """Whether somebody says that it is so or is not: it is no opinion, and not only supposed by its author."""
        supposed = self.claim.modality is Modality.POSSIBLE and not any(a.source for a in self.claim.attribution)
        return not supposed and self.claim.modality not in (Modality.OPINION, Modality.QUESTION)

    @property
    def is_foretold(self) -> bool:
        """Whether it is still to come."""
        return self.claim.modality is Modality.PREDICTED

    @property
    def is_affirmed(self) -> bool:
        """Whether it is held to be so, with whatever certainty."""
        return self.claim.modality not in (Modality.DENIED, Modality.OPINION, Modality.QUESTION)


Articles = Mapping[str, Sequence[Slots]]
"""The slots of each article, by its id, in order of publication."""
Order = tuple[str, str, int, str]


def order(slots: Slots) -> Order:
    """By publication, article and text."""
    claim = slots.claim
    return (slots.article.meta.published or "9999", slots.article.id, claim.evidence.start, claim.id)


def follows(later: Slots, earlier: Slots) -> bool:
    """Whether one appears on a later day than the other; not where a day cannot be told."""
    apart = days_between(earlier.article.meta.published, later.article.meta.published)
    return bool(apart) and order(later) > order(earlier)


def are_strangers(one: Slots, other: Slots) -> bool:
    """Whether each is set in places that the other's article does not name."""
    set_apart = one.scene.isdisjoint(other.around) and other.scene.isdisjoint(one.around)
    return bool(one.scene and other.scene) and set_apart


def slots(article: Article, claims: tuple[Claim, ...], wording: Wording) -> Iterator[Slots]:
    """The slots of an article's claims, which stand in the order of its text."""
    last = max(1, len(claims) - 1)
    around = frozenset(chain.from_iterable(map(places_of, claims)))
    for number, (claim, scene) in enumerate(zip(claims, scenes(article.text, claims), strict=True)):
        yield _slots(article, claim, number / last, wording, (scene, around))


def _slots(article: Article, claim: Claim, place: float, wording: Wording, where: tuple[Places, Places]) -> Slots:
    text, offset = claim.evidence.exact, claim.evidence.start
    sources = list(_sources(claim))
    told = [m for m in claim.entities if not lies_in(m.start - offset, sources)]
    said = said_by(claim, wording)
    dated = frozenset(moments(claim.dates, article.meta.published))
    is_denial = claim.modality is Modality.DENIED
    contents = _told_by_sources(claim, said) if is_denial else []
    return Slots(
        article,
        claim,
        place,
        content=frozenset(word.stem for word in said.told if not word.is_name),
        names=frozenset(word.stem for word in said.told if word.is_name),
        stated=frozenset(word.stem for word in said.told if not word.is_aside),
        entities=frozenset(mention.entity for mention in told if mention.entity),
        acting=tuple(dict.fromkeys(m.entity for m in told if m.entity and m.type in _ACTING)),
        places=frozenset(m.entity for m in told if m.entity and m.type is EntityType.PLACE),
        scene=where[0],
        around=where[1],
        digits=_digits(claim, text, offset),
        is_past=long_past(moments(_told_of(claim, wording), article.meta.published), article.meta.published),
        dates=dated,
        numbers=tuple(numbers(claim.quantities, offset, said, wording)),
        speakers=frozenset(voice.entity or voice.name.casefold() for voice in voices(claim)),
        resumes=not wording.resumptions.isdisjoint(said.lows),
        denied=frozenset(word.stem for _, word in contents) if is_denial else said.denied,
        denied_heads=_first_of_each(contents) if is_denial else said.denied_heads,
        denials=tuple(Passage(exact=text[a:b], start=offset + a, end=offset + b) for a, b in said.denials),
    )


def said_by(claim: Claim, wording: Wording) -> Words:
    """The telling words of a claim, without its dates, its numbers and who says it, by where its passage has them."""
    offset = claim.evidence.start
    dates = [(date.start - offset, date.end - offset) for date in claim.dates]
    named = [(mention.start - offset, mention.end - offset) for mention in claim.entities]
    apart = [*dates, *_sources(claim), *numerals(claim.quantities, offset)]
    return words(claim.evidence.exact, wording, named, apart)


def _told_of(claim: Claim, wording: Wording) -> Iterator[DateMention]:
    """The dates of what is told; what holds « depuis 1958 » holds today."""
    text, offset = claim.evidence.exact, claim.evidence.start
    for date in claim.dates:
        if wording.onsets.isdisjoint(before(text, max(0, date.start - offset))[-1:]):
            yield date


def _told_by_sources(claim: Claim, said: Words) -> list[tuple[int, Word]]:
    """The words of what somebody says, with the number of the content; all where nothing shows which those are."""
    offset = claim.evidence.start
    contents = [(s.start - offset, s.end - offset) for s in (*(a.content for a in claim.attribution), *claim.quotes)]
    found = [(n, w) for n, content in enumerate(contents) for w in said.told if lies_in(w.start, [content])]
    return found if contents else [(0, word) for word in said.told]


def _first_of_each(contents: list[tuple[int, Word]]) -> frozenset[str]:
    """The first word of each content that is no name: « franchi » of « a démenti avoir franchi la ligne »."""
    first: dict[int, str] = {}
    for number, word in contents:
        if not word.is_name:
            first.setdefault(number, word.stem)
    return frozenset(first.values())


def _digits(claim: Claim, text: str, offset: int) -> frozenset[str]:
    rows = [(row.start - offset, row.end - offset) for row in (*claim.dates, *claim.quantities)]
    return frozenset(found[0] for found in _DIGITS.finditer(text) if not lies_in(found.start(), rows))


def _sources(claim: Claim) -> Iterator[Stretch]:
    """Where the words stand that say who says it, and by which verb."""
    text, offset = claim.evidence.exact, claim.evidence.start
    yield from _saying(claim)
    for named in (n for a in claim.attribution for n in (a.source, a.cue) if n):
        yield from _first(text, named)
    for quote in claim.quotes:
        if quote.cue:
            yield from _first(text, quote.cue)
        speaking = (m for m in claim.entities if m.entity and m.entity == quote.entity)
        yield from ((m.start - offset, m.end - offset) for m in speaking if not quote.span.contains(m.span))


def _saying(claim: Claim) -> Iterator[Stretch]:
    """From a cue behind all that is said to the end: « …, a déclaré Ana Sorel, la préfète, lors d'un point »."""
    text, offset = claim.evidence.exact, claim.evidence.start
    said = [*(attribution.content for attribution in claim.attribution), *claim.quotes]
    if said:
        last = max(words.end for words in said) - offset
        cues = filter(None, (*(a.cue for a in claim.attribution), *(q.cue for q in claim.quotes)))
        starts = [start for start in (text.find(cue, last) for cue in cues) if start >= 0]
        yield min(starts, default=len(text)), len(text)


def _first(text: str, words_: str) -> Iterator[Stretch]:
    start = text.find(words_)
    if start >= 0:
        yield start, start + len(words_)
