"""The pairs of claims that are worth weighing: those that stand in one block, so that the work stays linear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.relate.subject.subject import Subject, order
from briefing.relate.weigh import ENOUGH, Weighed, weigh

_NEIGHBOURS = 12
"""With how many earlier claims of a block a claim is weighed."""
_TELLING = 4
"""How many of a claim's stems it is looked for by, within one story."""

Block = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different articles, the earlier one first, and what they weigh."""

    one: Subject
    other: Subject
    weighed: Weighed


def pairs(subjects: Sequence[Subject]) -> tuple[Pair, ...]:
    """All pairs that share enough, joined or not, those that share most first."""
    blocks: dict[Block, list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.is_stated:
            for key in _keys(subject):
                blocks[key].append(subject)
    found = dict.fromkeys(chain.from_iterable(map(_neighbours, blocks.values())))
    weighed = (Pair(one, other, weigh(one, other)) for one, other in found)
    enough = [pair for pair in weighed if pair.weighed.points >= ENOUGH]
    return tuple(sorted(enough, key=lambda p: (-p.weighed.points, order(p.one), order(p.other))))


def _neighbours(block: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    ordered = sorted(block, key=order)
    for number, later in enumerate(ordered):
        for earlier in ordered[max(0, number - _NEIGHBOURS) : number]:
            if earlier.article.id != later.article.id:
                yield earlier, later


def _keys(subject: Subject) -> set[Block]:
    """Where a claim is looked for: what is done to what, or by whom; and what is dated."""
    acted = {
        (act.action.broader or act.action.name, thing, party)
        for act in subject.acts
        if not act.action.aside
        for thing in (*act.named, None)
        for party in (*subject.concerned, subject.story)
    }
    dated = {(thing.name, date[:4]) for thing in subject.things for date in subject.dates}
    telling = sorted(subject.stems, key=lambda stem: (-len(stem), stem))[:_TELLING]
    return acted | dated | {(subject.story, stem) for stem in telling}
