"""The search of a built site: its index, its script and its styles among the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from briefing.pages.paths import ASSETS
from briefing.pages.site import Site
from briefing.search.assets import assets
from briefing.search.index import folder, index, where
from briefing.search.prose import page_records
from briefing.search.records import Record
from briefing.search.subjects import subject_records


def prepare(config: MkDocsConfig) -> None:
    """Ask for the script and the styles of the search box on every page."""
    if config.theme.name == "material":
        config.extra_css.insert(0, f"{ASSETS}/search.css")
        config.extra_javascript.insert(0, f"{ASSETS}/search.js")


def search_files(site: Site, config: MkDocsConfig, written: Mapping[str, tuple[Page, str]]) -> Iterator[File]:
    """The index of the site's claims and of the pages people wrote, script and styles; the search box is told of them.

    `written` holds those pages by path, each with the HTML of its own text.
    """
    if config.theme.name != "material":
        return
    scripts = index(site.catalogue.claims.values(), site.catalogue.words, _prose(site, written), subject_records(site))
    name = f"search-{folder(scripts)}"
    claims = site.paths.url(site.paths.section("claims"))
    words = site.catalogue.words["search_box"]
    take = site.catalogue.words["take"]
    config.theme["briefing_search"] = {"where": f"{ASSETS}/where.js", "claims": claims, "words": words, "take": take}
    files = {f"{ASSETS}/{name}/{key}": text for key, text in scripts.items()}
    files[f"{ASSETS}/where.js"] = where(name)
    files |= {f"{ASSETS}/{name}": text for name, text in assets().items()}
    for path, text in files.items():
        yield File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED)


def _prose(site: Site, written: Mapping[str, tuple[Page, str]]) -> Iterator[Record]:
    for path, (page, html) in sorted(written.items()):
        yield from page_records(unescape(str(page.title)), site.paths.url(path), html, site.edition.language)
