"""Which lines of a page are the article: those that trafilatura holds for it, and what stands among them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from briefing.collect.alignment import chosen_lines
from briefing.collect.lines.site import is_prose
from briefing.collect.page.beside.boxes import boxes
from briefing.collect.page.beside.marks import STANDFIRST, home_of, marks_of, other_articles, site_parts
from briefing.collect.page.completion import Head, completed, told_in
from briefing.collect.page.ending import trimmed
from briefing.collect.page.layout import PageLine

_INNER = frozenset({"p", "head", "list", "item", "quote", "table", "row", "cell", "div", "code"})
_INLINE = frozenset(
    {"a", "abbr", "b", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
_CROWDED = 300
"""More children than that are no paragraph that anybody wrote."""
_SHARE = 0.3
"""Of the letters of the paragraphs that stand in the largest part: one with more of them is the article's too."""


def article_lines(tree: HtmlElement, lines: Sequence[PageLine], head: Head, drop: Sequence[str] = ()) -> list[int]:
    """The numbers of the article's lines; none where the page holds no article.

    `drop` are the marks of the parts that this outlet's pages have beside the article.
    """
    holders = set(head.block.iterancestors()) if head.block is not None else set()
    parts = (*site_parts(tree, drop), *other_articles(tree, head.block))
    site = {part for part in parts if part is not head.block and part not in holders}
    for pruned in (site, set()):
        found = trafilatura.bare_extraction(_eased(tree, pruned), include_comments=False)
        body = None if found is None or isinstance(found, dict) else found.body
        shown = [n for n, line in enumerate(lines) if not line.within(pruned)]
        places = chosen_lines([lines[n].text for n in shown], _blocks(body)) if body is not None else []
        kept = _below(lines, [shown[place] for place in places], head)
        beside = boxes(tree, lines, _ours(lines, kept, head))
        kept = [n for n in kept if not lines[n].within(beside)]
        if kept:
            return completed(lines, trimmed(lines, kept), head, {*site, *beside, *tree.iter("aside")} - holders)
    return []


def _ours(lines: Sequence[PageLine], kept: Sequence[int], head: Head) -> Callable[[int], bool]:
    """Tells whether a line is the article's by where it stands: with most paragraphs, or in the head of the page."""
    told = told_in(lines, kept)
    least = _SHARE * max(told.values(), default=0)
    homes = {home for home, length in told.items() if length > least}

    def is_ours(number: int) -> bool:
        line = lines[number]
        marks = f"{line.marks} {'' if line.container is None else marks_of(line.container)}"
        is_standfirst = is_prose(line.text) and bool(STANDFIRST.search(marks))
        is_head = number == head.line or is_standfirst or head.is_summary(line)
        return is_head or home_of(line.container) in homes

    return is_ours


def _below(lines: Sequence[PageLine], chosen: Sequence[int], head: Head) -> list[int]:
    """The chosen lines below the headline, where there is a paragraph; else all that are chosen, if they hold one."""
    below = [n for n in chosen if head.line is not None and n > head.line]
    return next((list(kept) for kept in (below, chosen) if any(len(lines[n].text.split()) >= 12 for n in kept)), [])


def _eased(tree: HtmlElement, pruned: Collection[HtmlElement]) -> HtmlElement:
    """A copy without some parts for trafilatura, whose time grows with the square of a paragraph's elements."""
    places = {element: number for number, element in enumerate(tree.iter())} if pruned else {}
    eased = deepcopy(tree)
    copies = list(eased.iter())
    for part in [copies[places[part]] for part in pruned]:
        if part.getparent() is not None:
            part.drop_tree()
    for block in [element for element in eased.iter() if len(element) > _CROWDED]:
        etree.strip_tags(block, *_INLINE)
        block.text = block.text  # libxml2 keeps the pieces apart, and would join them at each look
        for child in block:
            child.tail = child.tail
    return eased


def _blocks(element: HtmlElement) -> Iterator[str]:
    """The texts of the innermost blocks that trafilatura kept, in order."""
    if not any(child.tag in _INNER for child in element):
        yield "".join(element.itertext())
        return
    yield element.text or ""
    for child in element:
        yield from _blocks(child)
        yield child.tail or ""
