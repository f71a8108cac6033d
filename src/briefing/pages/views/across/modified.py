"""The day on which a page last changed, as the sitemap says it: that of what it is made of, never of the build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.pages.views.article import ArticlePage

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Modified:
    """When the pages of a dossier last changed: one about an article with it, one across articles with any of them.

    An article changes on the day of its publication, of its retrieval, and when one of its claims is checked by hand.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._days = {article.id: max(_days(dossier, article), default="") for article in dossier.articles}
        self._last = max(self._days.values(), default="")

    def day(self, page: object) -> str:
        """The last day of a page; empty where none is known."""
        return self._days[page.article.id] if isinstance(page, ArticlePage) else self._last


def _days(dossier: Dossier, article: Article) -> Iterator[str]:
    yield from filter(_DAY.fullmatch, filter(None, (article.meta.published, article.meta.retrieved)))
    yield from (claim.review.when.isoformat() for claim in dossier.claims_of(article) if claim.review)
