"""Pairs that share an act, but not what they say of it: other numbers, yes and no; and those that were set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.relation import DifferenceKind, Field, SetAside
from briefing.relate.differ.apart import Apart, numbers_apart
from briefing.relate.differ.denials import is_held, who
from briefing.relate.pairs import Pair
from briefing.relate.subject.counts import Count
from briefing.relate.timeline import days_between
from briefing.relate.weigh import Against

_SHOWN = 50
"""How many pairs the method page shows."""
_SAME_TIME = 1
"""Days between two articles that speak of one moment; later numbers rather update earlier ones."""


def clashes(pairs: Iterable[Pair]) -> Iterator[Apart]:
    """The differences among pairs that were not joined."""
    for pair in pairs:
        if pair.weighed.against is Against.NUMBERS:
            yield from _numbers(pair)
        elif pair.weighed.against is Against.POLARITY and is_held(pair.one) and is_held(pair.other):
            yield _polarity(pair)


def set_aside(
    pairs: Iterable[Pair], shown: frozenset[frozenset[str]], reasons: Mapping[str, str]
) -> Iterator[SetAside]:
    """The pairs that share much and were not joined, but those shown as differences, the likeliest first."""
    left = [p for p in pairs if p.weighed.against and frozenset({p.one.claim.id, p.other.claim.id}) not in shown]
    for pair in left[:_SHOWN]:
        why = reasons.get(f"aside.{pair.weighed.against}", "")
        yield SetAside(kind="corroboration", claims=(pair.one.claim.id, pair.other.claim.id), why=why)


def _numbers(pair: Pair) -> Iterator[Apart]:
    """Numbers of what both claims are about that cannot both be true."""
    acts = pair.weighed.acts
    if not (pair.weighed.worded or (acts and acts[0].action.name == acts[1].action.name)) or not _same_scene(pair):
        return
    for mine, theirs in _clashing(pair):
        apart = days_between(*(s.article.meta.published or "" for s in (pair.one, pair.other)))
        kind = DifferenceKind.CONTRADICTION if apart <= _SAME_TIME else DifferenceKind.UPDATE
        yield numbers_apart(pair.one, pair.other, kind, mine, theirs)
        return


def _clashing(pair: Pair) -> Iterator[tuple[Count, Count]]:
    for mine in pair.one.counts:
        for theirs in pair.other.counts:
            clash = mine.of == theirs.of and not (mine.is_vague or theirs.is_vague or mine.allows(theirs))
            if clash and (pair.weighed.worded or (pair.one.act_of(mine) and pair.other.act_of(theirs))):
                yield mine, theirs


def _same_scene(pair: Pair) -> bool:
    """Not in two places."""
    return not (pair.one.grounds and pair.other.grounds) or bool(pair.one.grounds & pair.other.grounds)


def _polarity(pair: Pair) -> Apart:
    """One says yes, the other no; the one that says yes stands first."""
    negated = pair.weighed.acts and pair.weighed.acts[0].action.negated
    yes, no = (pair.other, pair.one) if negated else (pair.one, pair.other)
    return Apart(yes, no, DifferenceKind.CONTRADICTION, Field.POLARITY, (who(yes), who(no)))
