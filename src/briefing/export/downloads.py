"""The files that a site offers for download, and the list of them on its data page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from briefing.bibliography.bibtex import bibtex
from briefing.bibliography.csl import csl_json
from briefing.bibliography.ris import ris
from briefing.export.formats import FORMATS, Format
from briefing.export.linked.annotations import article_annotations, text_path
from briefing.model.article import Article, Rights
from briefing.pages.site import Site
from briefing.pages.views.shown import Download

_TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file to download, and how its text is made."""

    download: Download
    make: Callable[[], str]

    def text(self, _name: str) -> str:
        """Its text, whatever it is called."""
        return self.make()


def downloads(site: Site) -> Iterator[tuple[str, str]]:
    """Each file's path in the site and its text; when all are made, the site's data page knows them."""
    made = []
    for offer in offered(site):
        text = offer.make()
        made.append(replace(offer.download, size=len(text.encode())))
        yield offer.download.path, text
    site.downloads = tuple(made)


def offered(site: Site) -> Iterator[Offered]:
    """The dossier in each format, then what there is of each article."""
    folder = site.paths.names["data"]
    for kind, form in FORMATS.items():
        download = Download(kind=kind, path=f"{folder}/{form.file}", media=form.media)
        yield Offered(download, partial(form.one, site, site.edition.address or "../"))
    for article in site.catalogue.dossier.articles:
        yield from _of_article(site, article)


def _of_article(site: Site, article: Article) -> Iterator[Offered]:
    """The reference of an article, its claims as annotations, and its text where it may be shown."""

    def offer(kind: str, path: str, form: Format | None, make: Callable[[], str]) -> Offered:
        media = form.media if form else _TEXT
        return Offered(Download(kind=kind, path=path, media=media, article=article.id), make)

    records = [site.citing.article_record(site.catalogue.articles[article.id])]
    path = f"{site.citing.sources}/{article.id}"
    yield offer("bibtex", f"{path}.bib", FORMATS["bibtex"], partial(bibtex, records))
    yield offer("ris", f"{path}.ris", FORMATS["ris"], partial(ris, records))
    yield offer("csl-json", f"{path}.csl.json", FORMATS["csl-json"], partial(csl_json, records))
    annotations = partial(article_annotations, site, article, site.edition.address or "../../")
    name = f"{site.paths.names['data']}/annotations/{article.id}.jsonld"
    yield offer("annotations", name, FORMATS["annotations"], annotations)
    if article.meta.rights is Rights.FULL:
        yield offer("text", text_path(site, article.id), None, lambda: article.text)
