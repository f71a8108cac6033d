"""Where the text of a page ends: above a heading of the site, and with the part that holds most of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from briefing.collect.lines.site import is_prose
from briefing.collect.page.beside.marks import home_of
from briefing.collect.page.layout import PageLine
from briefing.collect.words import is_one_of

_MOST = 0.6
"""Of the letters that were chosen: a part of the page with more of them is the article's."""


def trimmed(lines: Sequence[PageLine], kept: list[int]) -> list[int]:
    """The chosen lines up to where the text ends, without short ones behind it that stand elsewhere."""
    kept = kept[: _end([lines[n] for n in kept])]
    kept = kept[: _end_of_body([lines[n] for n in kept])]
    homes = {home_of(lines[n].container) for n in kept if is_prose(lines[n].text)}
    while len(kept) > 1 and not is_prose(lines[kept[-1]].text) and home_of(lines[kept[-1]].container) not in homes:
        kept = kept[:-1]
    return kept


def _end_of_body(kept: Sequence[PageLine]) -> int:
    """Where the part of the page ends that holds most of the text: what is found behind it is of other articles."""
    held: Counter[HtmlElement] = Counter()
    for line in kept:
        held.update(dict.fromkeys(_holders(line), len(line.text)))
    sizes = list(accumulate((len(line.text) for line in kept), initial=0))
    middle = kept[bisect_right(sizes, sizes[-1] // 2) - 1]
    body = next(part for part in _holders(middle) if held[part] > _MOST * sizes[-1])
    body = [body, *body.iterancestors("table")][-1]  # which letters and old pages are laid out by
    return 1 + max(n for n, line in enumerate(kept) if line.within({body}))


def _holders(line: PageLine) -> list[HtmlElement]:
    return list(line.block.iterancestors()) or [line.block]


def _end(lines: Sequence[PageLine]) -> int:
    """Where the text ends: above a heading of the site with less below it than above."""
    sizes = list(accumulate((len(line.text) for line in lines), initial=0))
    ends = (n for n, line in enumerate(lines) if is_one_of(line.text, "ends") and sizes[-1] - sizes[n] < sizes[n])
    return next(ends, len(lines))
