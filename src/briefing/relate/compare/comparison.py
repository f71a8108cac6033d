"""Which articles are compared claim by claim: those that may tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from briefing.relate.compare.events import neighbours
from briefing.relate.compare.overlap import Index
from briefing.relate.compare.statements import statements
from briefing.relate.slots.slots import Slots, order


class Couple(Struct, frozen=True, eq=False):
    """Two articles whose claims are compared, the earlier one first."""

    one: Index
    other: Index
    near: int
    """How many articles are compared with them: of both numbers the smaller."""
    alike: float
    """How alike the two are."""

    @property
    def articles(self) -> frozenset[str]:
        """The ids of both."""
        return frozenset({self.one.article, self.other.article})


def couples(claims: Iterable[Slots], same: Mapping[str, str]) -> Iterator[Couple]:
    """The articles worth comparing, in order of publication; not two of one wire (`same`): they bear nothing out."""
    articles: dict[str, list[Slots]] = {}
    for slots in sorted(claims, key=order):
        articles.setdefault(slots.article.id, []).append(slots)
    near = neighbours(articles)
    place = {ident: number for number, ident in enumerate(articles)}
    indexes = {ident: Index(found) for ident, found in statements(articles, near).items()}
    for ident, index in indexes.items():
        for other in sorted(near[ident], key=place.__getitem__):
            if place[ident] < place[other] and same.get(ident, ident) != same.get(other, other):
                fewest = min(len(near[ident]), len(near[other]))
                yield Couple(index, indexes[other], fewest, near[ident][other])
