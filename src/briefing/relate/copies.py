"""What is repeated: articles that stand almost word for word in others, sentences that do, and shared agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.corpus.text import plain
from briefing.extract.words.wording import Wording
from briefing.model.article import Article
from briefing.model.claim import Claim

_RUN = 8
"""Words in a row that two texts have by copying and not by chance."""
_COMMON = 20
_WORD = re.compile(r"[^\W_]+")
_DATELINE = re.compile(r"[^.!?()]{0,40}\([^()]*\)")
_CREDIT = 80
"""The most characters of a line that names who wrote the article."""


def copies(articles: Iterable[Article]) -> dict[str, str]:
    """For each article that repeats an earlier one almost word for word (the same wire), the id of that one.

    Two articles are near copies when they share at least half of the shorter one's runs of eight words. Of a run that
    stands in many articles only the first is compared with each other one, so the work stays linear.
    """
    holders: dict[int, list[str]] = {}
    sizes: dict[str, int] = {}
    for article in articles:
        runs = _runs(article.text)
        sizes[article.id] = len(runs)
        for run in runs:
            holders.setdefault(run, []).append(article.id)
    shared: dict[tuple[str, str], int] = {}
    for ids in (ids for ids in holders.values() if len(ids) > 1):
        for number, later in enumerate(ids):
            for earlier in ids[:number] if len(ids) <= _COMMON else ids[: min(number, 1)]:
                shared[earlier, later] = shared.get((earlier, later), 0) + 1
    found: dict[str, str] = {}
    for (earlier, later), count in sorted(shared.items()):
        if count * 2 >= min(sizes[earlier], sizes[later]):
            found.setdefault(later, found.get(earlier, earlier))
    return found


def said_again(original: Iterable[Claim], copy: Iterable[Claim]) -> frozenset[str]:
    """The ids of the claims of a copied article that its original makes in the same words: they are no other claims."""
    told = {_words(claim.evidence.exact) for claim in original}
    return frozenset(claim.id for claim in copy if _words(claim.evidence.exact) in told)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _runs(text: str) -> set[int]:
    """Hashes of a text's runs of eight words; hash() of a tuple of integers is the same in every process."""
    words = [int.from_bytes(word.encode()[:12], "big") for word in text.casefold().split()]
    return {hash(tuple(words[i : i + _RUN])) for i in range(max(0, len(words) - _RUN + 1))}


def repeats(one: Claim, other: Claim) -> bool:
    """Whether a claim stands word for word in another, or both quote the same words; by chance nobody writes those."""
    mine, theirs = list(_copied(one)), list(_copied(other))
    return any(a in b or b in a for a in mine for b in theirs)


def _copied(claim: Claim) -> Iterator[str]:
    """The words of a claim and of its quotations, where they are enough to tell a copy."""
    for text in (claim.evidence.exact, *(quote.exact for quote in claim.quotes)):
        words = _WORD.findall(text.casefold())
        if len(words) >= _RUN:
            yield f" {' '.join(words)} "


def agency_of(article: Article, wording: Wording) -> str | None:
    """The agency to which an article owes its words: « Le Point (AFP) », « avec AFP », « Paris (AFP) – … », « AFP ».

    It stands at the head or the end: a photograph's credit, who signs a block quote, and « a dit à l'AFP » name none.
    """
    given = [plain(line) for line in _signed(article)]
    beside = "|".join(map(re.escape, sorted(wording.credits)))
    for name in sorted(wording.agencies):
        one = re.escape(name)
        credit = re.compile(rf"\({one}\)|\b(?:{beside})\W+(?:\w['’])?{one}\b|^\W*{one}\W*$")
        if any(credit.search(line) for line in given):
            return name
    return None


def _signed(article: Article) -> Iterator[str]:
    """Where an article says whose words it holds: outlet, author, place and date of the dispatch, its last lines."""
    yield from (article.meta.outlet or "", article.meta.author or "")
    lines = [line for line in article.text.splitlines() if line.strip()]
    yield from (line for line in lines[-2:] if len(line) <= _CREDIT)
    if lines and (dateline := _DATELINE.match(lines[0])):
        yield dateline[0]
