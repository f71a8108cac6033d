"""An HTML page becomes text and metadata: trafilatura tells text from site, the words are the page's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml import etree

from briefing.collect.alignment import letters
from briefing.collect.found import Found
from briefing.collect.lines.bylines import is_dated, names_in, read_byline
from briefing.collect.lines.dates import find_day
from briefing.collect.lines.site import is_about, is_credited, is_paywall
from briefing.collect.page.authors import author_of
from briefing.collect.page.beside.marks import CAPTION
from briefing.collect.page.body import article_lines
from briefing.collect.page.completion import Head
from briefing.collect.page.layout import PageLine, page_lines
from briefing.collect.page.metadata import Declared, read_declared
from briefing.collect.page.outlets import outlet_of
from briefing.collect.page.parse import parse_page
from briefing.collect.page.published import Context, published_on, zone_of
from briefing.collect.page.title import named_title, page_title, without_site
from briefing.collect.words import beginning, folded, is_one_of, language_of
from briefing.corpus.front import wrong_address

_ARTICLE = 12
"""Fewer words are no article."""
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(https?://.+)")
_INITIALS = re.compile(r"[a-z]{2,5}(?:-[a-z]{2,5})*(?:/[a-z]{2,5}(?:-[a-z]{2,5})*)+", re.IGNORECASE)
_WHOLE = 0.95
"""Of the words that a page declares: so many are all of them, however it counts."""
_END = 3
"""Lines of a text that may say that it breaks off."""
_AROUND = 10
"""Lines above a text without a headline that may say who wrote it, and when."""


def read_page(html: str, url: str | None = None, *, today: date) -> Found:
    """The article on a page; its text is empty where the page has none. No date after `today` is believed.

    Raises ValueError when the HTML cannot be parsed at all, or is no page that anybody reads.
    """
    tree = parse_page(html)
    declared = read_declared(tree)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    lines = page_lines(tree)
    address, archived = _taken_from_archive(_address(declared, url))
    title = page_title(tree, declared, address, [line.text for line in lines])
    headline = _headline(lines, title)
    known = outlet_of(declared, named_title(tree), title, (address, url))
    head = Head(headline, None if headline is None else lines[headline].block, declared.summaries)
    kept = article_lines(tree, lines, head, known.drop)
    text = [lines[n].text for n in kept] or _lines_for_machines(declared)
    language = _language(declared, "\n".join(text))
    above = [line.replace(title or "\0", "").strip() for line in (_above(lines, kept, head) if kept else ())]
    byline = read_byline([line.replace(known.name or "\0", "").strip() for line in above], language)
    author = author_of(tree, declared, above, _below(lines, kept), (known.name, *declared.outlets))
    shown = [text for text in (lines[n].text for n in kept) if not _is_site(text, title, author, language)]
    return Found(
        text="\n".join(shown if _is_article(shown) else _lines_for_machines(declared)),
        title=without_site(title, known.name),
        author=author,
        outlet=known.name or None,
        published=published_on(
            tree, declared, byline, Context(address or url, language, known.zone or zone_of(declared.languages), today)
        ),
        url=address,
        archived=archived or _taken_from_archive(url)[1],
        language=language,
        is_partial=_is_partial(declared, lines, kept),
    )


def _above(lines: Sequence[PageLine], kept: Sequence[int], head: Head) -> list[str]:
    """What stands around the headline, without pictures' captions and other articles: they name others, and a day."""
    top = head.line if head.line is not None else max(0, kept[0] - _AROUND)
    around = lines[min(top, kept[0]) : max(kept[:3][-1], kept[0] + 3)]
    holders = set() if head.block is None else set(head.block.iterancestors())
    asides = {aside for line in around for aside in line.block.iterancestors("aside")} - holders
    shown = (line.text for line in around if not line.within(asides) and not CAPTION.search(line.marks))
    return [text for text in shown if beginning(text, "byline") or not (is_about(text) or is_credited(text))]


