"""Which lines of a page are the article: those that trafilatura holds for it, and what stands among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import accumulate

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from msgspec import Struct

from briefing.collect.page.cards import cards
from briefing.collect.page.layout import PageLine
from briefing.collect.page.marks import BYLINE, KICKER, STANDFIRST, is_aside, marks_of, site_parts
from briefing.collect.pasted import is_invitation, is_prose
from briefing.collect.words import is_one_of

_INNER = frozenset({"p", "head", "list", "item", "quote", "table", "row", "cell", "div", "code"})
_INLINE = frozenset(
    {"a", "abbr", "b", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
_CROWDED = 300
"""More children than that are no paragraph that anybody wrote."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_HOUR = re.compile(r"(?:- )?\d{1,2}\s?[h:]\s?\d{2}(?:\s?(?:[ap]\.?m\.?))?", re.IGNORECASE)
_SHORT = 6
_MISSES = 1000
"""After so many pieces that do not stand in the page, the rest is not looked for."""
_PIECE = 40
"""A block of which a part was left out is looked for in pieces of so many letters."""


def article_lines(
    tree: HtmlElement, lines: Sequence[PageLine], title: int | None, drop: Sequence[str] = ()
) -> list[int]:
    """The numbers of the article's lines; none where the page holds no article. `title` is the headline's line.

    `drop` are the marks of the parts that this outlet's pages have beside the article.
    """
    texts = [line.text for line in lines]
    headline = lines[title].block if title is not None else None
    site = [*site_parts(tree, drop), *(card for card in cards(tree) if headline not in card.iter())]
    for pruned in (site, []):
        found = trafilatura.bare_extraction(_eased(tree, pruned), include_comments=False)
        body = None if found is None or isinstance(found, dict) else found.body
        kept = chosen_lines(texts, _blocks(body)) if body is not None else []
        if any(len(lines[n].text.split()) >= 12 for n in kept):
            return _completed(lines, kept, title, {*site, *tree.iter("aside")})
    return []


def _eased(tree: HtmlElement, pruned: Sequence[HtmlElement]) -> HtmlElement:
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


def _completed(lines: Sequence[PageLine], kept: list[int], title: int | None, gone: set[HtmlElement]) -> list[int]:
    """The chosen lines without links elsewhere and what follows the text, with what was left out among them.

    That is headings and short paragraphs where the article's paragraphs stand, the standfirst, a last paragraph.
    """
    kept = kept[: _end([lines[n] for n in kept])]
    homes = {_home(lines[n]) for n in kept if is_prose(lines[n].text)}
    while len(kept) > 1 and not is_prose(lines[kept[-1]].text) and _home(lines[kept[-1]]) not in homes:
        kept = kept[:-1]
    first = next((n for n in kept if is_prose(lines[n].text)), kept[0])
    last, chosen = kept[-1], set(kept)

    def belongs(number: int) -> bool:
        line = lines[number]
        if line.within(gone):
            return False
        if number < first:
            return _leads_in(line)
        if number < last and _HOUR.fullmatch(line.text):
            return True  # a live page's entry, which may stand in a part of its own
        return _home(line) in homes and (number < last or is_prose(line.text))

    start = title + 1 if title is not None and title < first else first
    more = {n for n in range(start, len(lines)) if n not in chosen and belongs(n)}
    return [n for n in sorted(chosen | more) if not _leads_away(lines[n])]


def _end(lines: Sequence[PageLine]) -> int:
    """Where the text ends: above a heading of the site with less below it than above."""
    sizes = list(accumulate((len(line.text) for line in lines), initial=0))
    ends = (n for n, line in enumerate(lines) if is_one_of(line.text, "ends") and sizes[-1] - sizes[n] < sizes[n])
    return next(ends, len(lines))


def _home(line: PageLine) -> object:
    """The kind of part that holds a line: an article's paragraphs stand in one part, or in parts marked alike."""
    above = line.container
    marks = "" if above is None else marks_of(above).strip()
    return (above.tag, marks) if above is not None and marks else above


def _leads_in(line: PageLine) -> bool:
    """Whether a line between the headline and the text is the article's: a standfirst, a summary in points."""
    if is_aside(line.block) or BYLINE.search(line.marks):
        return False
    is_point = line.block.tag == "li" and not line.linked and len(line.text.split()) > 5
    return is_point or is_prose(line.text) or bool(STANDFIRST.search(line.marks))


def _leads_away(line: PageLine) -> bool:
    """Whether a line is a link to something else: nearly all of it, or it asks to subscribe."""
    if KICKER.search(line.marks) and len(line.text.split()) < _SHORT and not line.text.endswith((".", "!", "?")):
        return True
    if str(line.block.tag) in _HEADINGS:
        return False
    return line.is_link or (line.linked > 0 and is_invitation(line.text))


def _blocks(element: HtmlElement) -> Iterator[str]:
    """The texts of the innermost blocks that trafilatura kept, in order."""
    if not any(child.tag in _INNER for child in element):
        yield "".join(element.itertext())
        return
    yield element.text or ""
    for child in element:
        yield from _blocks(child)
        yield child.tail or ""


class _Letters(Struct, frozen=True):
    """The letters of some lines in one string, and where each line begins in it."""

    text: str
    starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def letters(text: str) -> str:
    """What remains of a text without white space, bullets and bars."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff|•-]+", "", text)


def chosen_lines(lines: Sequence[str], blocks: Iterable[str]) -> list[int]:
    """Which lines a selection of text comes from: those at least half of whose letters stand in its blocks."""
    page = _letters_of(lines)
    seen = [0] * len(lines)
    cursor = misses = 0
    for block in blocks:
        if misses > _MISSES:
            break
        wanted = letters(block)
        whole = _find(page.text, wanted, cursor)
        pieces = [wanted] if whole >= 0 else [wanted[i : i + _PIECE] for i in range(0, len(wanted), _PIECE)]
        for piece in pieces:
            start = _find(page.text, piece, cursor)
            misses += start < 0
            if piece and start >= 0:
                cursor = start + len(piece)
                _count(page, seen, start, cursor)
    return [n for n, line in enumerate(lines) if seen[n] * 2 >= max(len(letters(line)), 1)]


def _letters_of(lines: Iterable[str]) -> _Letters:
    text, starts, size = [], [], 0
    for line in lines:
        starts.append(size)
        text.append(letters(line))
        size += len(text[-1])
    return _Letters("".join(text), tuple(starts))


def _find(text: str, piece: str, cursor: int) -> int:
    """Where a piece stands, from the cursor on or else before it; short pieces are not looked for behind it."""
    start = text.find(piece, cursor)
    return start if start >= 0 or len(piece) < _PIECE else text.find(piece)


def _count(page: _Letters, seen: list[int], start: int, end: int) -> None:
    number = page.line_at(start)
    while start < end:
        upto = min(end, page.starts[number + 1]) if number + 1 < len(page.starts) else end
        seen[number] += upto - start
        start, number = upto, number + 1
