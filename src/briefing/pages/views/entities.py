"""Actors and places: what each says and denies, what is said of it, with whom, when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model.claim import Claim, Modality
from briefing.model.entity import Entity, slug
from briefing.pages.typography import capital
from briefing.pages.views.across.explorer import newest_first
from briefing.pages.views.across.timeline import Moment, moments
from briefing.pages.views.across.triangle import MOST, Meeting, Triangle, triangle
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ClaimShown, Link
from briefing.relate.voice import voices

_COMPANIONS, _PASSAGES, _SHOWN = 12, 3, 60


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity that the same claims name: how many, and the newest of them."""

    link: Link
    key: str
    count: int
    claims: tuple[ClaimShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """An entity and its claims, the newest article's first: `says` where it speaks, `told` where others speak of it."""

    entity: Entity
    path: str
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
    places: tuple[Link, ...]
    """What stands for it."""

    @property
    def articles(self) -> int:
        """How many articles name it or let it speak."""
        return len({claim.article.id for claim in (*self.says, *self.denies, *self.told)})

    @property
    def parts(self) -> tuple[tuple[str, tuple[ClaimShown, ...], int], ...]:
        """What the page lists: a name, the newest claims, and how many there are."""
        named = (("says", self.says), ("denies", self.denies), ("told", self.told))
        return tuple((name, claims[:_SHOWN], len(claims)) for name, claims in named if claims)


@dataclass(slots=True)
class _Gathered:
    """The claims of an entity while they are gathered, by claim id."""

    says: dict[str, ClaimShown] = field(default_factory=dict)
    denies: dict[str, ClaimShown] = field(default_factory=dict)
    told: dict[str, ClaimShown] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


def entity_pages(catalogue: Catalogue) -> tuple[EntityPage, ...]:
    """One page an entity, those of most articles first."""
    gathered = _gathered(catalogue)
    places: dict[str, list[Link]] = defaultdict(list)
    for entity in catalogue.entities.values():
        if entity.stands_for and (link := catalogue.link(entity.id)):
            places[entity.stands_for].append(link)
    found = [_page(catalogue, e, gathered[e.id], tuple(places[e.id])) for e in catalogue.entities.values()]
    return tuple(sorted(found, key=lambda page: (-page.articles, -len(page.says) - len(page.told), page.entity.id)))


def named_together(pages: Sequence[EntityPage]) -> Triangle | None:
    """The entities of most articles, each with each; None where nearly nobody meets."""
    shown = pages[:MOST]
    place = {page.key: number for number, page in enumerate(shown)}
    meetings = {
        (row, place[other.key]): Meeting(f"{page.path}#with-{other.key}", other.count)
        for row, page in enumerate(shown)
        for other in page.companions
        if place.get(other.key, row) < row
    }
    return triangle([Link(capital(page.entity.name)) for page in shown], meetings) if len(meetings) > 2 else None


def _gathered(catalogue: Catalogue) -> defaultdict[str, _Gathered]:
    found: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    for shown in newest_first(catalogue.claims.values()):
        claim = catalogue.dossier.claims[shown.id]
        speaking = _speaking(catalogue, claim)
        for entity, words in speaking.items():
            part = found[entity].denies if claim.modality is Modality.DENIED else found[entity].says
            part[claim.id] = shown
            if words:
                found[entity].written[claim.id] = words
        for entity, words in _named(claim).items():
            if entity not in speaking:
                found[entity].told[claim.id] = shown
                if words:
                    found[entity].written[claim.id] = words
    return found


def _speaking(catalogue: Catalogue, claim: Claim) -> dict[str, str]:
    """The entities that say a claim; with what is written where a place speaks for one."""
    found = {}
    for voice in voices(claim):
        if voice.entity:
            found[voice.entity] = ""
            known = catalogue.dossier.entity.get(voice.entity)
            if known and known.stands_for:
                found.setdefault(known.stands_for, voice.name)
    return found


def _named(claim: Claim) -> dict[str, str]:
    """The entities that a claim names; with what is written where a place stands for one."""
    found = {mention.entity: "" for mention in claim.entities if mention.entity}
    for mention in claim.entities:
        if mention.stands_for:
            found.setdefault(mention.stands_for, mention.exact)
    return found


def _page(catalogue: Catalogue, entity: Entity, gathered: _Gathered, places: tuple[Link, ...]) -> EntityPage:
    paths = catalogue.paths
    claims = (*gathered.says.values(), *gathered.denies.values(), *gathered.told.values())
    wikidata = entity.wikidata if entity.wikidata != "none" else None
    return EntityPage(
        entity=entity,
        path=paths.url(paths.child("entities", entity.id)),
        key=slug(entity.id),
        wikidata=f"https://www.wikidata.org/wiki/{wikidata}" if wikidata else None,
        says=tuple(gathered.says.values()),
        denies=tuple(gathered.denies.values()),
        told=tuple(gathered.told.values()),
        written=gathered.written,
        companions=tuple(_companions(catalogue, entity, claims)),
        moments=moments(claims[:_SHOWN]),
        not_same_as=tuple(_link(catalogue, other) for other in entity.not_same_as),
        stands_for=_link(catalogue, entity.stands_for) if entity.stands_for else None,
        places=places,
    )


def _link(catalogue: Catalogue, entity: str) -> Link:
    """The entity's page; its name alone where no claim names it."""
    known = catalogue.dossier.entity.get(entity)
    return catalogue.link(entity) or Link(known.name if known else entity)


def _companions(catalogue: Catalogue, entity: Entity, claims: Iterable[ClaimShown]) -> list[Companion]:
    """Who is named in the same claims, the most often first; what stands for the entity is no company."""
    together: dict[str, list[ClaimShown]] = defaultdict(list)
    links: dict[str, Link] = {}
    own = {slug(e.id) for e in catalogue.entities.values() if entity.id in (e.id, e.stands_for)}
    for claim in claims:
        for key, link in zip(claim.actor_keys, claim.actors, strict=True):
            if key not in own:
                links[key] = link
                together[key].append(claim)
    counts = Counter({key: len(found) for key, found in together.items()})
    order = sorted(counts, key=lambda key: (-counts[key], links[key].label))[:_COMPANIONS]
    return [Companion(links[key], key, counts[key], tuple(together[key][:_PASSAGES])) for key in order]
