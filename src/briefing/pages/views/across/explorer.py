"""The table of all claims: newest article first, on pages; a script filters and sorts it (`search/assets`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.pages.views.across.paged import chunks
from briefing.pages.views.article import modality_counts
from briefing.pages.views.shown import ArticleShown, ClaimShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Explorer:
    """A page of the table: its claims, of how many, and what the filters offer."""

    claims: tuple[ClaimShown, ...]
    total: int
    mixed: bool
    """Some claims of the table were checked by hand and some were not, so that each must say it."""
    modalities: tuple[tuple[str, int], ...]
    articles: tuple[ArticleShown, ...]


def newest_first(claims: Iterable[ClaimShown]) -> list[ClaimShown]:
    """Claims of the newest article first, in the order of its text: the order of the table and of the search index."""
    return sorted(claims, key=lambda claim: claim.article.published or "", reverse=True)


def explorer(claims: Sequence[ClaimShown]) -> list[Explorer]:
    """The pages of the table."""
    newest, counts, mixed = newest_first(claims), modality_counts(claims), is_mixed(claims)
    articles = tuple({claim.article.id: claim.article for claim in newest}.values())
    return [
        Explorer(claims=page, total=len(claims), mixed=mixed, modalities=counts, articles=articles)
        for page in chunks(newest)
    ]


def is_mixed(claims: Iterable[ClaimShown]) -> bool:
    """Whether some claims were checked by hand and some were not."""
    return len({claim.status for claim in claims}) > 1
