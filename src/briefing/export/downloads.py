"""The files that a site offers for download, with the list of them on its data page, and what its basket cites by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from briefing.bibliography.bibtex import bibtex, bibtex_entry
from briefing.bibliography.csl import csl_item, csl_json
from briefing.bibliography.ris import ris
from briefing.export.crate import MEDIA, NAME, Packed, crate
from briefing.export.formats import FORMATS, Format
from briefing.export.json_text import inline
from briefing.export.linked.annotations import article_annotations, text_path
from briefing.export.parts import ANEW, Parts
from briefing.export.tables import tables
from briefing.export.to_csv import table_csv
from briefing.model.article import Article, Rights
from briefing.pages.site import Site
from briefing.pages.views.shown import Download

_TEXT = "text/plain"


class Offered(Struct, frozen=True):
    """A file to download, and how its text is made."""

    download: Download
    make: Callable[[Parts], str]

    def text(self, _name: str) -> str:
        """Its text, whatever it is called."""
        return self.make(ANEW)


class Made(Struct, frozen=True):
    """A file, its text (None: it stands there already), and the parts of which that was made."""

    file: Packed
    text: str | None = None
    parts: Parts = ANEW

    @classmethod
    def of(cls, offer: Offered, parts: Parts) -> Made:
        """The file that is offered, made of these parts as far as they stand."""
        text = offer.make(parts)
        return cls(Packed.of(offer.download, text), text, parts)


def downloads(site: Site) -> Iterator[tuple[str, str]]:
    """Each file's path in the site and its text; when all are made, the site's data page knows them."""
    made = packed(site, lambda _offer: ANEW)
    yield from ((each.file.download.path, each.text) for each in made if each.text is not None)


def packed(site: Site, standing: Callable[[Offered], Packed | Parts]) -> Iterator[Made]:
    """The same, without the text of those that are `standing` there already; of the others it says their parts."""
    found = []
    for offer in _files(site):
        stands = standing(offer)
        made = Made(stands) if isinstance(stands, Packed) else Made.of(offer, stands)
        found.append(made.file)
        yield made
    text = crate(site, found)
    found.append(Packed.of(_crate(site), text))
    yield Made(found[-1], text)
    site.downloads = tuple(replace(file.download, size=file.size) for file in found)


def offered(site: Site) -> Iterator[Offered]:
    """The dossier in each format, what there is of each article, and the description of all as one package."""
    yield from _files(site)
    yield Offered(_crate(site), lambda _: crate(site, (Packed.of(o.download, o.make(ANEW)) for o in _files(site))))


def package(site: Site) -> Iterator[tuple[str, str]]:
    """The same files by their paths in a folder of their own."""
    folder = site.paths.names["data"]
    yield from ((path.removeprefix(f"{folder}/"), text) for path, text in downloads(site))


def _crate(site: Site) -> Download:
    return Download(kind="ro-crate", path=f"{site.paths.names['data']}/{NAME}", media=MEDIA)


def _files(site: Site) -> Iterator[Offered]:
    """The dossier in each format, its tables, then what there is of each article."""
    folder = site.paths.names["data"]
    for kind, form in FORMATS.items():
        download = Download(kind=kind, path=f"{folder}/{form.file}", media=form.media)
        yield Offered(download, partial(form.one, site, site.edition.address or "../"))
    for table in tables(site):
        if (file := f"{table.name}.csv") != FORMATS["csv"].file:
            download = Download(kind="table", path=f"{folder}/{file}", media=FORMATS["csv"].media)
            yield Offered(download, partial(table_csv, table, site.edition.language))
    for article in site.catalogue.dossier.articles:
        yield from _of_article(site, article)


def _of_article(site: Site, article: Article) -> Iterator[Offered]:
    """The reference of an article, its claims as annotations, and its text where it may be shown."""

    def offer(kind: str, path: str, form: Format | None, make: Callable[[], str]) -> Offered:
        media = form.media if form else _TEXT
        return Offered(Download(kind=kind, path=path, media=media, article=article.id), lambda _: make())

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


def sources_script(site: Site) -> str:
    """The script `briefingSources`: the references of every article by its id, which a page loads from disk too."""
    found = {}
    for key, article in site.catalogue.articles.items():
        record = site.citing.article_record(article)
        cited = site.citing.article(article)
        found[key] = {"text": cited.text, "bibtex": bibtex_entry(record), "csl": csl_item(record)}
    return f"globalThis.briefingSources = {inline(found)};\n"
