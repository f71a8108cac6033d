"""Small repairs of the theme's own HTML, for what a validator and a screen reader notice."""

from __future__ import annotations

import re

_REPAIRS = (
    # `autocomplete` means nothing on a checkbox, nor an empty `tabindex` anywhere.
    (re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'), r"\1"),
    (re.compile(r' tabindex=""'), ""),
)
_TOC_LABEL = ' for="__toc"'
_TOC_TOGGLE = ' id="__toc"'


def mended(html: str) -> str:
    """A whole page of the theme without its known errors; nothing else changes."""
    for pattern, replacement in _REPAIRS:
        html = pattern.sub(replacement, html)
    return html if _TOC_TOGGLE in html else html.replace(_TOC_LABEL, "")
