"""The dossier as linked data: one JSON-LD graph of articles, claims, entities and people's verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from briefing.export.json_text import Lines, Node, lines, without_unknown, written
from briefing.export.linked.nodes import Linked
from briefing.export.linked.provenance import activity, editor, verdict
from briefing.export.linked.vocabulary import OF_THE_GRAPH
from briefing.export.parts import ANEW, Parts
from briefing.model.article import Article
from briefing.pages.site import Site
from briefing.pages.strings import word


def to_jsonld(site: Site, root: str, parts: Parts = ANEW) -> str:
    """The graph; the site's IRIs stand in it as they follow `root`, its address or the way to it."""
    context: Node = {"@base": root, **OF_THE_GRAPH}
    return written({"@context": context, "@graph": _nodes(Linked(site, ""), parts)}, depth=2)


def _nodes(linked: Linked, parts: Parts) -> Iterator[Node | Lines]:
    catalogue = linked.site.catalogue
    yield dataset(linked.site, linked.root)
    yield from linked.generators()
    yield from (linked.article(article) for article in catalogue.dossier.articles)
    yield from (linked.entity(key) for key in catalogue.entities)
    for article in catalogue.dossier.articles:
        yield Lines(parts.of(article.id, partial(_claims, linked, article)))


def _claims(linked: Linked, article: Article) -> str:
    """What made the claims of an article, and these, each before what a person made of it."""
    catalogue = linked.site.catalogue
    claims = catalogue.dossier.claims_of(article)
    made = (activity(linked.page(article.id), rule) for rule in dict.fromkeys(claim.because.rule for claim in claims))
    nodes = ((linked.claim(c), verdict(c, linked.iri(c.id), catalogue.claims[c.id].passage)) for c in claims)
    return lines(chain(made, filter(None, chain.from_iterable(nodes))))


def dataset(site: Site, root: str) -> Node:
    """The dossier as a whole."""
    return without_unknown(
        {
            "@id": f"{root}#briefing",
            "@type": "Dataset",
            "name": site.edition.title,
            "description": word(site.catalogue.words, "leads", "data"),
            "inLanguage": site.edition.language,
            "dateModified": (site.edition.date or "").rstrip("~?%"),
            "url": root or "./",
            "creator": editor(site, root),
        }
    )
