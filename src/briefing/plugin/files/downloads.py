"""The files that a site offers for download, among MkDocs' own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from briefing.export.crate import Packed
from briefing.export.downloads import Offered, offered, packed, sources_script
from briefing.pages.paths import ASSETS
from briefing.pages.site import Site
from briefing.plugin.files.incremental import Standing, StandingFile, put
from briefing.plugin.live.deferred import Later


def download_files(site: Site, config: MkDocsConfig, standing: Standing, later: Later | None) -> Iterator[File]:
    """The files to download, each written at once, so that no more than one is held in memory; in a preview `later`."""
    yield File.generated(config, f"{ASSETS}/sources.js", content=sources_script(site))
    if later is None:
        yield from _built(site, config, standing)
        return
    offers = list(offered(site))
    site.downloads = tuple(offer.download for offer in offers)
    for offer in offers:
        yield StandingFile(offer.download.path, config, offer.text, later)


def _built(site: Site, config: MkDocsConfig, standing: Standing) -> Iterator[File]:
    """Those that do not stand in the site as they would be are written."""

    def key(article: str | None) -> str:
        return standing.key(*_of_article(site, article)) if article else standing.key(standing.whole)

    def stands(offer: Offered) -> Packed | None:
        known = standing.known(offer.download.path, key(offer.download.article))
        return Packed(offer.download, known.size, *known.notes) if known else None

    for file, text in packed(site, stands):
        path = file.download.path
        if text is None:
            yield StandingFile(path, config, lambda _name: None, None)
        else:
            standing.note(path, key(file.download.article), [file.sha256])
            yield _written(config, path, text)


def _of_article(site: Site, ident: str) -> Iterator[object]:
    """All that a file about one article is made of."""
    dossier, article = site.catalogue.dossier, site.citing.articles[ident]
    claims = dossier.claims_of(article)
    yield from (article, site.catalogue.articles[ident], dossier.generators.get(ident))
    yield from (claims, [site.catalogue.claims[claim.id] for claim in claims])


def _written(config: MkDocsConfig, path: str, text: str) -> File:
    target = Path(config.site_dir, path)
    put(target, text)
    return File.generated(config, path, abs_src_path=str(target))
