"""Small repairs of the theme's own HTML, for what a validator, a keyboard and a screen reader notice."""

from __future__ import annotations

import re
from html import escape

# `autocomplete` means nothing on a checkbox, nor an empty `tabindex` anywhere.
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_REPAIRS = (
    (' tabindex=""', ""),
    # The page is there before the scripts run; they keep their order.
    ("<script src=", "<script defer src="),
    ('<main class="md-main"', '<main class="md-main" id="__main" tabindex="-1"'),
)
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
_BODY = re.compile(r"<body[^>]*>")
_LABEL = re.compile(r'(<label class="md-header__button md-icon") for="__(drawer|search)"')
_TOC_LABEL = ' for="__toc"'
_TOC_TOGGLE = ' id="__toc"'


def mended(html: str, words: dict[str, str]) -> str:
    """A whole page of the theme without its known errors. `words`: `skip`, `drawer`, `search`, in the site's language.

    The link that skips the menu comes first on every page and leads to the page's content, not to its first heading.
    """
    for wrong, right in _REPAIRS:
        html = html.replace(wrong, right)
    top, main, rest = html.partition("<main ")
    html = _top(top, words) + main + rest
    return html if _TOC_TOGGLE in html else html.replace(_TOC_LABEL, "")


def _top(html: str, words: dict[str, str]) -> str:
    """What stands above the page's content, mended."""
    html = _TOGGLE.sub(r"\1", html)
    skip = f'<div data-md-component="skip"><a href="#__main" class="md-skip">{escape(words["skip"])}</a></div>'
    html = _BODY.sub(lambda body: body[0] + skip, _SKIP.sub("", html, count=1), count=1)
    return _LABEL.sub(lambda label: f'{label[1]} for="__{label[2]}" title="{escape(words[label[2]])}"', html)


def with_head(html: str, *parts: str) -> str:
    """A whole page with `parts` at the end of its head; a theme needs to know nothing of them."""
    before, tag, after = html.partition("</head>")
    return before + "".join(part for part in parts if part) + tag + after if tag else html
