"""Teasers of other articles: parts of a page, alike, that each lead to one other page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from briefing.collect.page.beside.marks import marks_of
from briefing.collect.page.layout import is_block
from briefing.collect.pasted import is_prose

_PARTS = frozenset({"article", "dd", "div", "li", "section", "td"})
_TITLE = 3
"""A link of fewer words is no title of an article."""
_LARGE = 120
"""A part with more elements is no teaser,"""
_LONG = 2500
"""nor is one with more characters."""
_MANY = 20_000


def cards(tree: HtmlElement) -> list[HtmlElement]:
    """The teasers of a page: two or more parts marked alike, each with a title that is a link and words below it.

    A paragraph with a link in its words is none, nor is an entry that leads to a place on the page itself.
    """
    alike: defaultdict[tuple[str, str], dict[str, HtmlElement]] = defaultdict(dict)
    for link in islice(tree.iter("a"), _MANY):
        address = _address(link)
        part = _card(link, address) if address and _is_title(link) else None
        if part is not None:
            alike[(str(part.tag), marks_of(part))].setdefault(address, part)
    return [part for parts in alike.values() if len(parts) > 1 for part in parts.values()]


def other_articles(tree: HtmlElement, headline: HtmlElement | None) -> list[HtmlElement]:
    """The articles that a page shows beside its own or behind it as one scrolls, where its own is marked as one."""
    own = next((above for above in headline.iterancestors("article")), None) if headline is not None else None
    if own is None or not any(is_prose("".join(p.itertext())) for p in islice(own.iter("p"), _LARGE)):
        return []
    inner = set(own.iter("article"))
    return [part for part in islice(tree.iter("article"), _MANY) if part not in inner]


def _address(link: HtmlElement) -> str:
    return (link.get("href") or "").partition("#")[0].strip()


def _is_title(link: HtmlElement) -> bool:
    """Whether a link is all that its block says."""
    words = " ".join(islice(link.itertext(), _LARGE)).split()
    if len(words) < _TITLE:
        return False
    block = next((above for above in link.iterancestors() if is_block(above)), None)
    return block is not None and (
        any(is_block(inner) for inner in islice(link.iterdescendants(), _LARGE))
        or " ".join(_texts(block)).split() == words
    )


def _card(link: HtmlElement, address: str) -> HtmlElement | None:
    """The largest part around a link with no other title in it; None where it says no more than the link."""
    found = None
    for above in link.iterancestors():
        if above.tag not in _PARTS and not _is_inner(above):
            break
        if not _has_one_title(above, address):
            break
        found = above if above.tag in _PARTS else found
    if found is None:
        return None
    said = len(" ".join(_texts(found)).split())
    return found if said > len(" ".join(islice(link.itertext(), _LARGE)).split()) + _TITLE else None


def _is_inner(element: HtmlElement) -> bool:
    return element.tag in {"h2", "h3", "h4", "h5", "h6", "p", "span", "header", "strong"}


def _has_one_title(element: HtmlElement, address: str) -> bool:
    parts = list(islice(element.iter(), _LARGE + 1))
    if len(parts) > _LARGE or sum(map(len, _texts(element))) > _LONG:
        return False
    others = (part for part in parts if part.tag == "a" and _address(part) not in {"", address})
    return not any(len(" ".join(_texts(link)).split()) >= _TITLE for link in others)


def _texts(element: HtmlElement) -> Iterator[str]:
    return islice(element.itertext(), 4 * _LARGE)
