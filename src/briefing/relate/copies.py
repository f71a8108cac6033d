"""Articles that repeat others: the same wire brings no second origin."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.article import Article


def copies(articles: Iterable[Article]) -> dict[str, str]:
    """For each article that repeats an earlier one almost word for word (the same wire), the id of that one.

    Two articles are near copies when they share at least half of the shorter one's runs of eight words. Runs that
    stand in more than twenty articles say nothing and are left out, so the work stays linear.
    """
    holders: dict[int, list[str]] = {}
    sizes: dict[str, int] = {}
    for article in articles:
        runs = _runs(article.text)
        sizes[article.id] = len(runs)
        for run in runs:
            holders.setdefault(run, []).append(article.id)
    shared: dict[tuple[str, str], int] = {}
    for ids in holders.values():
        if 1 < len(ids) <= _COMMON:
            for number, later in enumerate(ids):
                for earlier in ids[:number]:
                    shared[earlier, later] = shared.get((earlier, later), 0) + 1
    found: dict[str, str] = {}
    for (earlier, later), count in sorted(shared.items()):
        if count * 2 >= min(sizes[earlier], sizes[later]):
            found.setdefault(later, found.get(earlier, earlier))
    return found


_RUN = 8
_COMMON = 20


def _runs(text: str) -> set[int]:
    """Hashes of a text's runs of eight words; hash() of a tuple of integers is the same in every process."""
    words = [int.from_bytes(word.encode()[:12], "big") for word in text.casefold().split()]
    return {hash(tuple(words[i : i + _RUN])) for i in range(max(0, len(words) - _RUN + 1))}
