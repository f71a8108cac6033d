"""The files that a site offers for download, and the list of them on its data page."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.bibliography.bibtex import bibtex
from briefing.bibliography.csl import csl_json
from briefing.bibliography.ris import ris
from briefing.export.formats import FORMATS
from briefing.export.linked.annotations import annotation_files, text_path
from briefing.model.article import Rights
from briefing.pages.site import Site
from briefing.pages.views.shown import Download

_TEXT = "text/plain"


def downloads(site: Site) -> Iterator[tuple[str, str]]:
    """Each file's path in the site and its text; when all are made, the site's data page knows them."""
    offered = []
    for download, text in (*_whole(site), *_by_article(site)):
        offered.append(download)
        yield download.path, text
    site.downloads = tuple(offered)


def _whole(site: Site) -> Iterator[tuple[Download, str]]:
    """The dossier in each format."""
    folder = site.paths.names["data"]
    for kind, form in FORMATS.items():
        text = form.one(site, site.edition.address or "../")
        yield _download(kind, f"{folder}/{form.file}", form.media, text), text


def _by_article(site: Site) -> Iterator[tuple[Download, str]]:
    """The reference of each article, its claims as annotations, and its text where it may be shown."""
    folder = site.paths.names["data"]
    annotations = dict(annotation_files(site, site.edition.address or "../../"))
    for article in site.catalogue.dossier.articles:
        record = site.citing.article_record(site.catalogue.articles[article.id])
        for kind, ending, text in (
            ("bibtex", "bib", bibtex([record])),
            ("ris", "ris", ris([record])),
            ("csl-json", "csl.json", csl_json([record])),
        ):
            path = f"{site.citing.sources}/{article.id}.{ending}"
            yield _download(kind, path, FORMATS[kind].media, text, article.id), text
        name = f"{article.id}.jsonld"
        text = annotations[name]
        path = f"{folder}/annotations/{name}"
        yield _download("annotations", path, FORMATS["annotations"].media, text, article.id), text
        if article.meta.rights is Rights.FULL:
            yield _download("text", text_path(site, article.id), _TEXT, article.text, article.id), article.text


def _download(kind: str, path: str, media: str, text: str, article: str | None = None) -> Download:
    return Download(kind=kind, path=path, media=media, size=len(text.encode()), article=article)
