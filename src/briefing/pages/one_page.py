"""The briefing on one page, to print: whole, with the addresses of the site as anchors of it, or its findings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from briefing.pages import citations
from briefing.pages.contents import Contents
from briefing.pages.paths import HOME, Paths
from briefing.pages.references import References, Section
from briefing.pages.views.across.method import method
from briefing.pages.views.across.timeline import moments
from briefing.pages.views.article import article_pages
from briefing.pages.views.shown import Link

_HEAD = re.compile(r"\s*(?P<heading><h1\b.*?</h1>)\s*(?P<lead><p>.*?</p>)?", re.DOTALL)

_SECTION = re.compile(r"<h[2-6]\b")
_MOST = 40
"""Articles that are printed whole. Beyond, nobody prints them all, and no browser likes the page."""


class Front(Struct, frozen=True):
    """The home page that people wrote: its title, what opens it, the rest from its first heading on; or empty."""

    heading: str = ""
    lead: str = ""
    rest: str = ""


def front(html: str) -> Front:
    """The parts of the page's HTML."""
    head = _HEAD.match(html)
    if head is None:
        return Front(rest=Markup(html))  # noqa: S704 - made by Markdown
    section = _SECTION.search(html, head.end())
    end = section.start() if section else len(html)
    lead = (head["lead"] or "").replace("<p>", '<p class="lead">', 1) + html[head.end() : end]
    return Front(Markup(head["heading"]), Markup(lead), Markup(html[end:]))  # noqa: S704


class OnePage(Paths, frozen=True):
    """Addresses of the site as anchors of one page: `articles/x.md` is `#articles-x`, a claim its own id."""

    def url(self, page: str) -> str:
        """The anchor of what is a page elsewhere."""
        return "#" + page.removesuffix(".md").removesuffix("/index").replace("/", "-")

    def root(self, page: str) -> str:  # noqa: ARG002 - all is here
        """Nothing: an anchor stands alone."""
        return ""

    def entity(self, page: str, entity: str, article: str | None = None) -> str:  # noqa: ARG002
        """The anchor of the page on which it stands."""
        return self.url(self.child("entities", page))

    def claim(self, article: str, claim: str) -> str:  # noqa: ARG002
        """The claim's anchor."""
        return f"#{claim}"


def printed(
    templates: Environment, contents: Contents, home: Front, root: str, cited: tuple[citations.Citation, ...]
) -> str:
    """The HTML of the page; the citations of `home` are still sealed, `cited` is what people's pages cite.

    What is too large for one page is not printed whole: only what was found, and a list of the articles.
    """
    catalogue = contents.catalogue
    if len(catalogue.articles) > _MOST:
        page = {"overview": contents.overview, "articles": tuple(catalogue.articles.values())}
        return _filled("findings", templates, contents, home, root=root, page=page)
    paths = OnePage(catalogue.paths.names)
    moved = catalogue.moved(paths, citations.backlinks(cited, paths, contents.titles["home"]))
    whole = replace(contents, catalogue=moved)
    return _filled("print", templates, whole, home, root="", page=_parts(whole), within=_within(whole))


def _filled(
    template: str, templates: Environment, contents: Contents, home: Front, *, root: str, **given: object
) -> str:
    """A page that opens with what people wrote and ends with what it cites, by number."""
    references = References(templates, root, contents.catalogue.claims)
    heading, lead, rest = (
        Markup(citations.unsealed(part, references.cite_ids))  # noqa: S704 - made by Markdown and our templates
        for part in (home.heading, home.lead, home.rest)
    )
    html = templates.get_template(f"{template}.html.jinja").render(
        root=root, cite=references.cite, heading=heading, lead=lead, analysis=rest, **given
    )
    cited = tuple(item for section in references.listed(html) for item in section.items)
    listed = (Section("", 1, cited),) if cited else ()
    return html + templates.get_template("references.html.jinja").render(root=root, page=listed, folded=False)


def _parts(contents: Contents) -> dict[str, object]:
    catalogue = contents.catalogue
    return {
        "home": catalogue.paths.url(HOME)[1:],
        "overview": contents.overview,
        "corroborations": contents.groups,
        "differences": contents.differences,
        "figures": contents.charts,
        "timeline": moments(catalogue.claims.values()),
        "entities": contents.entities,
        "articles": tuple(article_pages(catalogue)),
        "method": method(catalogue),
    }


def _within(contents: Contents) -> Mapping[str, Link]:
    paths = contents.catalogue.paths
    sections = {
        key: Link(title, paths.url(paths.section(key))) for key, title in contents.titles.items() if key != "home"
    }
    return sections | {"claims": sections["articles"]}  # claims stand in their articles
