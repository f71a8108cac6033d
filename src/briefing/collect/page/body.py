"""Which lines of a page are the article: those that trafilatura holds for it, and what stands among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from msgspec import Struct

from briefing.collect.alignment import PIECE, chosen_lines, letters
from briefing.collect.page.beside.boxes import boxes
from briefing.collect.page.beside.marks import (
    BYLINE,
    CAPTION,
    KICKER,
    STANDFIRST,
    home_of,
    is_aside,
    marks_of,
    other_articles,
    site_parts,
)
from briefing.collect.page.ending import trimmed
from briefing.collect.page.layout import PageLine
from briefing.collect.pasted import is_invitation, is_prose
from briefing.collect.words import beginning, is_one_of

_INNER = frozenset({"p", "head", "list", "item", "quote", "table", "row", "cell", "div", "code"})
_INLINE = frozenset(
    {"a", "abbr", "b", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
_CROWDED = 300
"""More children than that are no paragraph that anybody wrote."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_HOUR = re.compile(r"(?:- )?\d{1,2}\s?[h:]\s?\d{2}(?:\s?(?:[ap]\.?m\.?))?", re.IGNORECASE)
_POINTING = ("👉", "📲", "➡", "▶", "▸", "►", "→", "📩", "💌")
"""What sites put before a link to something else, or to themselves."""
_SHORT = 6
_NOTICE = 300
"""Characters of a line that asks for something; a longer one only mentions it."""
_SHARE = 0.3
"""Of the letters of the paragraphs that stand in the largest part: one with more of them is the article's too."""


class Head(Struct, frozen=True):
    """What is known of an article before its text is: the headline's line, and the summaries that the page declares."""

    line: int | None = None
    block: HtmlElement | None = None
    summaries: tuple[str, ...] = ()

    def is_summary(self, line: PageLine) -> bool:
        """Whether a line is a summary, or the beginning of one that the page cuts short for machines."""
        text = letters(line.text)
        told = (letters(summary).rstrip(".…") for summary in self.summaries)
        return len(text) > PIECE and any(len(s) > PIECE and (text.startswith(s) or s.startswith(text)) for s in told)


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
        beside = boxes(tree.iter("img", "video"), lines, _ours(lines, kept, head))
        kept = [n for n in kept if not lines[n].within(beside)]
        if kept:
            return _completed(lines, trimmed(lines, kept), head, {*site, *beside, *tree.iter("aside")} - holders)
    return []


def _ours(lines: Sequence[PageLine], kept: Sequence[int], head: Head) -> Callable[[int], bool]:
    """Tells whether a line is the article's by where it stands: with most paragraphs, or in the head of the page."""
    told = _told(lines, kept)
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


def _completed(lines: Sequence[PageLine], kept: list[int], head: Head, gone: set[HtmlElement]) -> list[int]:
    """The chosen lines without links elsewhere and what follows the text, with what was left out among them.

    That is headings and short paragraphs where the article's paragraphs stand, the standfirst, a last paragraph.
    """
    homes = {home_of(lines[n].container) for n in kept if is_prose(lines[n].text)}
    first = next((n for n in kept if is_prose(lines[n].text)), kept[0])
    below = _first(lines, kept)
    hours = [n for n in range(max(0, first - 2), kept[-1]) if _HOUR.fullmatch(lines[n].text)]
    last, chosen = kept[-1], set(kept)
    ended = next((n for n in range(last, len(lines)) if is_one_of(lines[n].text, "ends")), len(lines))
    captions = "\n".join(letters(line.text) for line in lines if line.block.tag == "figcaption")

    def belongs(number: int) -> bool:
        line = lines[number]
        if number < first and head.is_summary(line):
            return True
        if letters(line.text) in captions or CAPTION.search(line.marks) or (number not in chosen and line.within(gone)):
            return False
        if number < first and not (number in hours and len(hours) > 1):  # several are those of a live page's entries
            return _leads_in(line, head) or (number in chosen and not _is_label(line))
        if number in chosen or number in hours or (number < below and _is_point(line)):
            return True
        is_listed = number > ended and line.linked > 0  # « À lire aussi : », and a title with what it is about
        if number == last + 1 and line.container is lines[last].container and _closes(line):
            return True
        goes_on = (is_prose(line.text) or _is_heading(line)) and not is_listed
        is_led = number + 1 in chosen and _heads(line, lines[number + 1])
        return is_led or (_is_at_home(line, homes) and (number < last or goes_on))

    start = head.line + 1 if head.line is not None and head.line < first else first
    more = (n for n in range(start, len(lines)) if n not in chosen)
    found = [n for n in sorted([*chosen, *more]) if belongs(n) and not _leads_away(lines[n])]
    while found and _announces(lines[found[-1]]):
        found.pop()
    return found


