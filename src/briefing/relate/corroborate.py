"""Claims of different articles that say the same thing: they share a measure, or a date and those whom it concerns.

Precision comes first: two claims are joined only where what they share can hardly be said of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from briefing.model.annotation import EntityType, Quantity
from briefing.model.claim import Modality
from briefing.model.entity import Entity
from briefing.model.relation import Corroboration, relation_id
from briefing.relate.origins import named_origins
from briefing.relate.subject import Subject
from briefing.relate.timeline import compatible

_COUNTLESS = 10
"""A smaller number says too little to join two claims: « deux pays »."""
_COMMON = 50
"""A key that more claims share says nothing; leaving it out keeps the work linear."""
_TELLING = frozenset({EntityType.EVENT, EntityType.OTHER})
"""One shared event or treaty is enough; of people it takes two."""

Entities = Mapping[str, Entity]
Found = tuple[Sequence[Subject], list[str]]


def corroborations(subjects: Iterable[Subject], entities: Entities) -> tuple[Corroboration, ...]:
    """Groups of claims from at least two articles, in order of their ids. A denial corroborates nothing."""
    held = [subject for subject in subjects if subject.claim.modality is not Modality.DENIED]
    found: dict[str, Corroboration] = {}
    for members, shared in (*_by_measure(held, entities), *_by_date(held, entities)):
        if len({member.article.id for member in members}) > 1:
            group = _group(members, shared, entities)
            found.setdefault(group.id, group)
    return tuple(_widest(found.values()))


def _by_measure(subjects: Iterable[Subject], entities: Entities) -> Iterator[Found]:
    """Claims that give the same number of the same thing, and have an actor in common."""
    groups: dict[tuple[float, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        for quantity in subject.claim.quantities:
            if quantity.unit and quantity.value >= _COUNTLESS:
                groups[quantity.value, quantity.unit].append(subject)
    for members in groups.values():
        if 1 < len(members) <= _COMMON:
            actors = frozenset.intersection(*(member.actors for member in members))
            if actors:
                yield members, [_shared(members).exact, *_names(actors, entities)]


def _by_date(subjects: Iterable[Subject], entities: Entities) -> Iterator[Found]:
    """Claims that date the same event: the same treaty, or the same two people, at a compatible date."""
    groups: dict[frozenset[str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.dates:
            for key in _keys(subject, entities):
                groups[key].append(subject)
    for key, members in groups.items():
        if 1 < len(members) <= _COMMON:
            together = _at_one_time(members)
            date = min((d for member in together for d in member.dates), key=lambda d: (-len(d), d))
            yield together, [date, *_names(key, entities)]


def _keys(subject: Subject, entities: Entities) -> set[frozenset[str]]:
    known = [entities[actor] for actor in sorted(subject.actors) if actor in entities]
    people = [entity.id for entity in known if entity.type is EntityType.PERSON]
    telling = {frozenset({entity.id}) for entity in known if entity.type in _TELLING}
    return telling | {frozenset(pair) for pair in combinations(people, 2)}


def _at_one_time(members: Sequence[Subject]) -> list[Subject]:
    """The members whose date fits that of the first one."""
    first = members[0].dates
    return [m for m in members if any(compatible(one, other) for one in first for other in m.dates)]


def _names(ids: Iterable[str], entities: Entities) -> list[str]:
    return sorted(entities[ident].name if ident in entities else ident for ident in ids)


def _shared(members: Sequence[Subject]) -> Quantity:
    """The quantity that the members share, as the first one writes it."""
    rest = [{(q.value, q.unit) for q in member.claim.quantities} for member in members[1:]]
    return next(q for q in members[0].claim.quantities if all((q.value, q.unit) in other for other in rest))


def _group(members: Sequence[Subject], shared: list[str], entities: Entities) -> Corroboration:
    claims = {member.claim.id: member.claim for member in members}
    return Corroboration(
        id=relation_id("k", claims),
        claims=tuple(claims),
        origins=named_origins(claims.values(), entities),
        shared=tuple(shared),
    )


def _widest(groups: Iterable[Corroboration]) -> list[Corroboration]:
    """The groups without those that stand wholly in another one."""
    kept: list[Corroboration] = []
    holders: dict[str, list[set[str]]] = defaultdict(list)
    for group in sorted(groups, key=lambda g: (-len(g.claims), g.id)):
        mine = set(group.claims)
        if any(mine <= other for other in holders[group.claims[0]]):
            continue
        kept.append(group)
        for claim in mine:
            holders[claim].append(mine)
    return sorted(kept, key=lambda g: g.id)
