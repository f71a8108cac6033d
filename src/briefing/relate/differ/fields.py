"""Claims of one group that part in a field: another number or bound, place, name, precision of date, or certainty.

Of the claims that hold the same two values, the two published closest to each other show the difference.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from briefing.model.annotation import EntityType
from briefing.model.claim import Modality
from briefing.model.relation import DifferenceKind, Field
from briefing.relate.corroborate import Group
from briefing.relate.differ.apart import Apart, numbers_apart
from briefing.relate.subject.subject import Subject
from briefing.relate.timeline import compatible, days_between

V = TypeVar("V", bound=Hashable)
_NAMED = frozenset({EntityType.EVENT, EntityType.WORK, EntityType.PRODUCT, EntityType.OTHER})
_NEIGHBOURS = 8
"""With how many later claims of its group a claim is compared; it keeps the work linear."""
_SHORT = 3
"""Letters of a word that says nothing in a name: « de »."""
_SURE, _SUPPOSED = frozenset({Modality.ASSERTED}), frozenset({Modality.POSSIBLE, Modality.PREDICTED})


@dataclass(frozen=True, slots=True)
class _Name:
    """A proper name: its telling words, the entity, and what kind of thing it names."""

    words: frozenset[str]
    entity: str = field(compare=False)
    kind: str = field(compare=False)


def fields(group: Group, nations: frozenset[str]) -> Iterator[Apart]:
    """The differences inside a group; `nations` are the places that can exclude each other."""
    yield from _numbers(group)
    yield from _places(group, nations)
    yield from _differing(group, _names, Field.NAME, _is_other_name)
    yield from _differing(group, _dates, Field.DATE, _is_less_precise)
    yield from _certainty(group)


def _pairs(group: Group) -> list[tuple[Subject, Subject]]:
    """The pairs of a group that stand near each other in time, those published closest first."""
    pairs = (
        (one, other)
        for number, one in enumerate(group.members)
        for other in group.members[number + 1 : number + 1 + _NEIGHBOURS]
    )
    return sorted(pairs, key=lambda pair: days_between(*(member.article.meta.published or "" for member in pair)))


def _differing(
    group: Group,
    values: Callable[[Subject], Sequence[tuple[V, str]]],
    part_in: Field,
    part: Callable[[V, V], bool],
) -> Iterator[Apart]:
    """One difference for each two values that part; a claim's values come with their words."""
    seen: set[frozenset[V]] = set()
    for one, other in _pairs(group):
        for mine in values(one):
            for theirs in values(other):
                both = frozenset({mine[0], theirs[0]})
                if len(both) == 2 and both not in seen and part(mine[0], theirs[0]):
                    seen.add(both)
                    yield Apart(one, other, DifferenceKind.DIFFERENCE, part_in, (mine[1], theirs[1]))


def _numbers(group: Group) -> Iterator[Apart]:
    """Numbers of the same thing, with the same owner, that are not the same or not bound alike."""
    seen: set[frozenset[Hashable]] = set()
    for one, other in _pairs(group):
        for mine in one.counts:
            for theirs in other.counts:
                values = frozenset({mine.value, theirs.value})
                comparable = mine.of == theirs.of and not (mine.is_vague or theirs.is_vague)
                if comparable and len(values) == 2 and values not in seen:
                    seen.add(values)
                    yield numbers_apart(one, other, DifferenceKind.DIFFERENCE, mine, theirs)


def _places(group: Group, nations: frozenset[str]) -> Iterator[Apart]:
    """Places that exclude each other: a nation here, another there, none shared."""
    seen: set[frozenset[frozenset[str]]] = set()
    kind = DifferenceKind.CONTRADICTION if group.by_number else DifferenceKind.DIFFERENCE
    for one, other in _pairs(group):
        mine, theirs = one.grounds & nations, other.grounds & nations
        both = frozenset({mine, theirs})
        if mine and theirs and not mine & theirs and both not in seen:
            seen.add(both)
            words = tuple(next(w for place, w in s.places if place in nations) for s in (one, other))
            yield Apart(one, other, kind, Field.PLACE, (words[0], words[1]))


def _names(subject: Subject) -> list[tuple[_Name, str]]:
    """The proper names of events, treaties and the like."""
    offset = subject.claim.evidence.start
    return [
        (_Name(_telling(m.exact), m.entity, thing.name), m.exact)
        for m in subject.claim.entities
        if m.type in _NAMED and m.entity
        for thing in subject.things
        if m.start - offset <= thing.start and thing.end <= m.end - offset
    ]


def _telling(name: str) -> frozenset[str]:
    """All words but the first, which says what kind of thing it is, and those that say nothing."""
    return frozenset(word for word in name.casefold().split()[1:] if len(word) > _SHORT)


def _is_other_name(mine: _Name, theirs: _Name) -> bool:
    """Names of one kind of thing with no telling word in common: « pacte de défense », « traité d'amitié »."""
    telling = bool(mine.words and theirs.words) and not mine.words & theirs.words
    return telling and mine.entity != theirs.entity and mine.kind == theirs.kind


def _dates(subject: Subject) -> list[tuple[str, str]]:
    return [(date.value, date.exact) for date in subject.claim.dates if date.value]


def _is_less_precise(mine: str, theirs: str) -> bool:
    """The same moment, told by the year here and by the month or the day there."""
    return (len(mine) > 4) != (len(theirs) > 4) and compatible(mine, theirs)


def _certainty(group: Group) -> Iterator[Apart]:
    """Asserted here, only supposed there; once in a group."""
    for one, other in _pairs(group):
        for mine, theirs in ((one, other), (other, one)):
            if mine.claim.modality in _SURE and theirs.claim.modality in _SUPPOSED:
                yield Apart(mine, theirs, DifferenceKind.DIFFERENCE, Field.CERTAINTY)
                return
