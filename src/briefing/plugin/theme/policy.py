"""The site's policy in the head of each page, and what of a page it would keep from working."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.pages.bare.policy import POLICY
from briefing.problems import Problem, Severity, Where

_FIRST = '<meta charset="utf-8">'
_META = f'{_FIRST}\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
_STOPPED = "which the site's policy keeps from working"
_LOADING = r"link(?=[^<>]*\brel=[\"']?(?:stylesheet|icon|preload))"
_TAG = r"<[a-z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*?"
"""A tag up to the name of one of its attributes; what a value says is no attribute."""
_REFUSED = (
    ("a script in the page", r"<script(?![^>]*\s(?:src|type)=)", f"{_STOPPED}; put it in a file of docs/"),
    ("styles in the page", rf"<style\b|{_TAG}(?<=\s)style=", f"{_STOPPED}; put it in a file of docs/"),
    ("a handler in the page", rf"{_TAG}(?<=[\s/\"'])on[a-z]+=", f"{_STOPPED}; put it in a file of docs/"),
    (
        "a file of another site",
        rf"<(?:script|img|video|audio|source|{_LOADING})\b[^<>]*\s(?:src|href)=[\"']?(?:https?:)?//",
        f"{_STOPPED}; put it in a file of docs/",
    ),
    ("a frame or an object", r"<(?:i?frame|object|embed|applet)\b", f"{_STOPPED}; write a link"),
    ("a form or a base address", r"<(?:form\b[^<>]*\saction=[\"']?(?:https?:)?//|base\b)", f"{_STOPPED}; take it out"),
    ("a link that runs a script", r"=[\"']?\s*(?:javascript|vbscript):", f"{_STOPPED}; take it out"),
    (
        "a page that leads elsewhere by itself",
        r"<meta\b[^<>]*http-equiv=[\"']?refresh",
        "which no policy stops; write a link",
    ),
)


def with_policy(html: str) -> str:
    """A whole page with the policy at the head of its head."""
    return html.replace(_FIRST, _META, 1)


def aligned(html: str) -> str:
    """The columns of Markdown's tables aligned by classes; it writes styles."""
    return _ALIGNED.sub(r' class="align-\1"', html)


def refused(html: str, path: str) -> Iterator[Problem]:
    """What does not belong in a page, each kind once; data in a script (`type=`) is none of it."""
    for name, pattern, why in _REFUSED:
        if re.search(pattern, html, re.IGNORECASE):
            yield Problem(Where(path), f"{name}, {why}", Severity.WARNING)
