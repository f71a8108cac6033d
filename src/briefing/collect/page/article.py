"""An HTML page becomes text and metadata: trafilatura tells text from site, the words are the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml import etree
from msgspec.structs import replace

from briefing.collect.found import Found
from briefing.collect.page.authors import author_of
from briefing.collect.page.chosen import article_lines, letters
from briefing.collect.page.declared import Declared, read_declared
from briefing.collect.page.layout import PageLine, page_lines
from briefing.collect.page.marks import CAPTION
from briefing.collect.page.outlets import UNKNOWN, Outlet, outlet_at, outlet_named, plain_name
from briefing.collect.page.parse import parse_page
from briefing.collect.page.published import Context, published_on
from briefing.collect.page.title import page_title, without_site
from briefing.collect.pasted import is_about, is_credited, is_dated, is_paywall, is_prose, names_in, read_byline
from briefing.collect.words import is_one_of, language_of
from briefing.corpus.front import wrong_address

_ARTICLE = 12
"""Fewer words are no article."""


def read_page(html: str, url: str | None = None, *, today: date) -> Found:
    """The article on a page; its text is empty where the page has none. No date after `today` is believed.

    Raises ValueError when the HTML cannot be parsed at all, or is no page that anybody reads.
    """
    tree = parse_page(html)
    declared = read_declared(tree)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    lines = page_lines(tree)
    title = page_title(tree, declared)
    headline = _headline(lines, title)
    address = _address(declared, url)
    known = _outlet(declared, address, url)
    kept = article_lines(tree, lines, headline, known.drop)
    text = [lines[n].text for n in kept] or _lines_for_machines(declared)
    language = _language(declared, "\n".join(text))
    above = _above(lines[min(headline or 0, kept[0]) : kept[:3][-1] + 1]) if kept else []
    byline = read_byline([line.replace(known.name or "\0", "").strip() for line in above], language)
    signed = byline.author or read_byline(text[-2:], language).author
    shown = list(_without_byline([lines[n] for n in kept if n > (headline or -1)], title, language))
    return Found(
        text="\n".join(shown if _is_article(shown) else _lines_for_machines(declared)),
        title=without_site(title, known.name),
        author=author_of(tree, declared, above, signed, known.name),
        outlet=known.name or None,
        published=published_on(tree, declared, byline, Context(address or url, language, known.zone, today)),
        url=address,
        language=language,
        is_partial=not declared.is_free if declared.is_free is not None else _ends_early(lines, kept),
    )


def _above(lines: Sequence[PageLine]) -> list[str]:
    """What stands around the headline, without pictures' captions: they name whom a picture shows, and a day."""
    shown = (line.text for line in lines if not CAPTION.search(line.marks))
    return [text for text in shown if not is_about(text) and not is_credited(text)]


def _outlet(declared: Declared, address: str | None, url: str | None) -> Outlet:
    """The outlet of a page, by its address, or by what it calls itself."""
    given = next((name for text in declared.outlets if (name := plain_name(text))), "")
    known = next((o for o in (outlet_at(address), outlet_at(url), outlet_named(given)) if o is not UNKNOWN), UNKNOWN)
    return known if known.name else replace(known, name=given)


def _lines_for_machines(declared: Declared) -> list[str]:
    """The text that the page declares, where it shows none."""
    lines = [" ".join(line.split(" ")).strip() for line in re.split(r"[\r\n]+", declared.body)]
    return [line for line in lines if line] if _is_article(lines) else []


def _is_article(lines: Sequence[str]) -> bool:
    return sum(len(line.split()) for line in lines) >= _ARTICLE


def _without_byline(lines: Sequence[PageLine], title: str | None, language: str | None) -> Iterator[str]:
    """The lines that are words of the article: not the title again, a byline, a label above the first paragraph."""
    first = next((n for n, line in enumerate(lines) if is_prose(line.text)), 0)
    for number, line in enumerate(lines):
        if not _is_site(line.text, title, language) and (number >= first or not _is_label(line)):
            yield line.text


def _is_label(line: PageLine) -> bool:
    """Whether a line above the first paragraph is a label: the author's name, a place, a section."""
    is_heading = bool(re.fullmatch(r"h[2-6]|li", str(line.block.tag)))
    return len(line.text.split()) < 8 and not is_heading and not re.search(r"[.!?…»”\"]\s*$", line.text)


def _is_site(line: str, title: str | None, language: str | None) -> bool:
    return (
        is_about(line)
        or is_one_of(line, "buttons")
        or is_dated(line, language)
        or bool(names_in(line))
        or (title is not None and letters(line) == letters(title))
    )


def _ends_early(lines: Sequence[PageLine], kept: Sequence[int]) -> bool:
    """Whether the text breaks off before a notice for subscribers."""
    around = [lines[n] for n in kept] + list(lines[kept[-1] + 1 : kept[-1] + 4] if kept else ())
    return any(is_paywall(line.text) and not line.is_link for line in around)


def _headline(lines: Sequence[PageLine], title: str | None) -> int | None:
    """The line that shows the title."""
    wanted = letters(title or "")
    shown = (
        n
        for n, line in enumerate(lines)
        if wanted and letters(line.text) in wanted and len(line.text) * 2 > len(wanted)
    )
    return next(shown, None)


def _address(declared: Declared, url: str | None) -> str | None:
    """Where the article is published: what the page declares, unless that is a front page; else its own address."""
    for given in declared.addresses:
        with suppress(ValueError):  # « http://[ » is none
            whole = urljoin(url or "", given)
            if not wrong_address(whole) and urlsplit(whole).path.strip("/"):
                return whole
    return url


def _language(declared: Declared, text: str) -> str | None:
    """The text's own language where it shows, else what the page declares."""
    given = next((code for value in declared.languages if (code := re.match(r"[A-Za-z]{2,3}(?=$|[-_])", value))), None)
    return language_of(text) or (given[0].lower() if given else None)
