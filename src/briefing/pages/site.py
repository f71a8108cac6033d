"""The site: a dossier's pages as HTML, rendered one by one when the plugin asks for them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from jinja2 import Environment
from markupsafe import Markup

from briefing.model.dossier import Dossier
from briefing.pages import citations
from briefing.pages.citations import Citation
from briefing.pages.contents import Content, Contents
from briefing.pages.environment import environment
from briefing.pages.paths import HOME, Paths
from briefing.pages.references import References
from briefing.pages.strings import strings
from briefing.pages.typography import spaced_html, spaces
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import Backlink, Link

GROUPS = {
    "read": ("articles",),
    "verify": ("claims", "corroborations", "differences", "figures", "quotations"),
    "situate": ("entities", "timeline"),
    "understand": ("method",),
}
"""The sections of the navigation, in order, under their headings."""

_HEADING = re.compile(r'<h2[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_INSIDE = re.compile(r'<a class="call.*?</a>|<span class="ref">.*?</span></span></span>', re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What a site is called, when it is dated (EDTF), its language, and the shape of its addresses."""

    title: str
    date: str | None = None
    language: str = "fr"
    directory_urls: bool = False
    overrides: Path | None = None
    """A folder whose templates replace ours of the same name."""
    cited: tuple[Citation, ...] = ()
    """What the pages people wrote cite; each claim's card says so."""
    measured: str | None = None
    """The source path of the page that measures the rules, where the project has one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Body:
    """A page's HTML and its table of contents."""

    html: str
    headings: tuple[Heading, ...]


class Site:
    """A dossier ready to render: templates are compiled once, views are shared, pages are rendered when asked for."""

    def __init__(self, dossier: Dossier, edition: Edition) -> None:
        words = strings(edition.language)
        self.edition = edition
        self.titles = cast("dict[str, str]", words["titles"])
        self.groups = cast("dict[str, str]", words["groups"])
        # A table that scrolls sideways must be reached by the keyboard.
        self._table_opening = (
            f'<div class="scroll" role="group" tabindex="0" aria-label="{words["table"]}"><table class="plain">'
        )
        self.paths = Paths(cast("dict[str, str]", words["paths"]), edition.directory_urls)
        backlinks = _backlinks(edition.cited, self.paths, self.titles["home"])
        self.catalogue = Catalogue(dossier, self.paths, words, backlinks)
        self._contents = Contents(self.catalogue, self.titles, cast("dict[str, str]", words["leads"]))

    @cached_property
    def pages(self) -> dict[str, Content]:
        """Every generated page by source path, the home page and the sections first."""
        return {content.path: content for content in self._contents.pages()}

    def render(self, path: str) -> Body:
        """The body of a generated page."""
        content, root = self.pages[path], self.paths.root(path)
        html = self._part(
            content.template, root, content.page, key=content.section, **content.more, **self._measured(content)
        )
        return _body(self._overview(html, self._references(path)) if path == HOME else html)

    def written(self, path: str, html: str) -> Body:
        """A page people wrote: its citations become references, and the home page ends with the overview."""
        references = self._references(path)
        html = citations.unsealed(spaced_html(html, self.edition.language), references.cite_ids)
        html = html.replace("<table>", self._table_opening).replace("</table>", "</table></div>")
        if path != HOME:
            return _body(html + self._listed(references, path))
        scope = self._part("parts/scope", self.paths.root(path), self._contents.overview)
        top, heading_end, rest = html.partition("</h1>")
        html = top + heading_end + scope + rest if heading_end else scope + html
        return _body(self._overview(html, references, after_text=True))

    def _measured(self, content: Content) -> dict[str, str]:
        measured = self.edition.measured if content.section == "method" else None
        return {"measured": self.paths.root(content.path) + self.paths.url(measured)} if measured else {}

    def not_found(self) -> str:
        """What stands in the middle of the 404 page; it is read at any address, so it links nowhere."""
        return self._part("not_found", "", None)

    def _overview(self, opening: str, references: References, *, after_text: bool = False) -> str:
        page, root = self._contents.overview, self.paths.root(HOME)
        overview = self._part("overview", root, page, cite=references.cite, after_text=after_text)
        return opening + overview + self._listed(references, HOME)

    def _references(self, path: str) -> References:
        return References(self._templates, self.paths.root(path), self._contents.catalogue.claims)

    def _listed(self, references: References, path: str) -> str:
        cited = references.listed()
        return self._part("references", self.paths.root(path), cited) if cited else ""

    def _part(self, template: str, root: str, page: object, **more: object) -> str:
        return self._templates.get_template(f"{template}.html.jinja").render(root=root, page=page, **more)

    @cached_property
    def _templates(self) -> Environment:
        found = environment(self.edition.language, self.edition.overrides)
        sections = {key: title for key, title in self.titles.items() if key != "home"}
        found.globals |= {
            "site": spaces(self.edition.title, self.edition.language),
            "home": self.paths.url(HOME),
            "sections": {key: Link(title, self.paths.url(self.paths.section(key))) for key, title in sections.items()},
            "edition": self.edition.date,
            "language": self.edition.language,
        }
        return found


def _body(html: str) -> Body:
    headings = (Heading(m[1], Markup(_INSIDE.sub("", m[2])).striptags()) for m in _HEADING.finditer(html))  # noqa: S704 - our own HTML
    return Body(f'<div class="briefing">\n{html}\n</div>', tuple(headings))


def _backlinks(cited: tuple[Citation, ...], paths: Paths, home: str) -> dict[str, tuple[Backlink, ...]]:
    """The sentences that cite each claim, each once, with the page they stand on."""
    found: dict[str, dict[Backlink, None]] = defaultdict(dict)
    for citation in cited:
        title = home if citation.page == HOME else citation.title
        link = Link(title, paths.url(citation.page))
        found[citation.claim][Backlink(sentence=citation.sentence, page=link)] = None
    return {claim: tuple(links) for claim, links in found.items()}
