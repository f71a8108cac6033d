"""Where claims come from: who says them, who passed them on, and whether one bears another out.

A government, its ministries, services and ministers are one party and one origin. A sentence that stands word for word
in an earlier article adds none, nor does one whose speaker nobody names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from briefing.model.annotation import EntityType
from briefing.model.article import Article
from briefing.model.chain import Chain, Doubt, Source
from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.relate.actors import head, lineage
from briefing.relate.copies import repeats
from briefing.relate.relays import Relays
from briefing.relate.voice import Voice, side_by_side, voices

_SMALL = 3
"""Letters of an article or a conjunction."""

Told = tuple[Article, Claim]


def origins_of(claim: Claim, entities: Mapping[str, Entity]) -> tuple[Source, ...]:
    """The innermost speakers of a claim, a place resolved to what it stands for; none when the article speaks itself.

    Several speak at once where a source is nothing but names: « Berne et Rome ». Of voices side by side, who each say
    a part of it, the first one counts: the others do not bear out what it says.
    """
    chains = side_by_side(voices(claim))
    if not chains:
        return ()
    root = chains[0][-1]
    joint = tuple(Voice(root.name, entity) for entity in root.several)
    several = () if root.entity else joint or tuple(_named_in(root.name, claim))
    return tuple(_source(voice, entities) for voice in several or (root,))


def _source(voice: Voice, entities: Mapping[str, Entity]) -> Source:
    entity = entities.get(voice.entity or "")
    if entity is None:
        return Source(voice.name, voice.entity)
    acting = entities.get(entity.stands_for or "", entity)
    party = head(acting.id, entities)
    return Source(acting.name, acting.id, party if party != acting.id else None)


def _named_in(source: str, claim: Claim) -> Iterator[Voice]:
    """The entities that a source names, if beside them it holds only small words: « les États-Unis et la Corée »."""
    found = {m.exact: m.entity for m in claim.entities if m.entity and m.exact in source}
    rest = source
    for name in sorted(found, key=len, reverse=True):
        rest = rest.replace(name, " ")
    small = all(len(word) <= _SMALL for word in rest.replace("’", " ").replace("'", " ").split())
    if len(found) > 1 and small:
        yield from (Voice(name, entity) for name, entity in found.items())


class Ways(Struct, frozen=True):
    """What is known of the ways that claims took: entities, and the agency that an article names, by its id."""

    entities: Mapping[str, Entity]
    agencies: Mapping[str, Source]
    copied: Mapping[str, str]
    """Articles that repeat an earlier one almost word for word, with that one."""
    relays: Relays = Relays()
    unplaced: frozenset[str] = frozenset()
    """Services of a government of which nothing tells the state, by id: « ministère de l'Intérieur »."""

    def chains(self, told: Sequence[Told]) -> tuple[Chain, ...]:
        """The chain of each claim of a group, in the order given; the first of an origin is the one that counts."""
        found: list[Chain] = []
        for number, (article, claim) in enumerate(told):
            origins, relays = origins_of(claim, self.entities), self._relays(article, claim)
            copy = any(self._repeats(earlier, (article, claim)) for earlier in told[:number])
            doubt = Doubt.COPY if copy else _doubt(origins, relays, found) or self._of_one_state(origins, found)
            found.append(Chain(claim=claim.id, article=article.id, origins=origins, relays=relays, doubt=doubt))
        return tuple(found)

    def _relays(self, article: Article, claim: Claim) -> tuple[Source, ...]:
        """From the origin on: to whom it was told, who says so, the agency that the article names; each once."""
        chain = next(iter(side_by_side(voices(claim))), ())
        heard = [Voice(mention.exact, mention.entity) for mention in self.relays.of(article, claim)]
        passed = [_source(voice, self.entities) for voice in (*heard, *reversed(chain[:-1]))]
        agency = self.agencies.get(article.id)
        told = dict.fromkeys((*passed, agency) if agency else passed)
        return tuple(relay for relay in told if not chain or relay.entity is None or relay.entity != chain[-1].entity)

    def _of_one_state(self, origins: Iterable[Source], earlier: Iterable[Chain]) -> Doubt | None:
        """Doubt where of two that may be of one state, one does not tell which it is."""
        pairs = product(origins, (source for chain in earlier for source in chain.origins))
        alike = (pair for pair in pairs if all(map(self._is_of_state, pair)))
        return Doubt.SAME_STATE if any(source.entity in self.unplaced for pair in alike for source in pair) else None

    def _is_of_state(self, source: Source) -> bool:
        """Whether it is a government, one of its services, or somebody of them."""
        top = self.entities.get(source.counted_as)
        return source.entity in self.unplaced or (top is not None and top.type is EntityType.PLACE)

    def _repeats(self, earlier: Told, later: Told) -> bool:
        one, other = earlier[0].id, later[0].id
        wire = self.copied.get(one, one) == self.copied.get(other, other)
        return wire or repeats(earlier[1], later[1])


def _doubt(origins: Sequence[Source], relays: Sequence[Source], earlier: Iterable[Chain]) -> Doubt | None:
    """Joint sources add an origin where one of them is new."""
    before = list(earlier)
    named = {source.counted_as for source in origins if source.is_named}
    if named:
        known = {source.counted_as for chain in before for source in chain.origins}
        return Doubt.SAME_ORIGIN if named <= known else None
    passed = {source.counted_as for source in relays if source.is_named}
    theirs = {s.counted_as for chain in before for s in (*chain.relays, *chain.origins) if s.is_named}
    return Doubt.SAME_RELAY if passed & theirs else Doubt.UNNAMED


def independent(chains: Iterable[Chain], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The names of the independent origins of a group, sorted; of one party that which most others belong to."""
    parties: dict[str, set[Source]] = {}
    sure = (chain for chain in chains if chain.doubt is not Doubt.SAME_STATE)
    for source in (source for chain in sure for source in chain.origins if source.is_named):
        parties.setdefault(source.counted_as, set()).add(source)
    return tuple(sorted(_spokesman(members, entities).name for members in parties.values()))


def _spokesman(members: Iterable[Source], entities: Mapping[str, Entity]) -> Source:
    """« gouvernement russe » for itself and its ministry."""
    return min(members, key=lambda source: (len(lineage(source.entity or "", entities)), source))
