"""Actors and places: what each says and denies, what is said of it, with whom, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from briefing.model.annotation import EntityType
from briefing.model.claim import Claim, Modality
from briefing.model.entity import Entity, slug
from briefing.model.relation import Party
from briefing.pages.typography import capital
from briefing.pages.views.across.explorer import newest_first
from briefing.pages.views.across.timeline import Moment, moments
from briefing.pages.views.across.triangle import MOST, Meeting, Triangle, triangle
from briefing.pages.views.actors import belonging, speaking
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ClaimShown, Link
from briefing.relate.parties import parties

_COMPANIONS, _PASSAGES, _SHOWN = 12, 3, 60


class Companion(Struct, frozen=True):
    """Another entity that the same claims name: how many, and the newest of them."""

    link: Link
    key: str
    count: int
    claims: tuple[ClaimShown, ...]


class Part(Struct, frozen=True):
    """An entity of a page that has several, and the claims that say something of it."""

    name: str
    anchor: str
    told: tuple[ClaimShown, ...]


class EntityPage(Struct, frozen=True, kw_only=True):
    """An entity and its claims, the newest article's first: `says` where it speaks, `told` where others speak of it."""

    entity: Entity
    voice: str
    """What the articles call it when it speaks: « Moscou »; empty where its name needs an article before it."""
    path: str
    is_lodged: bool
    """Whether it stands on the page of an article."""
    key: str
    """By which the table of claims filters."""
    wikidata: str | None
    says: tuple[ClaimShown, ...]
    denies: tuple[ClaimShown, ...]
    told: tuple[ClaimShown, ...]
    written: Mapping[str, str]
    """By claim id, the words that stand for it: « Moscou »."""
    companions: tuple[Companion, ...]
    moments: tuple[Moment, ...]
    not_same_as: tuple[Link, ...]
    stands_for: Link | None
    parts_of: tuple[Part, ...]
    """What else stands on its page, and is said of each: its capital, its seat, its government."""
    members: tuple[Link, ...]
    """Who speaks for it: ministers, services."""

    @property
    def articles(self) -> int:
        """How many articles name it or let it speak."""
        return len({claim.article.id for claim in (*self.says, *self.denies, *self.told)})

    @property
    def claims(self) -> int:
        """How many claims name it or are its own."""
        return len({claim.id for claim in (*self.says, *self.denies, *self.told)})

    @property
    def parts(self) -> tuple[tuple[str, tuple[ClaimShown, ...], int], ...]:
        """What the page lists: a name, the newest claims, and how many there are."""
        named = (("says", self.says), ("denies", self.denies), ("told", self.told))
        return tuple((name, claims[:_SHOWN], len(claims)) for name, claims in named if claims)


class _Gathered(Struct):
    """The claims of an entity while they are gathered, by claim id."""

    says: dict[str, ClaimShown] = field(default_factory=dict)
    denies: dict[str, ClaimShown] = field(default_factory=dict)
    told: dict[str, ClaimShown] = field(default_factory=dict)
    told_of: dict[str, list[ClaimShown]] = field(default_factory=dict)
    """The same by the entity of the page that each names first."""
    written: dict[str, str] = field(default_factory=dict)


def entity_pages(catalogue: Catalogue) -> tuple[EntityPage, ...]:
    """What is told of an entity, or of a state with all that stands for it; those of most articles first."""
    gathered = _gathered(catalogue)
    together: dict[str, list[Entity]] = defaultdict(list)
    for entity in catalogue.entities.values():
        together[catalogue.page_of(entity.id)].append(entity)
    known = parties(catalogue.dossier.entity, catalogue.dossier.claims.values())
    keys, members = {slug(page): page for page in together}, belonging(catalogue.entities.values())
    found = []
    for of, parts in together.items():
        entity = catalogue.entities[of]
        voice = _voice(entity, known.get(of), parts)
        found.append(_page(catalogue, keys, members, gathered[of], parts, entity=entity, voice=voice))
    return tuple(sorted(found, key=lambda page: (-page.articles, -len(page.says) - len(page.told), page.entity.id)))


def _voice(entity: Entity, party: Party | None, parts: Iterable[Entity]) -> str:
    """The name of a person, or of the place by which a state is called when it acts."""
    if entity.type is EntityType.PERSON:
        return entity.name
    places = {part.name for part in parts if part.type is EntityType.PLACE and part.id != entity.id}
    return party.name if party and party.name in places else ""


def named_together(pages: Sequence[EntityPage]) -> Triangle | None:
    """Of the entities of most articles those that meet, each with each; None where nearly nobody does."""
    keys = {page.key for page in pages[:MOST]}
    shown = [page for page in pages[:MOST] if any(other.key in keys for other in page.companions)]
    place = {page.key: number for number, page in enumerate(shown)}
    meetings = {
        (row, place[other.key]): Meeting(f"{page.path}#with-{other.key}", other.count)
        for row, page in enumerate(shown)
        for other in page.companions
        if place.get(other.key, row) < row
    }
    return triangle([Link(capital(page.entity.name)) for page in shown], meetings) if len(meetings) > 2 else None


