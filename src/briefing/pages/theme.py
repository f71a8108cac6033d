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


_DIALOG = '<div class="md-search" data-md-component="search" role="dialog"'


def mended(html: str, search_label: str) -> str:
    """A whole page of the theme without its known errors, its search dialog named; nothing else changes."""
    html = html.replace(_DIALOG, f'{_DIALOG} aria-label="{search_label}"', 1)
    for pattern, replacement in _REPAIRS:
        html = pattern.sub(replacement, html)
    return html if _TOC_TOGGLE in html else html.replace(_TOC_LABEL, "")