def _first(lines: Sequence[PageLine], kept: Sequence[int]) -> int:
    """The first paragraph where most of them stand; what is above it leads in."""
    told = _told(lines, kept)
    return next((n for n in kept if home_of(lines[n].container) == max(told, key=told.__getitem__)), kept[0])


def _told(lines: Sequence[PageLine], kept: Sequence[int]) -> Counter[object]:
    """How many characters of paragraphs stand in each part of the page."""
    told: Counter[object] = Counter()
    for n in kept:
        told[home_of(lines[n].container)] += len(lines[n].text) if is_prose(lines[n].text) else 0
    return told


def _heads(line: PageLine, below: PageLine) -> bool:
    """Whether a heading and the line below stand in two parts of one: header and text of a live page's entry."""
    above, text = line.container, below.container
    return _is_heading(line) and above is not None and text is not None and above.getparent() is text.getparent()


def _is_heading(line: PageLine) -> bool:
    return str(line.block.tag) in _HEADINGS


def _announces(line: PageLine) -> bool:
    """Whether a line leads to what follows: no article ends with a heading or a colon."""
    return _is_heading(line) or line.text.endswith(":")


def _closes(line: PageLine) -> bool:
    """Whether a short line may be the last of a text, as « Affaire à suivre » is."""
    return line.block.tag == "p" and not line.linked and line.text.endswith((".", "!", "?", "»", "”"))


def _is_at_home(line: PageLine, homes: set[object]) -> bool:
    """Whether a line stands where the article's paragraphs do; a heading may stand in a part of its own there."""
    above = line.container
    is_framed = _is_heading(line) and above is not None and len(above) == 1
    return home_of(above) in homes or (is_framed and above is not None and home_of(above.getparent()) in homes)


def _leads_in(line: PageLine, head: Head) -> bool:
    """Whether a line between the headline and the text is the article's: a standfirst, a summary in points."""
    if is_aside(line.block, head.block) or BYLINE.search(line.marks):
        return False
    is_in_standfirst = line.container is not None and STANDFIRST.search(marks_of(line.container))
    is_standfirst = STANDFIRST.search(line.marks) or (is_in_standfirst and len(line.text.split()) > _SHORT)
    return _is_point(line) or is_prose(line.text) or bool(is_standfirst)


def _is_point(line: PageLine) -> bool:
    """Whether a line is one of the points that sum an article up."""
    return line.block.tag == "li" and not line.linked and len(line.text.split()) > 5


def _is_label(line: PageLine) -> bool:
    """Whether a line above the first paragraph is a label: the author's name, a place, a section."""
    is_heading = line.block.tag == "li" or _is_heading(line)
    return len(line.text.split()) < 8 and not is_heading and not re.search(r"[.!?…»”\"]\s*$", line.text)


def _leads_away(line: PageLine) -> bool:
    """Whether a line is a link to something else: nearly all of it, or it asks to subscribe."""
    if KICKER.search(line.marks) and len(line.text.split()) < _SHORT and not line.text.endswith((".", "!", "?")):
        return True
    return not _is_heading(line) and (line.is_link or (line.linked > 0 and _asks(line)))


def _asks(line: PageLine) -> bool:
    """Whether a line with a link asks its reader to do something: by its first words, or by those of the link."""
    if is_invitation(line.text) or line.text.startswith(_POINTING) or beginning(line.text, "asks"):
        return True
    links = (" ".join("".join(link.itertext()).split()) for link in line.block.iter("a"))
    calls = (text for text in links if " " in text and text in line.text)
    return len(line.text) < _NOTICE and any(beginning(text, "asks") for text in calls)


def _blocks(element: HtmlElement) -> Iterator[str]:
    """The texts of the innermost blocks that trafilatura kept, in order."""
    if not any(child.tag in _INNER for child in element):
        yield "".join(element.itertext())
        return
    yield element.text or ""
    for child in element:
        yield from _blocks(child)
        yield child.tail or ""
