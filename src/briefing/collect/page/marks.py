"""How news sites mark the parts of their pages: names in `class` and `id` that tell the site from the article."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_SITE = (
    "cookie", "consent", "gdpr", "didomi", "onetrust", "newsletter", "related", "lire-aussi", "read-also", "readalso",
    "share", "sharing", "social", "outbrain", "taboola", "comment", "breadcrumb", "paywall", "caption",
    "promo", "legende", "subscribe", "signup", "sign-up", "abonne", "most-read", "author-bio", "author-box",
    "authorbox", "author-info", "bottom-of-", "skip-link", "advert", "sponsor", "recommend", "last-news",
)  # fmt: skip
_MARKS = "concat(' ', translate(@class, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', 'abcdefghijklmnopqrstuvwxyz-'), ' ', @id)"
PRUNED = (
    "//*[not(self::html or self::body or self::main or self::article) and ("
    + " or ".join(f"contains({_MARKS}, '{mark}')" for mark in _SITE)
    + ") and count(.//p) < 5]",
    "//figcaption | //nav | //footer | //form | //dialog | //*[@hidden]",
)
"""XPaths of the parts that are the site's; a part with five paragraphs is the article, however it is marked."""
STANDFIRST = re.compile(
    r"chap[oô]|stand-?first|lead|intro|dek|excerpt|subtitle|sub-?head|summary|accroche", re.IGNORECASE
)
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|auteurs?|signature|journalist\w*|redacteur|writer)", re.IGNORECASE
)
_SIDE = re.compile(
    r"comment|related|sidebar|most-?read|teaser|promo|(?<![a-z])(?:aside|footer|nav|cards?)(?![a-z])", re.IGNORECASE
)


def marks_of(element: HtmlElement) -> str:
    """The names by which an element is marked."""
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"


def is_aside(element: HtmlElement) -> bool:
    """Whether an element stands beside the article: in a sidebar, a card of another article, a comment."""
    above = (f"{a.tag} {marks_of(a)}" for a in element.iterancestors() if a.tag not in {"html", "body"})
    return bool(_SIDE.search(marks_of(element))) or any(_SIDE.search(marks) for marks in above)
