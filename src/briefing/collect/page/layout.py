"""A page as lines, one a block, every character as published; each knows its place in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement
from msgspec import Struct

from briefing.collect.lines.site import is_invitation
from briefing.collect.page.beside.marks import KICKER
from briefing.collect.words import beginning, every

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_LINES = 3
"""Breaks in a cell that lays out a page."""
_SILENT = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "textarea",
    "head",
})  # fmt: skip
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Where a line may break, and byte order marks: they belong to the layout, not to the words."""
_INTERRUPTION = re.compile("|".join(map(re.escape, every("interruptions"))), re.IGNORECASE)
_LABELS = frozenset({"a", "b", "em", "font", "i", "small", "span", "strong", "u"})
_PIECES = frozenset({"a", "span", "time"})
_FRAMES = frozenset({"article", "aside", "div", "footer", "header", "main", "section"})
"""What holds pieces that are set side by side; in a paragraph or a heading they are parts of words."""
_LABEL = 60
"""More characters than that are no label."""
_BREAKS = re.compile(r"(?<=[.!?…:»”\"])\f|\f\f+")
"""Line breaks that end a line: two of them, or one behind a sentence; within a sentence a break is a space."""


class PageLine(Struct, frozen=True, eq=False):
    """A line of a page: an item begins with « - », cells are followed by « | »."""

    text: str
    block: HtmlElement
    """The block that holds it."""
    marks: str
    """The classes of the elements that its first words stand in, up to the block."""
    linked: int
    """How many of its characters are links."""

    @property
    def container(self) -> HtmlElement | None:
        """What holds the block, for an item what holds the list; a block that holds others too is that itself."""
        is_mixed = self.block.tag in _FRAMES and any(is_block(part) for part in self.block)
        above = self.block if is_mixed else self.block.getparent()
        while above is not None and above.tag in {"ul", "ol", "blockquote", "tbody", "thead", "table"}:
            above = above.getparent()
        return above

    @property
    def is_link(self) -> bool:
        """Whether the line is nearly nothing but a link, or a few words and a link."""
        share = 0.6 if len(self.text.split()) < 15 else 0.8
        return self.linked > share * len(self.text.replace(" ", ""))

    def within(self, elements: set[HtmlElement]) -> bool:
        """Whether one of the elements holds the line."""
        return self.block in elements or any(above in elements for above in self.block.iterancestors())


def page_lines(tree: HtmlElement) -> list[PageLine]:
    """The lines of a page, or of a part of it, in order."""
    lines: list[PageLine] = []
    piece: list[str] = []
    linked, first, begun = 0, tree, False
    for block, node, text, is_link in _pieces(tree):
        if text is not None:
            first = node if text.strip(" \t\r\n-") and not begun else first
            begun = begun or bool(text.strip(" \t\r\n-"))
            piece.append(text)
            linked += len("".join(text.split())) if is_link else 0
            continue
        lines += (PageLine(line, block, _marks(first, block), linked) for line in _split("".join(piece)))
        piece, linked, begun = [], 0, False
    return lines


def _marks(element: HtmlElement, block: HtmlElement) -> str:
    marks = []
    while element is not None and element is not block:
        marks.append(element.get("class") or "")
        element = element.getparent()
    return " ".join([*marks, block.get("class") or ""])


def page_text(tree: HtmlElement) -> str:
    """The words of a part of a page in one line."""
    return " ".join(line.text for line in page_lines(tree))


def _split(text: str) -> Iterator[str]:
    evened = re.sub(r" ?\f ?", "\f", re.sub(r"[ \t\r\n]+", " ", text.translate(_INVISIBLE)))
    evened = _INTERRUPTION.sub("\v", evened)
    for part in _BREAKS.sub("\v", evened).split("\v"):
        line = part.replace("\f", " ").strip(" \u00a0\u202f")
        if any(char.isalnum() for char in line) and "{{" not in line:  # which a program would have filled in
            yield line


def _pieces(tree: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement, str | None, bool]]:
    """The page's strings, each with its block, its element and whether it is a link; None where a block is cut."""
    blocks, links, item = [tree], 0, False
    leads_elsewhere = False
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        holder = node if event == "start" else node.getparent()
        if event == "start":
            if is_block(node) and node is not tree:
                yield blocks[-1], node, None, False
                blocks.append(node)
                item = tag == "li" or (item and tag == "p")
            links += tag == "a"
            is_label = tag in _LABELS and _is_label(node)
            leads_elsewhere = leads_elsewhere or is_label
            if is_label or _is_apart(node) or _is_column(node):
                yield blocks[-1], node, None, False
            if tag in _SILENT:
                walk.skip_subtree()
                continue
            text = "\f" if tag == "br" else node.text or ""
        else:
            links -= event == "end" and tag == "a"
            if leads_elsewhere and event == "end" and (tag == "a" or is_block(node)):
                leads_elsewhere = False
                yield blocks[-1], node, None, False
            if event == "end" and tag in _LABELS and _is_kicker(node):
                yield blocks[-1], node, None, False
            if event == "end" and tag in _CELLS:
                yield blocks[-1], node, None if _is_column(node) else " | ", False
            if event == "end" and is_block(node):
                yield blocks[-1], node, None, False
                blocks[1:] = blocks[1:-1]
            text = (node.tail or "") if node is not tree else ""
        text = text if text == "\f" else re.sub(r"[\v\f]", " ", text)
        if item and text.strip():
            yield blocks[-1], holder, "- ", False
            item = False
        yield blocks[-1], holder, text, links > 0
    yield tree, tree, None, False


def is_block(element: HtmlElement) -> bool:
    """Whether an element begins a line of its own; one that the site invented does beside other blocks."""
    if element.tag in _BLOCKS:
        return True
    above = element.getparent()
    return "-" in str(element.tag) and above is not None and above.tag in _FRAMES


def _is_column(element: HtmlElement) -> bool:
    """Whether an element is a column of an old page: a table's cell with lines, which no cell with a value has."""
    return element.tag in _CELLS and sum(1 for _ in islice(element.iter("br", "p"), _LINES)) == _LINES


def _is_apart(element: HtmlElement) -> bool:
    """Whether an element stands by itself beside the one before: layout parts them, for no space does."""
    before, above = element.getprevious(), element.getparent()
    both = [part for part in (before, element) if part is not None and part.tag in _PIECES and part.get("class")]
    return len(both) == 2 and not before.tail and above is not None and above.tag in _FRAMES


def _is_label(element: HtmlElement) -> bool:
    """Whether an element within a line leads elsewhere: « À LIRE AUSSI », and the link behind it."""
    text = "".join(islice(element.itertext(), 4)).strip()
    return 0 < len(text) < _LABEL and bool(beginning(text, "elsewhere")) and not is_invitation(text)


def _is_kicker(element: HtmlElement) -> bool:
    """Whether an element within a line is a label before its first sentence: « Reportage »."""
    text = "".join(islice(element.itertext(), 4)).strip()
    return 0 < len(text) < _LABEL and bool(KICKER.search(element.get("class") or ""))
