"""Titles and tables of contents as the theme prints them."""

from __future__ import annotations

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from briefing.pages import citations
from briefing.pages.site import Body
from briefing.pages.titles import plain_title


def contents(body: Body) -> TableOfContents:
    """The table of contents of a page of ours."""
    return TableOfContents([AnchorLink(plain_title(heading.title), heading.anchor, 2) for heading in body.headings])


def add_headings(page: Page, body: Body) -> None:
    """Put our headings after those of the page's own text."""
    known = {anchor.id for item in page.toc for anchor in (item, *item.children)}
    page.toc = TableOfContents([*page.toc, *(item for item in contents(body) if item.id not in known)])


def clean(item: AnchorLink) -> None:
    """Take the marks of citations out of a heading and of those below it."""
    item.title = citations.without_marks(item.title)
    for child in item.children:
        clean(child)
