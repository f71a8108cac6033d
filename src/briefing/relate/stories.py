"""Which articles tell one story: they appear within weeks of each other and share a name that few others have.

A sentence of such an article may leave out what all of it is about: « Neuf passagers ont été blessés. »
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from briefing.model.article import Article
from briefing.relate.timeline import days_between

_NAME = re.compile(r"(?<=[\w,;:«“(] |[\w ][’'-])[^\W\d_a-zà-öø-ÿ][\w-]{3,}")
"""A word with a capital that does not begin a sentence."""
WEEKS = 21
"""Days within which articles tell one story."""
_FEW, _SHARE = 3, 0.05
"""In how many articles, or in what share of them, a name may stand and still tell one story from another."""


def stories(articles: Iterable[Article]) -> Mapping[str, str]:
    """The story of each article, named after its first article; an article alone is its own story."""
    ordered = sorted(articles, key=lambda article: (article.meta.published or "9999", article.id))
    holders: dict[str, list[Article]] = defaultdict(list)
    for article in ordered:
        for name in sorted(set(_NAME.findall(article.text))):
            holders[name].append(article)
    first = {article.id: article.id for article in ordered}
    few = max(_FEW, int(len(ordered) * _SHARE))
    for sharing in holders.values():
        if len(sharing) <= few:
            for one, other in pairwise(sharing):
                if days_between(one.meta.published or "", other.meta.published or "") <= WEEKS:
                    _join(first, one.id, other.id)
    return {article.id: _root(first, article.id) for article in ordered}


def _root(first: dict[str, str], ident: str) -> str:
    while first[ident] != ident:
        first[ident] = first[first[ident]]
        ident = first[ident]
    return ident


def _join(first: dict[str, str], one: str, other: str) -> None:
    one, other = sorted((_root(first, one), _root(first, other)))
    first[other] = one
