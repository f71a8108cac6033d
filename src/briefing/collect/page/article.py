"""An HTML page becomes text and metadata: trafilatura tells text from site, the words are the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from briefing.collect.days import read_date
from briefing.collect.found import Found
from briefing.collect.page.chosen import article_lines, letters
from briefing.collect.page.declared import Declared, read_declared
from briefing.collect.page.layout import PageLine, page_lines, page_text
from briefing.collect.page.marks import BYLINE, is_aside, marks_of
from briefing.collect.page.parse import parse_page
from briefing.collect.pasted import NAMES, Byline, is_about, is_dated, is_paywall, is_prose, names_in, read_byline
from briefing.collect.words import folded, is_one_of, language_of

_MANY = 100_000
_HEADINGS = 200
_ARTICLE = 12
"""Fewer words are no article."""
_LARGE = 40
"""An element with more elements in it is no byline."""
_BAR = re.compile(r"\s+[-–—|•·:]\s+")


def read_page(html: str, url: str | None = None, *, today: date) -> Found:
    """The article on a page; its text is empty where the page has none. No date after `today` is believed.

    Raises ValueError when the HTML cannot be parsed at all, or is no page that anybody reads.
    """
    tree = parse_page(html)
    declared = read_declared(tree)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    lines = page_lines(tree)
    title = _title(tree, declared)
    headline = _headline(lines, title)
    kept = article_lines(tree, lines, headline)
    text = [lines[n].text for n in kept] or _lines_for_machines(declared)
    language = _language(declared, "\n".join(text))
    outlet = next(iter(declared.outlets), None)
    above = [line.text for line in lines[min(headline or 0, kept[0]) : kept[:3][-1] + 1]] if kept else []
    byline = _byline(above, text[-2:], outlet, language)
    return Found(
        text="\n".join(
            _without_byline([lines[n] for n in kept if n > (headline or -1)], title, language) if kept else text
        ),
        title=_without_site(title, outlet),
        author=_author(tree, declared, byline, outlet),
        outlet=outlet,
        published=_published(tree, declared, byline, language, today),
        url=_address(declared, url),
        language=language,
        is_partial=not declared.is_free if declared.is_free is not None else _ends_early(lines, kept),
    )


def _lines_for_machines(declared: Declared) -> list[str]:
    """The text that the page declares, where it shows none."""
    lines = [" ".join(line.split(" ")).strip() for line in re.split(r"[\r\n]+", declared.body)]
    return [line for line in lines if line] if len(declared.body.split()) >= _ARTICLE else []


def _byline(above: list[str], below: list[str], outlet: str | None, language: str | None) -> Byline:
    """What the lines around the headline say; an author may also sign below, where dates are of other things."""
    lines = [line.replace(outlet or "\0", "").strip() for line in above if not is_about(line)]
    byline = read_byline(lines, language)
    return replace(byline, author=byline.author or read_byline(below, language).author)


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


def _title(tree: HtmlElement, declared: Declared) -> str | None:
    """The headline as the page shows it, where one of its headings is what the page declares; else as declared."""
    headings = islice(tree.iter("h1", "h2"), _HEADINGS)
    shown = [text for heading in headings if not _leads_home(heading) and (text := page_text(heading))]
    named = [text for element in tree.iter("title") if (text := page_text(element))][:1]
    for heading in shown:
        if any(letters(heading) == letters(given) for given in declared.titles):
            return heading
        if any(_alike(heading, given) for given in declared.titles):
            longer = (t for t in declared.titles if letters(t) != letters(heading) and letters(t) in letters(heading))
            return next(longer, heading)
    if declared.titles:
        return declared.titles[0]
    return next((h for h in shown if named and letters(h) in letters(named[0])), None) or next(
        iter([*named, *shown]), None
    )


def _leads_home(heading: HtmlElement) -> bool:
    """Whether a heading is the site's own name: a link to its front page."""
    links = [urlsplit(link.get("href") or "").path for link in heading.iter("a")]
    return any(path.strip("/") in {"", "index.html", "index.php"} for path in links)


