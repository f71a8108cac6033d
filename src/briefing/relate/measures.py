"""Numbers that may be compared: of the same thing, of the same owner, in acts that are akin."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.model.measure import Measure, Measured
from briefing.relate.corroborate import Group
from briefing.relate.subject.acts import Act
from briefing.relate.subject.counts import Count
from briefing.relate.subject.subject import Subject, order

Key = tuple[str, tuple[str, ...], str]
"""What is counted, whose it is, and what is done."""


def measures(subjects: Iterable[Subject], groups: Iterable[Group]) -> tuple[Measure, ...]:
    """Every measure for which two articles or more give a number, in order of their ids.

    A number that nobody owns and to which nothing is done belongs to no measure: « trois personnes ». Measures of which
    the same number is given by claims that corroborate each other are one: « envoyés », « engagés ».
    """
    found: dict[Key, list[tuple[Subject, Count]]] = defaultdict(list)
    for subject in subjects:
        if subject.is_affirmed:
            for count in subject.counts:
                key = _key(subject, count)
                if any(key[1:]):
                    found[key].append((subject, count))
    for group in groups:
        if group.by_number:
            _merge(found, group)
    told = (_measure(key, rows) for key, rows in found.items() if len({s.article.id for s, _ in rows}) > 1)
    return tuple(sorted(told, key=lambda measure: measure.id))


def _key(subject: Subject, count: Count) -> Key:
    """What is counted; whose it is, who does it or whom alone the claim names; and in what kind of act."""
    act = _act(subject, count)
    alone = subject.parties if len(subject.parties) == 1 else frozenset()
    owner = count.owner or (act.agent if act else frozenset()) or alone
    return count.of, tuple(sorted(owner)), (act.action.broader or act.action.name) if act else ""


def _act(subject: Subject, count: Count) -> Act | None:
    """The act whose thing is counted."""
    return next((act for act in subject.acts if count.of in act.named and not act.action.aside), None)


def _merge(found: dict[Key, list[tuple[Subject, Count]]], group: Group) -> None:
    """Put the rows of the group's measures under the one with most rows."""
    keys = {_key(member, count) for member in group.members for count in member.counts} & found.keys()
    for of, owner in {key[:2] for key in keys}:
        alike = sorted((key for key in keys if key[:2] == (of, owner)), key=lambda key: (-len(found[key]), key))
        for other in alike[1:]:
            found[alike[0]] += found.pop(other)


def _said(rows: list[tuple[Subject, Count]]) -> Iterator[str]:
    for subject, count in sorted(rows, key=lambda row: order(row[0])):
        act = _act(subject, count)
        if act:
            yield subject.claim.evidence.exact[act.action.start : act.action.end]


def _measure(key: Key, rows: list[tuple[Subject, Count]]) -> Measure:
    of, owner, done = key
    units = [count.quantity.unit for _, count in rows if count.quantity.unit]
    return Measure(
        id="m-" + hashlib.sha256("\0".join((of, *owner, done)).encode()).hexdigest()[:8],
        unit=max(units, key=lambda unit: (units.count(unit), unit), default=of.rpartition("/")[2]),
        actors=owner,
        actions=tuple(dict.fromkeys(_said(rows))),
        values=tuple(
            Measured(subject.claim.id, count.quantity) for subject, count in sorted(rows, key=lambda row: order(row[0]))
        ),
    )
