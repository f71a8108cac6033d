"""The site's policy in the head of each page, and what of a page it would keep from working."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.pages.bare.policy import POLICY
from briefing.problems import Problem, Severity, Where

_FIRST = '<meta charset="utf-8">'
_META = f'{_FIRST}\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
_REFUSED = (
    ("a script in the page", re.compile(r"<script(?![^>]*\s(?:src|type)=)")),
    ("styles in the page", re.compile(r"<style\b|<[a-z][^<>]*\sstyle=")),
    ("a handler in the page", re.compile(r"<[a-z][^<>]*\son[a-z]+=")),
    (
        "a file of another site",
        re.compile(r"<(?:script|img|iframe|video|audio|source)\b[^<>]*\ssrc=[\"']?(?:https?:)?//"),
    ),
)


def with_policy(html: str) -> str:
    """A whole page with the policy at the head of its head."""
    return html.replace(_FIRST, _META, 1)


def aligned(html: str) -> str:
    """The columns of Markdown's tables aligned by classes; it writes styles."""
    return _ALIGNED.sub(r' class="align-\1"', html)


def refused(html: str, path: str) -> Iterator[Problem]:
    """What the policy keeps from working in a page, each kind once; data in a script (`type=`) is none of it."""
    for name, pattern in _REFUSED:
        if pattern.search(html):
            message = f"{name}, which the site's policy keeps from working; put it in a file of docs/"
            yield Problem(Where(path), message, Severity.WARNING)
