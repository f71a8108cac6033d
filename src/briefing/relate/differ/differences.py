"""All differences of a dossier, in order of their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing.model.relation import Difference, Field
from briefing.relate.corroborate import Group
from briefing.relate.differ.apart import Apart
from briefing.relate.differ.clashes import clashes
from briefing.relate.differ.denials import denials
from briefing.relate.differ.fields import fields
from briefing.relate.pairs import Pair
from briefing.relate.subject.subject import Order, Subject, order
from briefing.relate.timeline import days_between

_MOST = 3


def differences(
    subjects: Sequence[Subject],
    groups: Iterable[Group],
    pairs: Sequence[Pair],
    nations: frozenset[str],
    reasons: Mapping[str, str],
) -> tuple[Difference, ...]:
    """Where claims about the same thing part; each pair once in each field.

    A claim stands in three differences of a field at most, with those published closest to it: readers of a large
    dossier learn nothing from the twentieth article that a denial contradicts.
    """
    inside = (apart for group in groups for apart in fields(group, nations))
    found: dict[str, Difference] = {}
    taken: Counter[tuple[str, Field]] = Counter()
    for apart in sorted((*inside, *denials(subjects), *clashes(pairs)), key=_closeness):
        told = apart.told(reasons)
        places = [(claim, told.field) for claim in told.claims]
        if told.id not in found and all(taken[place] < _MOST for place in places):
            found[told.id] = told
            taken.update(places)
    return tuple(found[ident] for ident in sorted(found))


def _closeness(apart: Apart) -> tuple[int, Order, Order]:
    """Days between the two articles; then in order of publication and text."""
    days = days_between(*(side.article.meta.published or "" for side in (apart.one, apart.other)))
    return days, order(apart.one), order(apart.other)
