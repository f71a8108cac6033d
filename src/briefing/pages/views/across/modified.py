"""The day on which a page last changed, as the sitemap says it: that of what it is made of, never of the build."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.pages.views.article import ArticlePage

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def modified(dossier: Dossier, page: object) -> str | None:
    """The last day that an article of the page was published or retrieved or one of its claims checked by hand.

    A page across articles is made of all. None where no day is known.
    """
    articles = [a for a in dossier.articles if not isinstance(page, ArticlePage) or a.id == page.article.id]
    return max(_days(dossier, articles), default=None)


def _days(dossier: Dossier, articles: Iterable[Article]) -> Iterable[str]:
    for article in articles:
        yield from filter(_DAY.fullmatch, filter(None, (article.meta.published, article.meta.retrieved)))
        yield from (c.review.when.isoformat() for c in dossier.claims_of(article) if c.review)
