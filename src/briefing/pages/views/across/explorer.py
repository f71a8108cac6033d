"""The table of all claims: newest article first, on pages; a script filters and sorts it (`search/assets`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.model.claim import Status
from briefing.pages.views.across.paging import chunks
from briefing.pages.views.article import modality_counts
from briefing.pages.views.shown import ClaimShown


class Explorer(Struct, frozen=True, kw_only=True):
    """A page of the table: its claims, of how many, and what the filters offer.

    Only the first page tells numbers, or each would be another one whenever a claim of any is edited.
    """

    claims: tuple[ClaimShown, ...]
    total: int | None
    unchecked: bool
    """Whether there are more that cannot be checked; the table shows them when asked for."""
    rarer: Status | None
    """What fewer claims of the table have: checked by hand or not; they say it, the others need not."""
    modalities: tuple[tuple[str, int | None], ...]


def newest_first(claims: Iterable[ClaimShown]) -> list[ClaimShown]:
    """Claims of the newest article first, in the order of its text: the order of the table and of the search index."""
    return sorted(claims, key=lambda claim: claim.article.published or "", reverse=True)


def explorer(claims: Sequence[ClaimShown], unchecked: int = 0) -> list[Explorer]:
    """The pages of the table: of `claims`, and how many more could be asked for."""
    counts, rare, more = modality_counts(claims), rarer(claims), unchecked > 0
    names = tuple((name, None) for name, _ in counts)
    first, *later = chunks(newest_first(claims))
    return [
        Explorer(claims=first, total=len(claims), unchecked=more, rarer=rare, modalities=counts),
        *(Explorer(claims=page, total=None, unchecked=more, rarer=rare, modalities=names) for page in later),
    ]


def rarer(claims: Iterable[ClaimShown]) -> Status | None:
    """The status of fewer claims, of two as frequent that of a draft; None where all have one."""
    counts = Counter(claim.status for claim in claims)
    return min(counts, key=lambda status: (counts[status], status)) if len(counts) > 1 else None