def _gathered(catalogue: Catalogue) -> defaultdict[str, _Gathered]:
    """The claims of each page, by the id of its entity."""
    found: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    for shown in newest_first(catalogue.claims.values()):
        claim = catalogue.dossier.claims[shown.id]
        speaking = _speaking(catalogue, claim)
        for page, words in speaking.items():
            part = found[page].denies if claim.modality is Modality.DENIED else found[page].says
            part[claim.id] = shown
            if words:
                found[page].written[claim.id] = words
        for page, (entity, words) in _named(catalogue, claim).items():
            if page not in speaking:
                found[page].told[claim.id] = shown
                found[page].told_of.setdefault(entity, []).append(shown)
                if words:
                    found[page].written[claim.id] = words
    return found


def _speaking(catalogue: Catalogue, claim: Claim) -> dict[str, str]:
    """The pages of those who say a claim, each of a joint statement; with the name where another one is written."""
    found: dict[str, str] = {}
    for entity, name in speaking(claim, catalogue.dossier):
        found.setdefault(catalogue.page_of(entity), "" if catalogue.page_of(entity) == entity else name)
    return found


def _named(catalogue: Catalogue, claim: Claim) -> dict[str, tuple[str, str]]:
    """The pages of those whom a claim names; the entity, and what is written where that is another than the page's."""
    found: dict[str, tuple[str, str]] = {}
    for mention in claim.entities:
        for entity in (mention.entity, mention.stands_for):
            if entity and entity in catalogue.entities:
                page = catalogue.page_of(entity)
                words = "" if entity == page and mention.entity == entity else mention.exact
                found.setdefault(page, (entity, words))
    return found


def _page(
    catalogue: Catalogue,
    keys: Mapping[str, str],
    members: Mapping[str, Sequence[Entity]],
    gathered: _Gathered,
    parts: Sequence[Entity],
    *,
    entity: Entity,
    voice: str,
) -> EntityPage:
    claims = (*gathered.says.values(), *gathered.denies.values(), *gathered.told.values())
    return EntityPage(
        entity=entity,
        voice=voice,
        path=catalogue.paths.entity(entity.id, entity.id, article := catalogue.lodged.get(entity.id)),
        is_lodged=article is not None,
        key=slug(entity.id),
        wikidata=f"https://www.wikidata.org/wiki/{entity.wikidata}" if entity.has_item else None,
        says=tuple(gathered.says.values()),
        denies=tuple(gathered.denies.values()),
        told=tuple(gathered.told.values()),
        written=gathered.written,
        companions=tuple(_companions(catalogue, keys, entity, claims)),
        moments=moments(claims[:_SHOWN]),
        not_same_as=tuple(_link(catalogue, other) for other in entity.not_same_as),
        stands_for=_stands_for(catalogue, entity),
        parts_of=_parts(gathered, entity, parts),
        members=tuple(_members(catalogue, members, parts)),
    )


def _parts(gathered: _Gathered, entity: Entity, parts: Sequence[Entity]) -> tuple[Part, ...]:
    """The entity itself first, then those of which most is said; none where it stands alone."""
    if len(parts) < 2:
        return ()
    told = gathered.told_of
    order = sorted(parts, key=lambda part: (part.id != entity.id, -len(told.get(part.id, ())), part.id))
    return tuple(Part(p.name, slug(p.id), tuple(told.get(p.id, ())[:_SHOWN])) for p in order)


def _members(catalogue: Catalogue, members: Mapping[str, Sequence[Entity]], parts: Sequence[Entity]) -> list[Link]:
    """Those who belong to it and have a page of their own, in the order of their names."""
    here = {part.id for part in parts}
    others = (entity.id for part in here for entity in members.get(part, ()) if entity.id not in here)
    return sorted(filter(None, map(catalogue.link, others)), key=lambda link: (link.label, link.path or ""))


def _stands_for(catalogue: Catalogue, entity: Entity) -> Link | None:
    """What a place stands for where that has a page of its own."""
    place = entity.stands_for
    return _link(catalogue, place) if place and catalogue.page_of(place) != catalogue.page_of(entity.id) else None


def _link(catalogue: Catalogue, entity: str) -> Link:
    """The entity's page; its name alone where no claim names it."""
    known = catalogue.dossier.entity.get(entity)
    return catalogue.link(entity) or Link(known.name if known else entity)


def _companions(
    catalogue: Catalogue, keys: Mapping[str, str], entity: Entity, claims: Iterable[ClaimShown]
) -> list[Companion]:
    """Who is named in the same claims, the most often first; a state by its own name. `keys` tell whose page it is."""
    together: dict[str, list[ClaimShown]] = defaultdict(list)
    for claim in claims:
        for key in dict.fromkeys(claim.actor_keys):
            if key != slug(entity.id):
                together[key].append(claim)
    links = {key: link for key in together if (link := catalogue.link(keys[key]))}
    order = sorted(links, key=lambda key: (-len(together[key]), links[key].label))[:_COMPANIONS]
    return [Companion(links[key], key, len(together[key]), tuple(together[key][:_PASSAGES])) for key in order]
