"""Articles, claims, entities and verdicts as nodes of linked data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from briefing.export.json_text import Json, Node, without_unknown
from briefing.export.linked.provenance import editor, generated, generator, organisation, person
from briefing.export.linked.vocabulary import AGREES, TYPES, relation
from briefing.model.annotation import Bound, DateMention, EntityType, Quantity
from briefing.model.article import Article, Rights
from briefing.model.claim import Claim
from briefing.model.date import Date
from briefing.model.entity import Entity
from briefing.pages.site import Site
from briefing.pages.views.shown import ArticleShown, ClaimShown

ARTICLE, UNNAMED = "voice-of-article", "unnamed-source"


class Linked(Struct, frozen=True, dict=True):
    """A site's nodes; every IRI of the site is written after `root`."""

    site: Site
    root: str

    def generators(self) -> Iterator[Node]:
        """What made the drafts of each article."""
        for file in self.site.catalogue.dossier.files:
            if file.article in self.site.catalogue.articles:
                yield generator(self.page(file.article), file.generator)

    def page(self, article: str) -> str:
        """The IRI of the page of an article."""
        return self.root + self.site.catalogue.articles[article].path

    def iri(self, claim: str) -> str:
        """The IRI of a claim: its permalink."""
        return self.root + self.site.catalogue.claims[claim].path

    def article(self, article: Article) -> Node:
        """The article, by its publisher's address and what is known about it; without its text."""
        shown, meta = self.site.catalogue.articles[article.id], article.meta
        published = Date.parse(shown.published)
        return without_unknown(
            {
                "@id": f"{self.page(article.id)}#article",
                "@type": "NewsArticle",
                "url": shown.url,
                "headline": f"[{shown.title}]" if shown.supplied else shown.title,
                "datePublished": published.iso if published and not published.interval else None,
                "publisher": _outlet(shown.outlet),
                "author": self._signed(shown),
                "inLanguage": meta.language,
                "archivedAt": shown.archived,
                "subjectOf": {"@id": self.page(article.id)},
                "interpretedAsClaim": [self.iri(c.id) for c in self.site.catalogue.by_article[article.id]],
                "briefing:published": meta.published,
                "briefing:rights": meta.rights.value,
                "briefing:reliability": meta.reliability,
                "briefing:textSha256": article.text_sha256,
            }
        )

    def claim(self, claim: Claim) -> Node:
        """A claim with who says it, where it appears, what it is about, and what made it."""
        shown = self.site.catalogue.claims[claim.id]
        article = self.site.catalogue.dossier.article_of(claim)
        hidden = article.meta.rights is Rights.NONE
        return without_unknown(
            {
                **self.statement(shown),
                "appearance": [f"{self.page(article.id)}#article"],
                "firstAppearance": f"{self.page(self._first(claim))}#article",
                "claimInterpreter": editor(self.site, self.root)["@id"],
                "about": [self._entity_iri(actor) for actor in self._actors(claim)],
                "temporalCoverage": [_coverage(date) for date in claim.dates if date.value],
                "hasPart": [] if hidden else [self._quotation(shown, n) for n in range(len(shown.quotations))],
                "briefing:measure": [_measure(quantity) for quantity in claim.quantities],
                "briefing:cue": shown.cue,
                "briefing:status": claim.status.value,
                "comment": {"@type": "Comment", "text": claim.note} if claim.note else None,
                **self._relations(claim),
                **generated(claim, article, self.page(article.id)),
            }
        )

    def statement(self, claim: ClaimShown) -> Node:
        """The claim in short: its words where they may be shown, its language, its speakers, its date, its modality."""
        published = Date.parse(claim.article.published)
        return without_unknown(
            {
                "@id": self.root + claim.path,
                "@type": "Claim",
                "identifier": claim.id,
                "text": claim.passage,
                "inLanguage": claim.article.language,
                "author": self._author(claim),
                "creditText": self.site.citing.credit(claim),
                "datePublished": published.iso if published and not published.interval else None,
                "briefing:modality": claim.modality.value,
            }
        )

    def entity(self, key: str) -> Node:
        """A person, body, place or event that claims are about."""
        found = self.site.catalogue.entities[key]
        return without_unknown(
            {
                "@id": self._entity_iri(key),
                "@type": TYPES[found.type],
                "name": found.name,
                "alternateName": list(found.aliases),
                "sameAs": f"http://www.wikidata.org/entity/{found.wikidata}" if found.has_item else None,
            }
        )

    def _entity_iri(self, key: str) -> str:
        """The IRI of an entity: its page, or where it stands on that of an article."""
        return self.root + self.site.paths.entity(key, key, self.site.catalogue.lodged.get(key))

    @cached_property
    def _known(self) -> dict[str | None, Entity]:
        """Entities by the path of their page, for those that have one."""
        entity, known = self.site.paths.entity, self.site.catalogue.entities
        return {entity(key, key): found for key, found in known.items()}

    def _author(self, claim: ClaimShown) -> Json:
        """Who is nearest to the words; the article speaks by its author or its outlet, an unnamed source by nobody."""
        who = claim.speaker
        if who.path in self._known:
            return self._speaking(self._known[who.path])
        if who.key == UNNAMED:
            return None
        if who.key == ARTICLE:
            return self._signed(claim.article) or _outlet(claim.article.outlet)
        return {"@type": "Thing", "name": who.name}  # « le maire », « une source »: nobody knows what it is

    def _signed(self, article: ArticleShown) -> list[Json]:
        """Those who sign an article; an outlet that signs its own is no person."""
        return [
            _outlet(name.family) if name.family == article.outlet else person(name.whole)
            for name in self.site.citing.article_record(article).authors
        ]

    def _speaking(self, entity: Entity) -> Node:
        """An entity as an author; a place speaks as those who govern it, so it is not the same as the place."""
        if entity.type is EntityType.PLACE:
            return {**organisation(entity.name), "location": {"@id": self._entity_iri(entity.id)}}
        return self.entity(entity.id)

    def _actors(self, claim: Claim) -> Iterator[str]:
        named = (mention.entity for mention in claim.entities if mention.entity)
        yield from (key for key in dict.fromkeys(named) if key in self.site.catalogue.entities)

    def _first(self, claim: Claim) -> str:
        """The earliest article in which the claim is known to appear."""
        dossier = self.site.catalogue.dossier
        joined = (i for group in dossier.corroborating.get(claim.id, ()) for i in group.claims if i in dossier.claims)
        first = min((claim.id, *joined), key=self._places.__getitem__)
        return dossier.article_of(dossier.claims[first]).id

    def _quotation(self, claim: ClaimShown, number: int) -> Node:
        said = claim.quotations[number]
        known = self._known.get(said.speaker.path)
        named: Node = {"@type": "Thing", "name": said.speaker.name}
        source = f"{self.page(claim.article.id)}#article"
        speaker = self._speaking(known) if known else named
        return {"@type": "Quotation", "text": said.exact, "spokenByCharacter": speaker, "isBasedOn": source}

    def _relations(self, claim: Claim) -> Node:
        """What a claim does to earlier ones: agree, disagree, dispute, qualify, update."""
        dossier = self.site.catalogue.dossier
        found: dict[str, list[Json]] = {}
        for group in dossier.corroborating.get(claim.id, ()):
            first = next((i for i in group.claims if i in dossier.claims), claim.id)
            if first != claim.id:
                found.setdefault(AGREES, []).append(self.iri(first))
        for difference in dossier.differing.get(claim.id, ()):
            earlier, later = sorted(difference.claims, key=lambda i: self._places.get(i, 0))
            if later == claim.id:
                found.setdefault(relation(difference), []).append(self.iri(earlier))
        return {**found}

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each claim stands in the order of publication and text."""
        return {claim: place for place, claim in enumerate(self.site.catalogue.dossier.claims)}


def _coverage(date: DateMention) -> str:
    """A date as schema.org's `temporalCoverage` wants it (ISO 8601): « avant le 15 avril » is open on its left."""
    value = date.value or ""
    return {"before": f"../{value}", "after": f"{value}/.."}.get(date.mod or "", value) if "/" not in value else value


def _measure(quantity: Quantity) -> Node:
    """A number with its bound: `value` where it is exact or about, else `minValue`, `maxValue` or both."""
    low, high = quantity.value, quantity.value_max
    bounded = quantity.bound in (Bound.MIN, Bound.MAX, Bound.RANGE)
    return without_unknown(
        {
            "@type": "QuantitativeValue",
            "value": None if bounded else low,
            "minValue": low if quantity.bound in (Bound.MIN, Bound.RANGE) else None,
            "maxValue": low if quantity.bound is Bound.MAX else high,
            "unitText": quantity.unit,
            "briefing:bound": quantity.bound.value,
        }
    )


def _outlet(name: str | None) -> Node | None:
    return organisation(name) if name else None
