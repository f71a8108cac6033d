"""The headline of a page."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from briefing.collect.page.chosen import letters
from briefing.collect.page.declared import Declared
from briefing.collect.page.layout import page_text
from briefing.collect.words import folded, is_one_of

_HEADINGS = 200
_PARTS = 20
_BAR = re.compile(r"\s[-–—|•·:‹›«»<>]\s")


def page_title(tree: HtmlElement, declared: Declared) -> str | None:
    """The headline as the page shows it, where one of its headings is what the page declares; else as declared."""
    headings = islice(tree.iter("h1", "h2"), _HEADINGS)
    shown = [text for heading in headings if not _leads_home(heading) and (text := _words_of(heading))]
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


def _words_of(heading: HtmlElement) -> str:
    """What a heading says, without a badge in it: « La crue [Abonnés] »."""
    badges = [part for part in islice(heading.iterdescendants(), _PARTS) if is_one_of(page_text(part), "buttons")]
    if not badges:
        return page_text(heading)
    bare = deepcopy(heading)
    parts = list(bare.iter())
    for part in [parts[list(heading.iter()).index(badge)] for badge in badges]:
        if part.getparent() is not None:
            part.drop_tree()
    return page_text(bare) or page_text(heading)


def _leads_home(heading: HtmlElement) -> bool:
    """Whether a heading is the site's own name: a link to its front page."""
    links = [urlsplit(link.get("href") or "").path for link in heading.iter("a")]
    return any(path.strip("/") in {"", "index.html", "index.php"} for path in links)


def _alike(one: str, other: str) -> bool:
    """Whether two headlines share half of the words of the shorter one."""
    words, others = (set(re.findall(r"\w+", folded(text))) for text in (one, other))
    return len(words & others) * 2 >= min(len(words), len(others)) > 0


def without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the site's name behind it: « La crue - L'Écho », « La crue ‹ L'Écho »."""
    title = (title or "").partition(" ‹ ")[0].strip() or None  # WordPress: nobody else writes this mark in a title
    own = letters(outlet or "").lower()
    end = len(title or "")
    for bar in reversed(list(_BAR.finditer(title or ""))) if own else ():
        name = letters((title or "")[bar.end() : end]).lower()
        if not name or (name not in own and own not in name):
            break
        end = bar.start()
    return title[:end].strip() if title else None
