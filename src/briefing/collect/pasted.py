"""Text that was pasted from a site: what stands above and below the article goes, its lines stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from briefing.collect.found import Found
from briefing.collect.lines.bylines import Byline, is_dated, names_in, outlet_in, read_byline
from briefing.collect.lines.site import is_about, is_paywall, is_prose
from briefing.collect.words import folded, is_one_of, language_of

_BLANK = re.compile(r"\n(?:[ \t]*\n){2,}")
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}\s+")
"""The mark of a heading in Markdown, which is none of its words."""


def read_pasted(text: str, language: str | None = None) -> Found:
    """The article in a pasted text: the title and the byline above it are taken out, and what the site adds goes.

    Where nothing shows that a line is not the article's, it stays.
    """
    whole = _BLANK.sub("\n\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [_MARKDOWN.sub("", line) for line in whole.split("\n")]
    language = language or language_of(text)
    first = next((n for n, line in enumerate(lines) if is_prose(line)), len(lines))
    head = read_head(lines[:first], language)
    end = _end(lines, first, head.byline.author)
    kept = [*head.lines, *lines[first:end]]
    body = "\n".join(line for line in kept if not is_about(line)).strip()
    partial = any(is_paywall(line) for line in lines)
    return Found(
        text=body,
        title=head.title,
        author=head.byline.author,
        outlet=next(filter(None, map(outlet_in, lines[:first])), None),
        published=head.byline.published,
        language=language,
        is_partial=partial,
    )


class Head(Struct, frozen=True):
    """What stands above the first paragraph, taken apart: `lines` belong to the text."""

    title: str | None
    byline: Byline
    lines: tuple[str, ...]


def read_head(lines: Sequence[str], language: str | None) -> Head:
    """Title, byline and what is left of the lines above the first paragraph."""
    marked = [n for n, line in enumerate(lines) if line.strip() and _is_marked(line, language)]
    title = next((n for n, line in enumerate(lines) if n not in marked and _may_be_title(line, bool(marked))), None)
    if not marked and title is not None and any(line.strip() for line in lines[:title]):
        title = None  # it is not the first line, and nothing tells that those above it are the site's
    byline = read_byline([lines[n] for n in marked], language)
    above = 0 if title is None else title + 1
    kept = tuple(line for n, line in enumerate(lines) if n >= above and n not in marked)
    return Head(lines[title].strip() if title is not None else None, byline, kept)


def _may_be_title(line: str, has_byline: bool) -> bool:
    """Above a byline any line of three words may be the title; without one, only what does not read as a sentence."""
    count = len(line.split())
    return (
        (3 if has_byline else 2) <= count <= 40
        and len(line) < 250
        and (has_byline or not re.search(r"[.,;:]\s*$", line))
    )


def _is_marked(line: str, language: str | None) -> bool:
    tells = names_in(line) or outlet_in(line) or is_dated(line, language)
    return is_about(line) or is_one_of(line, "buttons") or bool(tells)


def _end(lines: Sequence[str], first: int, author: str | None) -> int:
    """Where the article ends: above the author's own box, or a heading of the site with little below it."""
    sizes = list(accumulate((len(line) for line in lines), initial=0))
    name = folded(author or "")
    for number in range(first + 1, len(lines)):
        has_little_below = sizes[-1] - sizes[number] < sizes[number] - sizes[first]
        if has_little_below and (is_one_of(lines[number], "ends") or (name and folded(lines[number]) == name)):
            return number
    return len(lines)
