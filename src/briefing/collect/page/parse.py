"""HTML becomes a tree, in a time that grows with its length whatever it holds."""

from __future__ import annotations

import re

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ELEMENTS = 40_000
_CHARACTERS = 2_000_000
"""More than the longest live page of a year; a page that holds more is no article."""
_ATTRIBUTE = r"""(?>[\s/]++[^\s"'<>=/]++(?>\s*+=\s*+(?>"[^"]*+"|'[^']*+'|[^\s<>"']++)?+)?+)"""
_CROWDED_TAG = re.compile(rf"(<[a-zA-Z][\w:-]*+{_ATTRIBUTE}{{200}}){_ATTRIBUTE}++")
"""libxml2 compares each attribute of an element with all the others."""


def parse_page(html: str) -> HtmlElement:
    """The tree of a page. Raises ValueError where there is none, or it holds more than an article can."""
    html = re.sub(r"\A\s*<\?xml[^>]*\?>", "", _NOT_IN_XML.sub("", html))
    raw = _CROWDED_TAG.sub(r"\1", html).encode("utf-8", "ignore")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(raw, parser=parser)
    except LxmlError as problem:
        raise ValueError(f"no HTML ({problem})") from None
    if sum(1 for _ in tree.iter()) > _ELEMENTS or _characters(tree) > _CHARACTERS:
        raise ValueError("the page holds far more than an article; save only the article, or paste its text")
    return tree


def _characters(tree: HtmlElement) -> int:
    """How many characters a page holds, not counting programs."""
    programs = sum(len(element.text or "") for element in tree.iter("script", "style"))
    return sum(map(len, tree.itertext())) - programs
