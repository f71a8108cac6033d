"""The table of all claims: newest article first, on pages; a script filters and sorts it (`search/assets`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.model.claim import Status
from briefing.pages.views.across.paging import chunks
from briefing.pages.views.article import modality_counts
from briefing.pages.views.shown import ArticleShown, ClaimShown


class Explorer(Struct, frozen=True, kw_only=True):
    """A page of the table: its claims, of how many, and what the filters offer."""

    claims: tuple[ClaimShown, ...]
    total: int
    unchecked: int
    """How many more there are that cannot be checked; the table shows them when asked for."""
    rarer: Status | None
    """What fewer claims of the table have: checked by hand or not; they say it, the others need not."""
    modalities: tuple[tuple[str, int], ...]
    articles: tuple[ArticleShown, ...]


def newest_first(claims: Iterable[ClaimShown]) -> list[ClaimShown]:
    """Claims of the newest article first, in the order of its text: the order of the table and of the search index."""
    return sorted(claims, key=lambda claim: claim.article.published or "", reverse=True)


def explorer(claims: Sequence[ClaimShown], unchecked: int = 0) -> list[Explorer]:
    """The pages of the table: of `claims`, and how many more could be asked for."""
    newest, counts, rare = newest_first(claims), modality_counts(claims), rarer(claims)
    articles = tuple({claim.article.id: claim.article for claim in newest}.values())
    return [
        Explorer(claims=page, total=len(claims), unchecked=unchecked, rarer=rare, modalities=counts, articles=articles)
        for page in chunks(newest)
    ]


def rarer(claims: Iterable[ClaimShown]) -> Status | None:
    """The status of fewer claims, of two as frequent that of a draft; None where all have one."""
    counts = Counter(claim.status for claim in claims)
    return min(counts, key=lambda status: (counts[status], status)) if len(counts) > 1 else None
