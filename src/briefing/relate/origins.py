"""Where a claim ultimately comes from: its root speaker or document, followed through the attribution chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.relate.voice import voices


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A root speaker. One that nobody names (« des experts ») stands for itself in its article and is never counted."""

    name: str
    entity: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is known who this is, so that two claims can be seen to come from two."""
        return self.entity is not None


def origin_of(claim: Claim, entities: Mapping[str, Entity]) -> Origin | None:
    """The innermost speaker of a claim, a place resolved to what it stands for; None when the article speaks itself."""
    chain = voices(claim)
    if not chain:
        return None
    root = chain[-1]
    entity = entities.get(root.entity or "")
    if entity is None:
        return Origin(root.name, root.entity)
    acting = entities.get(entity.stands_for or "", entity)
    return Origin(acting.name, acting.id)


def named_origins(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The names of the independent origins of some claims, sorted; unnamed speakers add none."""
    found = (origin_of(claim, entities) for claim in claims)
    return tuple(sorted({origin.name for origin in found if origin and origin.is_named}))


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
