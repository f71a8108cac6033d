"""Small repairs of the theme's own HTML, for what a validator, a keyboard, a screen reader and our policy notice.

Of its scripts none stays: `assets/palette.js` and `assets/scripts/05-frame.js` do for the frame what they did, in a
twentieth of the bytes and with no request.
"""

from __future__ import annotations

import re
from html import escape

from briefing.pages.paths import ASSETS
from briefing.plugin.theme.trimming import lighter

# `autocomplete` means nothing on a checkbox, nor an empty `tabindex` anywhere.
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_MAIN = '<main class="md-main" id="__main" tabindex="-1"'
_REPAIRS = (
    (' tabindex=""', ""),
    # The page is there before the scripts run; they keep their order.
    ("<script src=", "<script defer src="),
    ('<main class="md-main"', _MAIN),
)
_BUNDLE = re.compile(r'<script defer src="(?P<root>[^"]*)assets/javascripts/bundle\.\w+\.min\.js"></script>')
# The theme's own, by how they begin; any other script in a page is no business of the theme.
_INLINE = re.compile(
    r'<script(?:>(?:__md_scope=|var (?P<first>palette|target|tabs|consent|el)=)| id="__config").*?</script>', re.DOTALL
)
# Firefox fetches a next page ahead, which our policy refuses and its console tells.
_AHEAD = re.compile(r'<link rel="(?:next|prev)"[^>]*>\s*')
_DESCRIPTION = re.compile(r'<meta name="description"[^>]*>\s*')
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
_BODY = re.compile(r"<body[^>]*>")
_LABEL = re.compile(r'(<label class="md-header__button md-icon") for="__(drawer|search)"')
_ICON = 'viewBox="0 0 24 24"'
_TOC_LABEL = ' for="__toc"'
_TOC_TOGGLE = ' id="__toc"'


def mended(html: str, words: dict[str, str]) -> str:
    """A whole page of the theme without its known errors. `words`: `skip`, `drawer`, `search`, in the site's language.

    The link that skips the menu comes first on every page and leads to the page's content, not to its first heading.
    """
    for wrong, right in _REPAIRS:
        html = html.replace(wrong, right)
    is_material = _BUNDLE.search(html) is not None
    html = _without_scripts(html)
    top, main, rest = html.partition(_MAIN)
    top = _top(top, words)
    html = (_skipping(top, words) if main else top) + main + rest
    html = lighter(html) if is_material else html
    return html if _TOC_TOGGLE in html else html.replace(_TOC_LABEL, "")


def _without_scripts(html: str) -> str:
    """The theme's scripts go; where it chose the colours before the page is drawn, our file does."""
    bundle = _BUNDLE.search(html)
    if bundle is None:
        return html
    early = f'<script src="{bundle["root"]}{ASSETS}/palette.js"></script>'
    html = html[: bundle.start()] + html[bundle.end() :]
    return _INLINE.sub(lambda script: early if script["first"] == "palette" else "", html)


def _top(html: str, words: dict[str, str]) -> str:
    """What stands above the page's content, mended."""
    html = _AHEAD.sub("", _TOGGLE.sub(r"\1", html))
    return _LABEL.sub(lambda label: f'{label[1]} for="__{label[2]}" title="{escape(words[label[2]])}"', html)


def _skipping(html: str, words: dict[str, str]) -> str:
    """The same with a link to the page's content first, of a theme whose content we can name."""
    skip = f'<div data-md-component="skip"><a href="#__main" class="md-skip">{escape(words["skip"])}</a></div>'
    return _BODY.sub(lambda body: body[0] + skip, _SKIP.sub("", html, count=1), count=1)


def sized_icons(html: str) -> str:
    """The theme's icons with a size of their own, for a page that may be read without its styles.

    The 404 page is: its addresses begin at the root of a server, and from disk there is none.
    """
    return html.replace(_ICON, f'{_ICON} width="24" height="24"')


def with_head(html: str, *parts: str) -> str:
    """A whole page with `parts` at the end of its head; a theme needs to know nothing of them.

    They describe the page, where the theme describes the site on every page.
    """
    before, tag, after = html.partition("</head>")
    if not tag or not any(parts):
        return html
    return _DESCRIPTION.sub("", before) + "".join(parts) + tag + after