def _alike(one: str, other: str) -> bool:
    """Whether two headlines share half of the words of the shorter one."""
    words, others = (set(re.findall(r"\w+", folded(text))) for text in (one, other))
    return len(words & others) * 2 >= min(len(words), len(others)) > 0


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the site's name behind it: « La crue - L'Écho »."""
    own = letters(outlet or "").lower()
    while title and own:
        bars = list(_BAR.finditer(title))
        name = letters(title[bars[-1].end() :]).lower() if bars else ""
        if not name or (name not in own and own not in name):
            break
        title = title[: bars[-1].start()]
    return title


def _headline(lines: Sequence[PageLine], title: str | None) -> int | None:
    """The line that shows the title."""
    wanted = letters(title or "")
    shown = (
        n
        for n, line in enumerate(lines)
        if wanted and letters(line.text) in wanted and len(line.text) * 2 > len(wanted)
    )
    return next(shown, None)


def _author(tree: HtmlElement, declared: Declared, byline: Byline, outlet: str | None) -> str | None:
    """Who the page says wrote the article; the outlet's own name only where nobody else is named."""
    given = [name for text in declared.authors if (name := _person(text))]
    candidates = [*given, *([byline.author] if byline.author else []), *_shown_authors(tree)]
    own = folded(outlet or "")
    others = (", ".join(n for n in names.split(", ") if folded(n) != own) for names in candidates)
    return next((names for names in others if names), candidates[0] if candidates else None)


def _person(text: str) -> str | None:
    """A declared author without « par »; an address, a handle or a page is no name."""
    names = [
        names_in(name) or name
        for name in text.split(", ")
        if not re.match(r"https?:|@|.*\.(?:com|fr|html?)\b|.*@", name)
    ]
    return ", ".join(names).strip() or None


def _shown_authors(tree: HtmlElement) -> Iterator[str]:
    """The names in the elements that are marked as the author's."""
    for element in islice(tree.iter(), _MANY):
        if element.get("rel") != "author" and not BYLINE.search(marks_of(element)):
            continue
        parts = list(islice(element.iter(), _LARGE + 1))
        if len(parts) > _LARGE or is_aside(element):
            continue
        for line in (line.text for part in parts for line in page_lines(part)[:1]):
            if name := names_in(line):
                yield name
            elif " " in line and NAMES.fullmatch(line) and not is_one_of(line, "ends"):
                yield line


def _published(tree: HtmlElement, declared: Declared, byline: Byline, language: str | None, today: date) -> str | None:
    """The day that the page declares, that its byline says, or that a time element gives."""
    dates = [day for value in declared.published if (day := read_date(value, language))]
    times = [day for value in _times(tree) if (day := read_date(value, language))]
    found = [*dates, *([byline.published] if byline.published else []), *times]
    return next((day for day in found if day <= today.isoformat()), None)


def _times(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("time"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if element.get("datetime") and not re.search(r"updat|modif", marks, re.IGNORECASE) and not is_aside(element):
            yield str(element.get("datetime"))


def _address(declared: Declared, url: str | None) -> str | None:
    """Where the article is published: what the page declares, unless that is a front page; else its own address."""
    for given in declared.addresses:
        whole = urljoin(url or "", given)
        parts = urlsplit(whole)
        if parts.scheme in {"http", "https"} and parts.netloc and parts.path.strip("/") and not re.search(r"\s", whole):
            return whole
    return url


def _language(declared: Declared, text: str) -> str | None:
    """The text's own language where it shows, else what the page declares."""
    given = next((code for value in declared.languages if (code := re.match(r"[A-Za-z]{2,3}(?=$|[-_])", value))), None)
    return language_of(text) or (given[0].lower() if given else None)
