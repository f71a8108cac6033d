"""Claims as W3C Web Annotations: each marks its passage by its words, what stands around them, and its place.

Places count code points of the article's text, which the site offers as a file where its rights allow; where they do
not, its `source` is its name by its SHA-256 (RFC 6920), because an offset in the publisher's page would be another.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from functools import partial

from briefing.export.json_text import Json, Lines, Node, lines, without_unknown, written
from briefing.export.linked.context import contexts
from briefing.export.parts import ANEW, Parts
from briefing.model.article import Article, Rights
from briefing.model.claim import Claim
from briefing.model.date import Date
from briefing.pages.site import Site

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_DAY = 3


def to_annotations(site: Site, root: str, parts: Parts = ANEW) -> str:
    """All claims of a dossier as one collection; the site's IRIs are written after `root`."""

    def told(article: Article) -> str:
        return lines(_of(site, article, root))

    items = (Lines(parts.of(article.id, partial(told, article))) for article in site.catalogue.dossier.articles)
    return _collection(items, len(site.catalogue.dossier.claims), f"{root}#annotations", site)


def annotation_files(site: Site, root: str) -> Iterator[tuple[str, str]]:
    """A file for each article."""
    for article in site.catalogue.dossier.articles:
        yield f"{article.id}.jsonld", article_annotations(site, article, root)


def article_annotations(site: Site, article: Article, root: str) -> str:
    """The annotations of an article as a plain list, which Recogito and its like load as it is."""
    return written([{"@context": CONTEXT, **item} for item in _of(site, article, root)], depth=1)


def text_path(site: Site, article: str) -> str:
    """Where the site offers the text of an article, from its root."""
    return f"{site.paths.names['data']}/textes/{article}.txt"


def _collection(items: Iterator[Lines], total: int, name: str, site: Site) -> str:
    """A collection with its one page inside."""
    page = {"id": f"{name}-1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    found = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": site.edition.title,
        "total": total,
        "first": page,
    }
    return written(found, depth=3)


def _of(site: Site, article: Article, root: str) -> Iterator[Node]:
    shown = site.catalogue.articles[article.id]
    place: Node = {"source": _source(site, article, root), "scope": shown.url or root + shown.path}
    generator = site.catalogue.dossier.generators.get(article.id, "briefing")
    state = _state(site, article)
    claims = site.catalogue.dossier.claims_of(article)
    beside = contexts(article.text, (claim.evidence.span for claim in claims))
    for claim in claims:
        said = site.catalogue.claims[claim.id]
        selectors = _selectors(article, claim, beside[claim.evidence.span])
        credit: Node = {"type": "TextualBody", "purpose": "describing", "value": site.citing.credit(said)}
        degree: Node = {"type": "TextualBody", "purpose": "classifying", "value": claim.modality.value}
        yield without_unknown(
            {
                "id": root + said.note_path,
                "type": "Annotation",
                "motivation": "identifying",
                "creator": {"type": "Person", "name": claim.review.who} if claim.review else None,
                "modified": f"{claim.review.when.isoformat()}T00:00:00Z" if claim.review else None,
                "generator": {"type": "Software", "name": generator},
                "body": [{"id": root + said.path}, degree, credit],
                "target": without_unknown({**place, "state": state, "selector": selectors}),
            }
        )


def _source(site: Site, article: Article, root: str) -> str:
    """What the offsets are of: the text as a file where it may be shown, else the text by the name of its content."""
    if article.meta.rights is Rights.FULL:
        return root + text_path(site, article.id)
    digest = urlsafe_b64encode(bytes.fromhex(article.text_sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _state(site: Site, article: Article) -> Node | None:
    """When the text was as it is here, and where a copy is kept."""
    date = _whole_day(Date.parse(article.meta.retrieved)) or _whole_day(Date.parse(article.meta.published))
    cached = site.catalogue.articles[article.id].archived
    if not date and not cached:
        return None
    return without_unknown(
        {"type": "TimeState", "sourceDate": f"{date.iso}T00:00:00Z" if date else None, "cached": cached}
    )


def _whole_day(date: Date | None) -> Date | None:
    return date if date and len(date.parts[0]) == _DAY and not date.circa and not date.interval else None


def _selectors(article: Article, claim: Claim, context: tuple[str, str]) -> Json:
    """By words and by place; where the rights are « none », by place alone, because the words would be a copy."""
    start, end = claim.evidence.start, claim.evidence.end
    place: Node = {"type": "TextPositionSelector", "start": start, "end": end}
    if article.meta.rights is Rights.NONE:
        return place
    prefix, suffix = context
    words: Node = {"type": "TextQuoteSelector", "exact": claim.evidence.exact, "prefix": prefix, "suffix": suffix}
    return [words, place]
