"""The dossier as linked data: one JSON-LD graph of articles, claims, entities and people's verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.export.json_text import Node, without_unknown, written
from briefing.export.linked.nodes import Linked
from briefing.export.linked.provenance import editor, verdict
from briefing.export.linked.vocabulary import CONTEXT
from briefing.pages.site import Site
from briefing.pages.strings import word


def to_jsonld(site: Site, root: str) -> str:
    """The graph; the site's IRIs are written after `root`, its address or the way to it."""
    return written({"@context": CONTEXT, "@graph": _nodes(Linked(site, root))}, depth=2)


def _nodes(linked: Linked) -> Iterator[Node]:
    catalogue = linked.site.catalogue
    yield dataset(linked.site, linked.root)
    yield from linked.generators()
    yield from (linked.article(article) for article in catalogue.dossier.articles)
    yield from (linked.entity(key) for key in catalogue.entities)
    for claim in catalogue.dossier.claims.values():
        yield linked.claim(claim)
        judged = verdict(claim, linked.iri(claim.id), catalogue.claims[claim.id].passage)
        if judged:
            yield judged


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
            "url": root,
            "creator": editor(site, root),
        }
    )
