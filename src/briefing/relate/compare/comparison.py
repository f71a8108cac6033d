"""Which articles are compared claim by claim: those that may tell of one event, and not of two stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from briefing.relate.compare.overlap import Index
from briefing.relate.compare.statements import statements
from briefing.relate.compare.weights import scales
from briefing.relate.events.neighbours import neighbours
from briefing.relate.events.stories import Near, apart, stories
from briefing.relate.slots.slots import Slots, order


class Couple(Struct, frozen=True, eq=False):
    """Two articles whose claims are compared, the earlier one first."""

    one: Index
    other: Index
    near: int
    """How many articles are near them: of both numbers the smaller."""
    alike: float
    """How likely the two tell of one event."""

    @property
    def articles(self) -> frozenset[str]:
        """The ids of both."""
        return frozenset({self.one.article, self.other.article})


class Comparison(Struct, frozen=True, eq=False):
    """The articles that are compared, in order of publication, and the stories that they tell."""

    couples: tuple[Couple, ...]
    stories: tuple[tuple[str, ...], ...]


def comparison(claims: Iterable[Slots], same: Mapping[str, str]) -> Comparison:
    """The articles worth comparing; not two of one wire (`same`): they bear nothing out."""
    articles: dict[str, list[Slots]] = {}
    for slots in sorted(claims, key=order):
        articles.setdefault(slots.article.id, []).append(slots)
    near = neighbours(articles, scales().event.of)
    told = stories(near | {copy: {} for copy in same if copy not in near}, same)
    indexes = {ident: Index(found) for ident, found in statements(articles, near).items()}
    return Comparison(tuple(_couples(indexes, near, apart(near, told), same)), told)


def _couples(indexes: Mapping[str, Index], near: Near, told: Near, same: Mapping[str, str]) -> Iterator[Couple]:
    """Those of `told`, what is left of `near` within stories."""
    place = {ident: number for number, ident in enumerate(indexes)}
    for ident, index in indexes.items():
        for other in sorted(told[ident], key=place.__getitem__):
            if place[ident] < place[other] and same.get(ident, ident) != same.get(other, other):
                fewest = min(len(near[ident]), len(near[other]))
                yield Couple(index, indexes[other], fewest, near[ident][other])
