"""The site: a dossier's pages as HTML, rendered one by one when the plugin asks for them."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct

from briefing.editions.files import Published
from briefing.model.dossier import Dossier
from briefing.pages import citations
from briefing.pages.bare.feed import FEED, feed, well_formed
from briefing.pages.bare.lives import Lives
from briefing.pages.citations import Citation
from briefing.pages.contents import Content, Contents
from briefing.pages.environment import environment
from briefing.pages.one_page import Front, front, printed
from briefing.pages.paths import HOME, Paths
from briefing.pages.references import References
from briefing.pages.strings import strings, table, word
from briefing.pages.typography import locale, raised, spaced_html, spaces
from briefing.pages.views.article import ArticlePage
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.citing import Citing
from briefing.pages.views.shown import ArticleShown, Download, Link

GROUPS = {
    "read": ("articles", "changes"),
    "verify": ("claims", "corroborations", "differences", "positions", "alone", "unsourced", "figures", "quotations"),
    "situate": ("entities", "timeline", "map"),
    "understand": ("method", "data", "basket", "print"),
}
"""The sections of the navigation, in order, under their headings."""

_HEADING = re.compile(r'<h2[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_INSIDE = re.compile(r'<a class="call.*?</a>|<span class="ref">.*?</a></span>', re.DOTALL)


class Edition(Struct, frozen=True, kw_only=True):
    """What a site is called, when it is dated (EDTF), its language, and the shape of its addresses."""

    title: str
    date: str | None = None
    is_published: bool = True
    """Whether somebody dated it; else the date is that of the newest article."""
    language: str = "fr"
    directory_urls: bool = False
    overrides: Path | None = None
    """A folder whose templates replace ours of the same name."""
    cited: tuple[Citation, ...] = ()
    """What the pages people wrote cite; each claim's card says so."""
    measured: str | None = None
    """The source path of the page that measures the rules, where the project has one."""
    address: str = ""
    """Where the site is published, with a slash at its end; empty where nobody said."""
    author: str | None = None
    """Who publishes it."""
    published: tuple[Published, ...] = ()
    """The editions so far, the earliest first."""
    report: str | None = None
    """Where readers report an error: an e-mail address, or the address of a form (https)."""


class Heading(Struct, frozen=True):
    """An entry of a page's table of contents."""

    anchor: str
    title: str


class Body(Struct, frozen=True):
    """A page's HTML and its table of contents."""

    html: str
    headings: tuple[Heading, ...]