def _below(lines: Sequence[PageLine], kept: Sequence[int]) -> list[str]:
    """The last line of a text, the one before and the one behind: who signs stands in one of them."""
    last = kept[-1] if kept else len(lines)
    return [lines[n].text for n in (last, *kept[-2:-1], last + 1) if n < len(lines)]


def _lines_for_machines(declared: Declared) -> list[str]:
    """The text that the page declares, where it shows none."""
    lines = [" ".join(line.split(" ")).strip() for line in re.split(r"[\r\n]+", declared.body)]
    return [line for line in lines if line] if _is_article(lines) else []


def _is_article(lines: Sequence[str]) -> bool:
    return sum(len(line.split()) for line in lines) >= _ARTICLE


def _is_site(line: str, title: str | None, author: str | None, language: str | None) -> bool:
    """Whether a line is the site's, or only says again what is told elsewhere."""
    return (
        is_about(line)
        or is_credited(line)
        or any(is_one_of(line, name) for name in ("buttons", "ends", "labels"))
        or is_dated(line, language)
        or bool(names_in(line))
        or bool(title and letters(line) == letters(title))
        or _is_signature(line, author)
    )


def _is_signature(line: str, author: str | None) -> bool:
    """Whether a line is its author's name, and what he is: « Jeanne Morel Journaliste politique ».

    Or who wrote and read it for an agency: « bur-jm/pp/ab ».
    """
    if _INITIALS.fullmatch(line):
        return True
    whole, line = folded(author or ""), folded(line)
    is_short = len(line.split()) < _ARTICLE or find_day(line, "fr") is not None  # in whatever order it is written
    is_named = whole and line.startswith(whole.partition(", ")[0]) and is_short and not line.endswith(".")
    return bool(is_named) or (bool(whole) and letters(line) == letters(whole))


def _is_partial(declared: Declared, lines: Sequence[PageLine], kept: Sequence[int]) -> bool:
    """Whether text is missing: as the page declares, unless all words that it says its article has are shown.

    Sites that only ask readers to register declare every page so.
    """
    if declared.is_free is None:
        return _ends_early(lines, kept)
    shown = sum(len(lines[n].text.split()) for n in kept)
    return not declared.is_free and not 0 < _WHOLE * declared.length <= shown


def _ends_early(lines: Sequence[PageLine], kept: Sequence[int]) -> bool:
    """Whether the text breaks off before a notice for subscribers."""
    around = [lines[n] for n in kept[-_END:]] + list(lines[kept[-1] + 1 : kept[-1] + 4] if kept else ())
    return any(is_paywall(line.text) and not line.is_link for line in around)


def _headline(lines: Sequence[PageLine], title: str | None) -> int | None:
    """The line that shows the title, or half of it, or it and a badge."""
    wanted = letters(title or "")
    return next((n for n, line in enumerate(lines) if wanted and _shows(letters(line.text), wanted)), None)


def _shows(text: str, title: str) -> bool:
    return len(title) < 2 * len(text) < 3 * len(title) and (text in title or title in text)


def _address(declared: Declared, url: str | None) -> str | None:
    """Where the article is published: what the page declares, unless that is a front page; else its own address."""
    for given in declared.addresses:
        with suppress(ValueError):  # « http://[ » is none
            whole = urljoin(url or "", given)
            if not wrong_address(whole) and urlsplit(whole).path.strip("/"):
                return whole
    return url


def _taken_from_archive(address: str | None) -> tuple[str | None, str | None]:
    """The address of an article and that of its copy in the Internet Archive, which holds the first."""
    found = _ARCHIVED.fullmatch(address or "")
    return (found[1], address) if found else (address, None)


def _language(declared: Declared, text: str) -> str | None:
    """The text's own language where it shows, else what the page declares."""
    given = next((code for value in declared.languages if (code := re.match(r"[A-Za-z]{2,3}(?=$|[-_])", value))), None)
    return language_of(text) or (given[0].lower() if given else None)
