"""The search of a built site: its partial before the theme's, its index and its script among the files."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from briefing.pages.paths import ASSETS
from briefing.pages.site import Site
from briefing.search.index import folder, index
from briefing.search.static import assets, theme


def prepare(config: MkDocsConfig) -> None:
    """Put our partial before Material's, after those of the project, and ask for the script."""
    if config.theme.name == "material":
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme()))
        config.extra_css.insert(0, f"{ASSETS}/search.css")
        config.extra_javascript.insert(0, f"{ASSETS}/search.js")


def search_files(site: Site, config: MkDocsConfig) -> Iterator[File]:
    """The index of the site's claims, the script and the styles; the partial is told where they are."""
    if config.theme.name != "material":
        return
    scripts = index(site.catalogue.claims.values(), site.catalogue.words)
    place = f"{ASSETS}/search-{folder(scripts)}"
    claims = site.paths.url(site.paths.section("claims"))
    words = site.catalogue.words["search_box"]
    config.theme["briefing_search"] = {"index": f"{place}/index.js", "claims": claims, "words": words}
    for name, text in scripts.items():
        yield File.generated(config, f"{place}/{name}", content=text)
    for name, text in assets().items():
        yield File.generated(config, f"{ASSETS}/{name}", content=text)
