"""All comparisons of a dossier: its claims pair by pair, where two articles may tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from briefing.relate.compare.events import neighbours
from briefing.relate.compare.overlap import Index
from briefing.relate.compare.pairs import Pair, pairs
from briefing.relate.compare.statements import Statement, statements
from briefing.relate.slots.slots import Slots, order


def compared(claims: Iterable[Slots]) -> tuple[Pair, ...]:
    """Every pair worth comparing, the earlier claim first, in order of publication and text."""
    articles: dict[str, list[Slots]] = {}
    for slots in sorted(claims, key=order):
        articles.setdefault(slots.article.id, []).append(slots)
    near = neighbours(articles)
    return tuple(chain.from_iterable(_pairs(near, statements(articles, near))))


def _pairs(
    near: Mapping[str, Mapping[str, float]], found: Mapping[str, tuple[Statement, ...]]
) -> Iterator[Iterator[Pair]]:
    place = {ident: number for number, ident in enumerate(found)}
    indexes = {ident: Index(claims) for ident, claims in found.items()}
    for ident in found:
        for other in sorted(near[ident], key=place.__getitem__):
            if place[ident] < place[other]:
                fewest = min(len(near[ident]), len(near[other]))
                yield pairs(indexes[ident], indexes[other], fewest, near[ident][other])
