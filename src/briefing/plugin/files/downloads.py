"""The files that a site offers for download, among MkDocs' own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from briefing.export.crate import Packed
from briefing.export.downloads import Offered, offered, packed, sources_script
from briefing.export.parts import ANEW, Parts
from briefing.model.claim import Claim
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
    keys = {key: standing.key(*_of_article(site, key)) for key in site.catalogue.articles}
    whole = standing.key(standing.whole)

    def stands(offer: Offered) -> Packed | Parts:
        path, article = offer.download.path, offer.download.article
        if known := standing.known(path, keys[article] if article else whole):
            return Packed(offer.download, known.size, known.notes[0])
        return ANEW if article else standing.parts(path, keys)

    for made in packed(site, stands):
        path, article = made.file.download.path, made.file.download.article
        if made.text is None:
            yield StandingFile(path, config, lambda _name: None, None)
            continue
        content = made.text.encode()
        standing.note(path, keys[article] if article else whole, [made.file.sha256, *made.parts.placed(content)])
        yield _written(config, path, content)


def _of_article(site: Site, ident: str) -> Iterator[object]:
    """All that a file about one article is made of."""
    dossier, article = site.catalogue.dossier, site.citing.articles[ident]
    claims = dossier.claims_of(article)
    yield from (article, site.catalogue.articles[ident], dossier.generators.get(ident))
    yield from (claims, [site.catalogue.claims[claim.id] for claim in claims])
    yield from _named(site, claims)


def _named(site: Site, claims: Iterable[Claim]) -> Iterator[object]:
    """What is known of those whom claims name or let speak: their kind, their other names."""
    entities = site.catalogue.entities
    for claim in claims:
        speakers = (*(said.entity for said in claim.attribution), *(quote.entity for quote in claim.quotes))
        yield [entities.get(key or "") for key in (*(mention.entity for mention in claim.entities), *speakers)]


def _written(config: MkDocsConfig, path: str, content: bytes) -> File:
    target = Path(config.site_dir, path)
    put(target, content)
    return File.generated(config, path, abs_src_path=str(target))
