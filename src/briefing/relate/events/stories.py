"""Stories: the articles of a dossier by the event that they tell.

Articles are joined while the two groups that are most alike are alike enough (average linkage). Of the 26 labelled
dossiers put together more than 90 of a hundred pairs are in a story, and none of two events.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush, nlargest
from itertools import count
from types import MappingProxyType

_ALIKE = 0.34
"""At less, twins (tests/relating) are told as one event here and there; at more, articles of one event fall apart."""
_CLOSEST = 3
"""By how many of a group an article is judged: of a large one it is compared with a few."""

Near = Mapping[str, Mapping[str, float]]
"""For each article others that may tell of its event, with how alike they are; the same both ways."""


def apart(near: Near, told: Iterable[Iterable[str]]) -> Near:
    """What is left of it without pairs of two stories: who is in none may be compared with anybody near."""
    story = {article: number for number, articles in enumerate(told) for article in articles}
    return {
        one: {other: alike for other, alike in others.items() if not _are_two(story.get(one), story.get(other))}
        for one, others in near.items()
    }


def _are_two(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one != other


def stories(near: Near, copies: Mapping[str, str] = MappingProxyType({})) -> tuple[tuple[str, ...], ...]:
    """Groups of at least two articles, by id, each in the order of `near`; the largest first, then in that order.

    `copies` stand where their originals do, and make nothing more alike.
    """
    order = {article: place for place, article in enumerate(near)}
    groups = [
        sorted(group | {copy for copy, original in copies.items() if original in group}, key=order.__getitem__)
        for group in _joined({article: others for article, others in near.items() if article not in copies})
    ]
    several = (tuple(group) for group in groups if len(group) > 1)
    return tuple(sorted(several, key=lambda group: (-len(group), order[group[0]])))


def _joined(near: Near) -> list[frozenset[str]]:
    """Every article in one group; of pairs of groups that are equally alike the one that began earlier goes first."""
    groups = {number: frozenset({article}) for number, article in enumerate(near)}
    group_of = {article: number for number, article in enumerate(near)}
    numbers = count(len(groups))
    waiting = [edge for number in groups for edge in _edges(number, groups, group_of, near)]
    heapify(waiting)
    while waiting:
        _, one, other = heappop(waiting)
        if one not in groups or other not in groups:  # joined with another meanwhile
            continue
        made = next(numbers)
        groups[made] = groups.pop(one) | groups.pop(other)
        group_of |= dict.fromkeys(groups[made], made)
        for edge in _edges(made, groups, group_of, near):
            heappush(waiting, edge)
    return list(groups.values())


def _edges(
    number: int, groups: Mapping[int, Collection[str]], group_of: Mapping[str, int], near: Near
) -> Iterator[tuple[float, int, int]]:
    """A group with each other that is alike enough, the most alike sorting first."""
    others = {group_of[o] for article in groups[number] for o in near[article] if o in group_of} - {number}
    for other in sorted(others):
        alike = min(_alike(groups[number], groups[other], near), _alike(groups[other], groups[number], near))
        if alike >= _ALIKE:
            yield -alike, min(number, other), max(number, other)


def _alike(group: Collection[str], others: Collection[str], near: Near) -> float:
    """How alike the articles of a group are to those of another that are closest to them; what is unknown is not."""
    closest = [nlargest(_CLOSEST, (near[article].get(other, 0.0) for other in others)) for article in group]
    return sum(sum(values) / len(values) for values in closest) / len(group)
