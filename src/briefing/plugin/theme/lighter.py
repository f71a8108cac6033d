"""What of Material's frame nobody sees, left out of every page: most of a page about one claim is frame."""

from __future__ import annotations

import re

_UNSEEN = (
    # What the theme's scripts look for, and they are gone; ours ask for the contents and the choice of colours.
    re.compile(r' data-md-(?:component="(?!toc|palette)[\w-]+"|scrollfix)'),
    re.compile(r'<div class="md-dialog">.*?</div></div>', re.DOTALL),
    re.compile(r'<a [^>]*class="md-nav__button md-logo".*?</a>', re.DOTALL),
)
# `styles/15-menu.css` shows a section's name with its list: no second title with a way back, no arrow.
_UNSEEN_IN_SECTIONS = (
    re.compile(r'(?<=>)<label class="md-nav__title" for="__nav_[\d_]+">.*?</label>(?=<ul)', re.DOTALL),
    re.compile(r'<span class="md-nav__icon md-icon"></span>(?=</label><nav)'),
)
_BETWEEN = re.compile(r">\s*\n\s*<")
_INDENT = re.compile(r"\s*\n\s*")
_WORDS = re.compile(r'(class="md-nav__link[^>]*>)<span class="md-ellipsis">\s*([^<]*?)\s*</span>')


def lighter(html: str) -> str:
    """A whole page of the theme; what the page itself says stays as it is."""
    top, article, inside = html.partition("<article ")
    inside, end, below = inside.rpartition("</article>")
    return _frame(top) + article + inside + end + _frame(below)


def _frame(html: str) -> str:
    html = _INDENT.sub("\n", _BETWEEN.sub("><", html))
    all_open = html.count("md-nav__item--nested") == html.count("md-nav__item--section")
    for nothing in (*_UNSEEN, *_UNSEEN_IN_SECTIONS) if all_open else _UNSEEN:
        html = nothing.sub("", html)
    return _WORDS.sub(r"\1\2", html)
