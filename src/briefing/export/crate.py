"""The files of a dossier as one citable package: an RO-Crate, whose description names each with its size and hash.

Written after RO-Crate 1.2 (https://w3id.org/ro/crate/1.2): one flat graph, whose root says what, when, by whom, and
what may be done with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from briefing.export.json_text import Json, Node, without_unknown, written
from briefing.export.linked.provenance import organisation, person
from briefing.model.date import Date
from briefing.model.entity import slug
from briefing.pages.site import Site
from briefing.pages.strings import table, word
from briefing.pages.views.shown import Download

NAME = "ro-crate-metadata.json"
MEDIA = "application/ld+json"
_TERMS, _PUBLISHER = "#terms", "#publisher"
_VERSION = "https://w3id.org/ro/crate/1.2"


class Packed(Struct, frozen=True):
    """A file of the package: what it is, the size of its UTF-8 bytes and their hash."""

    download: Download
    size: int
    sha256: str

    @classmethod
    def of(cls, download: Download, text: str) -> Packed:
        """The file that a download with this text makes."""
        content = text.encode()
        return cls(download, len(content), hashlib.sha256(content).hexdigest())


def crate(site: Site, files: Iterable[Packed]) -> str:
    """The description of the package that lies in the site's data folder and holds these files."""
    nodes = [_file(site, file) for file in files]
    descriptor: Node = {"@id": NAME, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": _VERSION}}
    words = table(site.catalogue.words, "crate")
    terms: Node = {"@id": _TERMS, "@type": "CreativeWork", "name": words["license"], "description": words["terms"]}
    by = {"@id": _PUBLISHER, **organisation(site.edition.author or site.edition.title)}
    graph = (descriptor, _root(site, nodes), terms, by, *nodes, *_articles(site))
    return written({"@context": f"{_VERSION}/context", "@graph": [*graph]}, depth=2)


def _root(site: Site, files: Iterable[Node]) -> Node:
    """What the package is; its date is the edition's, the first day where that leaves several."""
    date = Date.parse(site.edition.date)
    return without_unknown(
        {
            "@id": "./",
            "@type": "Dataset",
            "name": site.edition.title,
            "description": word(site.catalogue.words, "leads", "data"),
            "datePublished": (date.begin or date).first.isoformat() if date else None,
            "license": {"@id": _TERMS},
            "inLanguage": site.edition.language,
            "publisher": {"@id": _PUBLISHER},
            "url": site.edition.address or None,
            "hasPart": [{"@id": file["@id"]} for file in files],
            "isBasedOn": [{"@id": f"#{article.id}"} for article in site.catalogue.dossier.articles],
        }
    )


def _file(site: Site, file: Packed) -> Node:
    """A file by its path in the package."""
    download = file.download
    words = table(site.catalogue.words, "data", "kinds", download.kind)
    path = str(PurePosixPath(download.path).relative_to(site.paths.names["data"]))
    return without_unknown(
        {
            "@id": path,
            "@type": "File",
            "name": f"{words['name']} – {download.article}" if download.article else words["name"],
            "description": words["holds"],
            "encodingFormat": download.media,
            "contentSize": str(file.size),
            "sha256": file.sha256,
            "about": {"@id": f"#{download.article}"} if download.article else None,
        }
    )


def _articles(site: Site) -> Iterator[Node]:
    """What the dossier was read in, as its publishers published it; then who wrote and who published it."""
    named: dict[str, Node] = {}
    for article in site.catalogue.dossier.articles:
        shown = site.catalogue.articles[article.id]
        date = Date.parse(article.meta.published)
        authors = [name.whole for name in site.citing.article_record(shown).authors]
        outlets = [article.meta.outlet] if article.meta.outlet else []
        named |= {_by(name): {"@id": _by(name), **person(name)} for name in authors}
        named |= {_by(name): {"@id": _by(name), **organisation(name)} for name in outlets}
        yield without_unknown(
            {
                "@id": f"#{article.id}",
                "@type": "NewsArticle",
                "name": shown.title,
                "author": _single([{"@id": _by(name)} for name in authors]),
                "publisher": _single([{"@id": _by(name)} for name in outlets]),
                "datePublished": date.iso if date and not date.interval else None,
                "inLanguage": article.meta.language,
                "url": shown.url,
            }
        )
    yield from named.values()


def _single(values: list[Json]) -> Json:
    """Several values, or the only one as itself, which is what the standard recommends."""
    return values[0] if len(values) == 1 else values


def _by(name: str) -> str:
    return f"#by-{slug(name)}"