class Site:
    """A dossier ready to render: templates are compiled once, views are shared, pages are rendered when asked for."""

    def __init__(self, dossier: Dossier, edition: Edition) -> None:
        words = strings(edition.language)
        self.edition = edition
        self.titles = table(words, "titles")
        self.groups = table(words, "groups")
        self.theme_words = table(words, "theme")
        # A table that scrolls sideways must be reached by the keyboard.
        self._table_opening = (
            f'<div class="scroll" role="group" tabindex="0" aria-label="{words["table"]}"><table class="plain">'
        )
        self.paths = Paths(table(words, "paths"), edition.directory_urls)
        cited = citations.backlinks(edition.cited, self.paths, self.titles["home"])
        published = frozenset(claim for past in edition.published for claim in past.claims)
        self.catalogue = Catalogue(dossier, self.paths, words, cited, published)
        self.citing = Citing(
            {article.id: article for article in dossier.articles},
            words,
            site=edition.title,
            author=edition.author,
            edition=edition.date,
            address=edition.address,
            report=edition.report,
            is_published=edition.is_published,
        )
        self.lives = Lives(self.catalogue, edition.published)
        self.downloads: tuple[Download, ...] = ()
        self._home = Front()
        self._scores: str | None = None
        turns, leads = self.lives.history, table(words, "leads")
        self._contents = Contents(self.catalogue, self.titles, leads, turns, self.lives)
        self.latest, self.moved = self._contents.latest, self._contents.moved

    @cached_property
    def pages(self) -> dict[str, Content]:
        """Every generated page by source path, the home page and the sections first."""
        return {content.path: content for content in self._contents.pages()}

    def render(self, path: str) -> Body:
        """The body of a generated page."""
        content, root = self.pages[path], self.paths.root(path)
        banner = self._unreviewed(root, content.section or "")
        if content.section == "print":
            html = printed(self._templates, self._contents, self._home, root, self.edition.cited)
            return self._body(banner + html)
        more, name = {**content.more, **self._known(content)}, content.template
        html = self._part(name, root, content.page, key=name, **more)
        return self._body(banner + (self._overview(html, self._references(path)) if path == HOME else html))

    def written(self, path: str, html: str) -> Body:
        """A page people wrote: its citations become references, and the home page ends with the overview."""
        references = self._references(path)
        html = spaced_html(html, self.edition.language)
        if path == HOME:
            self._home = front(html)
        elif path == self.edition.measured and (table := _TABLE.search(html)):
            self._scores = Markup(self._reachable(table[0]))  # noqa: S704 - made by Markdown
        html = self._reachable(citations.unsealed(html, references.cite_ids))
        html = self._front(html, references) if path == HOME else html + self._listed(references, path, html)
        return self._body(self._unreviewed(self.paths.root(path), "home" if path == HOME else "") + html)

    def _unreviewed(self, root: str, page: str = "") -> str:
        return self._part("parts/unreviewed", root, page, counted=self._contents.overview)

    def _reachable(self, html: str) -> str:
        return html.replace("<table>", self._table_opening).replace("</table>", "</table></div>")

    def _front(self, html: str, references: References) -> str:
        """What people wrote: its title and opening head it, the overview stands before its first section."""
        head = front(html)
        masthead = self._part(
            "parts/masthead", self.paths.root(HOME), self._contents.overview, heading=head.heading, lead=head.lead
        )
        return self._overview(masthead, references, head.rest)

    def _known(self, content: Content) -> dict[str, object]:
        """What only the site knows of a page: the one that measures the rules, the files to download."""
        if content.section == "data":
            return {"downloads": self.downloads, "cited": self.citing.whole()}
        measured = self.edition.measured if content.section == "method" else None
        if measured is None:
            return {}
        return {"measured": self.paths.root(content.path) + self.paths.url(measured), "scores": self._scores}

    def metadata(self, path: str, title: str | None = None, about: str | None = None) -> str:
        """What a page's head says for reference managers, link previews and search engines.

        `title` and `about`: what people call a page that they wrote, and what they say of it.
        """
        content = self.pages.get(path)
        article = content.page.article if content and isinstance(content.page, ArticlePage) else None
        named = content.title if content else title or self.edition.title
        return self._part(
            "parts/metadata",
            self.paths.root(path),
            article,
            record=self.citing.article_record(article) if article else None,
            title=self.edition.title if path == HOME else named,
            description=about or (content.description if content else "") or self._described(path, named, article),
            path=self.paths.url(path),
        )

    def _described(self, path: str, title: str, article: ArticleShown | None) -> str:
        """A page in one line: what heads the home page, an article's reference, else its title and the site's."""
        if path == HOME:
            return word(self.citing.words, "leads", "home")
        return self.citing.article(article).text if article else f"{title}. {self.edition.title}"

    def feed(self) -> str | None:
        """The Atom feed of the editions; None before the first."""
        page, author = self.paths.section("changes"), self.edition.author or self.edition.title
        changes = self.paths.url(page) if page in self.pages else None
        given = feed(self._contents.history, author, changes, self.paths.url(HOME))
        return well_formed(self._templates.get_template(f"{FEED}.jinja").render(root="", page=given)) if given else None

    def bare(self, template: str, path: str, page: object) -> str:
        """A whole page that stands at an address of the site without the theme's frame."""
        return self._part(template, "../" * path.count("/"), page)

    def not_found(self) -> str:
        """What stands in the middle of the 404 page; it is read at any address, so it links nowhere."""
        return self._part("not_found", "", None)

    def _overview(self, opening: str, references: References, analysis: str = "") -> str:
        page, root = self._contents.overview, self.paths.root(HOME)
        html = opening + self._part("overview", root, page, cite=references.cite, analysis=analysis)
        return html + self._listed(references, HOME, html)

    def _references(self, path: str) -> References:
        return References(self._templates, self.paths.root(path), self._contents.catalogue.claims)

    def _listed(self, references: References, path: str, html: str) -> str:
        cited = references.listed(html)
        return self._part("references", self.paths.root(path), cited, folded=True) if cited else ""

    def _part(self, template: str, root: str, page: object, **more: object) -> str:
        return self._templates.get_template(f"{template}.html.jinja").render(root=root, page=page, **more)

    def _body(self, html: str) -> Body:
        headings = (Heading(m[1], Markup(_INSIDE.sub("", m[2])).striptags()) for m in _HEADING.finditer(html))  # noqa: S704 - our own HTML
        return Body(f'<div class="briefing">\n{raised(html, self.edition.language)}\n</div>', tuple(headings))

    @cached_property
    def _templates(self) -> Environment:
        found = environment(self.edition.language, self.edition.overrides)
        sections = {key: title for key, title in self.titles.items() if key != "home"}
        found.globals |= {
            "site": spaces(self.edition.title, self.edition.language),
            "home": self.paths.url(HOME),
            "sections": {key: Link(title, self.paths.url(self.paths.section(key))) for key, title in sections.items()},
            "edition": self.citing.state,
            "language": self.edition.language,
            "address": self.edition.address,
            "locale": locale(self.edition.language),
            "citing": self.citing,
            "feed": FEED if self.edition.published else None,
            "latest": self.latest,
        }
        return found
