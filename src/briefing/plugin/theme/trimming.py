"""What of Material's frame nobody sees, left out of every page: most of a page about one claim is frame."""

from __future__ import annotations

import re

_UNSEEN = (
    # What the theme's scripts look for, and they are gone; ours ask for the contents and the choice of colours.
    re.compile(r' data-md-(?:component="(?!toc|palette)[\w-]+"|scrollfix)'),
    re.compile(r'<div class="md-dialog">.*?</div></div>', re.DOTALL),
    # A table of contents that a page hides, a foot without words.
    re.compile(r'<div class="md-sidebar md-sidebar--secondary"[^>]* hidden>.*?</nav></div></div></div>', re.DOTALL),
    re.compile(r'<footer class="md-footer">(?:<div[^>]*>)*(?:</div>)*</footer>'),
)
_BETWEEN = re.compile(r">\s*\n\s*<")
_INDENT = re.compile(r"\s*\n\s*")
_WORDS = re.compile(r'(<(?:a|summary|span)\b[^>]*>)<span class="md-ellipsis">\s*([^<]*?)\s*</span>')


def lighter(html: str) -> str:
    """A whole page of the theme; what the page itself says stays as it is."""
    top, article, inside = html.partition("<article ")
    inside, end, below = inside.rpartition("</article>")
    opening, edge, inside = inside.partition(">")
    return _frame(top) + article + opening + edge + inside.strip() + end + _frame(below)


def _frame(html: str) -> str:
    html = _INDENT.sub("\n", _BETWEEN.sub("><", html))
    for nothing in _UNSEEN:
        html = nothing.sub("", html)
    return _WORDS.sub(r"\1\2", html)
