"""Pages of ours that are joined with their folder's frame, each made only where it does not stand as it would be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from briefing.cache.digest import digest
from briefing.export.linked.page import linked_page
from briefing.model.dossier import Dossier
from briefing.pages.contents import Content
from briefing.pages.site import Site
from briefing.pages.titles import plain_title
from briefing.pages.views.across.modified import Modified
from briefing.pages.views.article import ArticlePage
from briefing.plugin.files.incremental import Standing, StandingFile
from briefing.plugin.frame import Frame, Frames, Own, name_of
from briefing.plugin.live.deferred import Later
from briefing.plugin.theme.sheet import named
from briefing.project import Tell

_LONG_AGO = "1970-01-01"
Made: TypeAlias = Callable[[Content, str], str | None]
"""Gives the HTML of a page by its path in the site; None where it stands there."""


def page_file(content: Content, config: MkDocsConfig, made: Made, *, alone: bool, later: Later | None) -> File:
    """A page of ours: one of the navigation is MkDocs' own, every other is joined with its folder's frame.

    Where pages must be rendered `alone`, all are MkDocs' own.
    """
    if content.section:
        return File.generated(config, content.path, content="", inclusion=InclusionLevel.INCLUDED)
    if alone:
        return File.generated(config, content.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    return JoinedPage(content.path, config, partial(made, content), later)


class JoinedPage(StandingFile):
    """A page that is made of its own body and its folder's frame."""


class Joined:
    """The joined pages of one build. `standing`: those of the last one that stay as they are."""

    def __init__(self, site: Site, frames: Frames, standing: Standing, tell: Tell) -> None:
        self._site, self._frames, self._standing, self._tell = site, frames, standing, tell
        self._done, self._total = 0, sum(1 for content in site.pages.values() if not content.section)
        self.used: set[str] = set()
        """The classes and colours that the pages use."""

    def made(self, content: Content, name: str) -> str | None:
        """The HTML of a page whose path in the site is `name`; None where it stands."""
        self._done += 1
        self._tell("Making pages", self._done, self._total)
        frame, linked = self._frames.of(content.path), linked_page(self._site, content.path)
        key = self._standing.key(frame.key, content, linked, self._article(content))
        if known := self._standing.known(name, key):
            self.used.update(known.notes)
            return None
        body = self._site.render(content.path).html
        self.used.update(names := sorted(named(body)))
        self._standing.note(name, key, names)
        return self._page(content, frame, linked, body)

    def prepared(self, dossier: Dossier) -> str:
        """Render the frames, while MkDocs is there to do so; the hash of what all pages are made of."""
        for content in self._site.pages.values():
            if not content.section:
                self._frames.of(content.path)
        return digest(self._standing.common, dossier)

    def _page(self, content: Content, frame: Frame, linked: str, body: str) -> str:
        head = self._site.metadata(content.path) + linked
        return frame.around(Own(plain_title(content.title), name_of(content.path), head, body))

    def _article(self, content: Content) -> object:
        """What a page about an article cites it by, beside what its view holds."""
        page = content.page
        return self._site.citing.articles[page.article.id] if isinstance(page, ArticlePage) else None


def listed(files: Files, site: Site, config: MkDocsConfig) -> list[File]:
    """The pages that the sitemap lists, however they are made; of ours it says when they last changed."""
    documents, modified = set(files.documentation_pages()), Modified(site.catalogue.dossier)
    found = [file for file in files if file in documents or isinstance(file, JoinedPage)]
    for file in found:
        page, content = file.page or Page(None, file, config), site.pages.get(file.src_uri)
        page.update_date = modified.day(content.page) if content else ""
    return found


def date_for_packing(files: Files) -> None:
    """Once the sitemap is written: MkDocs asks every page for a day, for the packed copy that we remove.

    Such a copy knows no day before 1970 and none after 2106: articles may be older, or say so by mistake.
    """
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = _LONG_AGO
