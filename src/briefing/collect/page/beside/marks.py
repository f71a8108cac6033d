"""How news sites mark the parts of their pages: names in `class` and `id` that tell the site from the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from briefing.collect.lines.site import is_invitation, is_paywall, is_prose

_SITE = (
    "cookie", "consent", "gdpr", "didomi", "onetrust", "newsletter", "related", "lire-aussi", "read-also", "readalso",
    "share", "sharing", "social", "outbrain", "taboola", "comment", "breadcrumb", "caption",
    "promo", "legende", "signup", "sign-up", "most-read", "author-bio", "author-box",
    "authorbox", "author-info", "bottom-of-", "skip-link", "advert", "sponsor", "recommend", "last-news", "comentarios",
    "disqus", "postmetadata", "nextstor", "next-stor",
)  # fmt: skip
_WALLED = re.compile(r"paywall|subscribe|abonne")
_SITE_TAGS = frozenset({"figcaption", "nav", "footer", "form", "dialog"})
_READERS = re.compile(r"comments|commentaires|comentarios|comment-(?:list|block|content)|disqus|next-?stor")
"""What readers write, and the next article as one scrolls, may hold as many paragraphs as an article."""
_NEVER = frozenset({"html", "body", "main", "article"})
_ENOUGH = 5
"""A part with so many paragraphs is the article, however it is marked."""
_LARGE = 120
_MANY = 20_000
STANDFIRST = re.compile(
    r"chap[oô]|stand-?first|lead|intro|dek|excerpt|subtitle|sub-?head|summary|accroche", re.IGNORECASE
)
KICKER = re.compile(r"kicker|surtitre|overline|eyebrow|rubrique|flag|badge|label", re.IGNORECASE)
CAPTION = re.compile(r"caption|l[ée]gende?(?![a-z])|credit", re.IGNORECASE)
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|auteurs?|autor(?:e[ns]|in)?(?![a-z])|firma|signature|journalist\w*|redacteur|writer)",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"comment|related|sidebar|most-?read|teaser|promo|(?<![a-z])(?:aside|footer|nav|cards?)(?![a-z])", re.IGNORECASE
)


def marks_of(element: HtmlElement) -> str:
    """The names by which an element is marked."""
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"


def home_of(part: HtmlElement | None) -> object:
    """The kind of part that holds a line: an article's paragraphs stand in one part, or in parts marked alike."""
    marks = "" if part is None else re.sub(r"\d+", "", marks_of(part)).strip()
    return (part.tag, marks) if part is not None and (marks or part.tag == "td") else part


def site_parts(tree: HtmlElement, drop: Sequence[str] = ()) -> list[HtmlElement]:
    """The parts of a page that are the site's, not the article's; `drop`: further marks of such parts."""
    marked = re.compile("|".join(map(re.escape, (mark.replace("_", "-") for mark in (*_SITE, *drop)))))
    return [element for element in tree.iter() if _is_site_part(element, marked)]


def _is_site_part(element: HtmlElement, marked: re.Pattern[str]) -> bool:
    if element.tag in _SITE_TAGS or "hidden" in element.attrib:
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", "-")
    if element.tag in _NEVER or len(marks) == 1:
        return False
    if not marked.search(marks):
        return bool(_WALLED.search(marks)) and _is_wall(element)
    return bool(_READERS.search(marks)) or len(list(islice(element.iter("p"), _ENOUGH))) < _ENOUGH


def _is_wall(element: HtmlElement) -> bool:
    """Whether a part that is marked as for subscribers holds no words of the article, which anybody may read."""
    paragraphs = ["".join(p.itertext()) for p in islice(element.iter("p"), _ENOUGH)]
    asks = [is_paywall(text) or is_invitation(text) for text in paragraphs]
    if element.tag == "p":
        return all(asks)
    return not any(is_prose(text) and not own for text, own in zip(paragraphs, asks, strict=True))


def other_articles(tree: HtmlElement, headline: HtmlElement | None) -> list[HtmlElement]:
    """The articles that a page shows beside its own or behind it as one scrolls.

    Its own is the part that holds the headline and paragraphs; others are marked alike and have a headline too.
    """
    if headline is None:
        return []
    own = next(filter(_holds_prose, headline.iterancestors()), None)
    marked = next(filter(_holds_prose, headline.iterancestors("article")), None)
    found = [] if marked is None else _outside(tree.iter("article"), marked)
    if own is not None and headline.tag == "h1" and marks_of(own).strip():
        alike = (part for part in tree.iter(own.tag) if home_of(part) == home_of(own))
        found += [part for part in _outside(alike, own) if next(part.iter("h1"), None) is not None]
    return found


def _holds_prose(part: HtmlElement) -> bool:
    return any(is_prose("".join(p.itertext())) for p in islice(part.iter("p"), _LARGE))


def _outside(parts: Iterable[HtmlElement], own: HtmlElement) -> list[HtmlElement]:
    """The parts that neither are nor hold nor stand in one."""
    near = {*own.iter(own.tag), *own.iterancestors()}
    return [part for part in islice(parts, _MANY) if part not in near]


def is_aside(element: HtmlElement, headline: HtmlElement | None = None) -> bool:
    """Whether an element stands beside the article: in a sidebar, a card of another article, a comment.

    What holds the headline too is no such part, however it is marked.
    """
    shared = {element.getroottree().getroot(), *(headline.iterancestors() if headline is not None else ())}
    above = (a for a in (element, *element.iterancestors()) if a not in shared and a.tag != "body")
    return any(_SIDE.search(marks_of(a) if a is element else f"{a.tag} {marks_of(a)}") for a in above)
