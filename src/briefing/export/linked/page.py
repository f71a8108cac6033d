"""What a page says of itself as linked data, in its head (schema.org, as search engines read it)."""

from __future__ import annotations

from functools import lru_cache

from briefing.export.json_text import Json, Node, inline, without_unknown
from briefing.export.linked.graph import dataset
from briefing.export.linked.nodes import Linked
from briefing.export.linked.vocabulary import OF_A_PAGE
from briefing.model.article import Article
from briefing.pages.paths import HOME
from briefing.pages.site import Site
from briefing.pages.views.article import ArticlePage


def linked_page(site: Site, path: str) -> str:
    """A data block; browsers do not run it, so no Content-Security-Policy need allow it. Empty for most pages."""
    content, root = site.pages.get(path), site.edition.address or site.paths.root(path)
    if path == HOME:
        found = _home(site, root)
    elif content and content.section == "data":
        found = _data(site, root)
    elif content and isinstance(content.page, ArticlePage):
        found = _article(_linked(site, root), site.citing.articles[content.page.article.id])
    else:
        return ""
    return f'<script type="application/ld+json">{inline({"@context": OF_A_PAGE, **found})}</script>\n'


@lru_cache(maxsize=1)
def _linked(site: Site, root: str) -> Linked:
    """Shared by all articles' pages: it knows every entity."""
    return Linked(site, root)


def _home(site: Site, root: str) -> Node:
    return without_unknown(
        {
            "@id": f"{root}#site",
            "@type": "WebSite",
            "name": site.edition.title,
            "url": root,
            "inLanguage": site.edition.language,
            "mainEntity": {"@id": f"{root}#briefing"},
        }
    )


def _data(site: Site, root: str) -> Node:
    """The dossier as a dataset, with the files that hold all of it."""
    whole = [download for download in site.downloads if not download.article]
    files: list[Node] = [
        {
            "@type": "DataDownload",
            "contentUrl": root + download.path,
            "encodingFormat": download.media,
            **({} if download.size is None else {"contentSize": f"{download.size} B"}),
        }
        for download in whole
    ]
    return {**dataset(site, root), "distribution": [*files]}


def _article(linked: Linked, article: Article) -> Node:
    """A page about an article: what it is, and the claims that a person answers for; drafts are for readers."""
    claims: list[Json] = [linked.statement(c) for c in linked.site.catalogue.by_article[article.id] if c.life]
    about = without_unknown({**linked.article(article), "interpretedAsClaim": claims})
    page = linked.page(article.id)
    return {"@id": page, "@type": "WebPage", "inLanguage": linked.site.edition.language, "mainEntity": about}
