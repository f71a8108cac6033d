"""A site's pages, downloads and configuration as files of Markdown."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.export.downloads import downloads
from briefing.export.markdown.escape import address, escaped
from briefing.export.markdown.render import Renderer
from briefing.export.markdown.tree import parse
from briefing.pages import citations
from briefing.pages.paths import HOME
from briefing.pages.site import GROUPS, Site
from briefing.pages.strings import word
from briefing.pages.titles import plain_title
from briefing.pages.views.shown import ClaimShown

_DOCS = "docs"
CONFIG = "mkdocs.yml"
SIGNED = "# Written by briefing export; it is written anew each time."
_TARGET = re.compile(r"\]\([^()#\s]*#([^()\s]+)\)")
# Only ours: in what articles say, `<` is escaped. An anchor that nothing leads to would only clutter the text.
_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
_HOMES = frozenset({HOME, "README.md"})


class Written(Struct, frozen=True):
    """A file of docs/ that the site shows: a page (Markdown) or what pages use."""

    path: str
    content: bytes
    page: bool


def markdown_site(
    site: Site, written: Sequence[Written], extensions: Sequence[str] = ()
) -> Iterator[tuple[str, str | bytes]]:
    """Each file's path and content: people's pages and ours, the downloads, and a mkdocs.yml that names them."""
    yield CONFIG, _config(site, written, extensions)
    for path, text in downloads(site):
        yield f"{_DOCS}/{path}", text
    for file in written:
        if not file.page:
            yield f"{_DOCS}/{file.path}", file.content
    pages = dict(_pages(site, written))
    wanted = {fragment for text in pages.values() for fragment in _TARGET.findall(text)}
    for path, text in pages.items():
        yield f"{_DOCS}/{path}", _ANCHOR.sub(lambda found: found[0] if found[1] in wanted else "", text)


def _pages(site: Site, written: Sequence[Written]) -> Iterator[tuple[str, str]]:
    """Every page with all its anchors, people's first."""
    for file in written:
        if file.page:
            yield file.path, _written(site, file)
    home_is_written = any(file.path in _HOMES for file in written)
    links = _addresses(site, written)
    for path, content in site.pages.items():
        if path != HOME or not home_is_written:
            body = _markdown(site, path, site.render(path).html, links)
            title = json.dumps(plain_title(content.title), ensure_ascii=False)
            yield path, f"---\ntitle: {title}\n---\n\n{body}"


def _addresses(site: Site, written: Sequence[Written]) -> dict[str, str]:
    """The source path of each page by its address on the site."""
    pages = {site.paths.url(path): path for path in site.pages}
    return pages | {site.paths.url(file.path): file.path for file in written if file.page}


def _markdown(site: Site, path: str, html: str, pages: Mapping[str, str]) -> str:
    folder, here = posixpath.dirname(path), posixpath.dirname(site.paths.url(path))

    def link(target: str) -> str | None:
        """An address of the rendered page as one between Markdown files."""
        if ":" in target.split("/", 1)[0].split("#", 1)[0] or target.startswith("#"):
            return address(target)
        place, sharp, fragment = target.partition("#")
        place = place.partition("?")[0]
        url = posixpath.normpath(posixpath.join(here, place)) if place else site.paths.url(path)
        found = pages.get(url) or pages.get(f"{url}/") or (HOME if url == "." else url)
        return address(posixpath.relpath(found, folder or ".") + sharp + fragment)

    return Renderer(link).page(parse(html))


def _written(site: Site, file: Written) -> str:
    """A page people wrote: its citations as links, the claims it cites at its end; the home page has the overview."""
    text = file.content.decode("utf-8", "replace")
    cited: dict[str, ClaimShown] = {}
    folder = posixpath.dirname(file.path)

    def reference(ids: tuple[str, ...]) -> str:
        known = [site.catalogue.claims[i] for i in ids if i in site.catalogue.claims]
        cited.update((claim.id, claim) for claim in known)
        return "".join(f" [\\[{list(cited).index(c.id) + 1}\\]]({_passage(site, c, folder)})" for c in known)

    text = citations.unsealed(citations.sealed(text), reference).rstrip() + "\n"
    if cited:
        lines = (f"{n}. {_reference(site, claim, folder)}" for n, claim in enumerate(cited.values(), 1))
        title = word(site.catalogue.words, "references", "title")
        text += f"\n**{title}**\n\n" + "\n".join(lines) + "\n"
    if file.path in _HOMES:
        pages = _addresses(site, [file])
        text += "\n" + _markdown(site, HOME, site.written(HOME, "").html, pages)
    return text


def _reference(site: Site, claim: ClaimShown, folder: str) -> str:
    title = f"[{claim.article.title}]" if claim.article.supplied else claim.article.title
    return f"{escaped(site.citing.said(claim))}, [{escaped(title)}]({_passage(site, claim, folder)})"


def _passage(site: Site, claim: ClaimShown, folder: str) -> str:
    page = site.paths.child("articles", claim.article.id)
    return f"{posixpath.relpath(page, folder or '.')}#{claim.id}"


def _config(site: Site, written: Sequence[Written], extensions: Sequence[str]) -> str:
    """A mkdocs.yml for an engine without plugins; JSON is YAML."""
    home = next((file.path for file in written if file.path in _HOMES), HOME)
    people = [file.path for file in written if file.page and file.path not in _HOMES]
    groups = [
        {
            site.groups[group]: [
                {site.titles[key]: site.paths.section(key)} for key in sections if site.paths.section(key) in site.pages
            ]
        }
        for group, sections in GROUPS.items()
    ]
    found = {
        "site_name": plain_title(site.edition.title),
        **({"site_url": site.edition.address} if site.edition.address else {}),
        "theme": {"name": "material", "language": site.edition.language, "font": False},
        "use_directory_urls": site.edition.directory_urls,
        "markdown_extensions": list(extensions) or ["toc", "tables", "fenced_code"],
        "nav": [{site.titles["home"]: home}, *groups, *people],
    }
    return f"{SIGNED}\n" + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in found.items())
