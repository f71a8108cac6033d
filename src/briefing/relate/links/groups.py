"""Claims of different articles that say the same thing, joined pair by pair, the surest first.

A group holds one claim of each article. A claim may stand in two groups: a sentence may state two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from briefing.model.relation import Corroboration, relation_id
from briefing.relate.compare.statements import Statement
from briefing.relate.slots.slots import order
from briefing.relate.slots.words import written
from briefing.relate.verdicts import JudgedPair, Verdict

_ON_AVERAGE = 0.35
"""What the claims of a group must score with a further one on average."""
_ENDS = 4
"""How many claims of a large group a further one is compared with; it keeps the work linear."""
_SHOWN = 4
"""By how many words a group says why it was joined."""

Parted = frozenset[frozenset[str]]
"""Pairs of claim ids that must not be joined: a person said so."""
Scores = Mapping[frozenset[str], Verdict]


class Group(Struct, frozen=True, eq=False):
    """Claims that say the same, one of each article, in order of publication and text."""

    members: tuple[Statement, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the claims."""
        return tuple(member.slots.claim.id for member in self.members)

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles."""
        return frozenset(member.slots.article.id for member in self.members)

    @property
    def ends(self) -> tuple[Statement, ...]:
        """The earliest and the latest members: enough to judge a large group by."""
        half = _ENDS // 2
        return self.members if len(self.members) <= _ENDS else (*self.members[:half], *self.members[-half:])


def groups(pairs: Sequence[JudgedPair], parted: Parted = frozenset()) -> tuple[Group, ...]:
    """All groups of two claims and more."""
    joining = [pair for pair in pairs if pair.verdict.joins and frozenset(pair.ids) not in parted]
    joined = {claim for pair in joining for claim in pair.ids}
    scores = {frozenset(pair.ids): pair.verdict for pair in pairs if joined.issuperset(pair.ids)}
    held: dict[str, list[Group]] = defaultdict(list)
    for pair in sorted(joining, key=lambda p: (-p.verdict.same, order(p.one.slots), order(p.other.slots))):
        _join(pair, held, scores, parted)
    found = {id(group): group for own in held.values() for group in own}.values()
    return tuple(sorted(_widest(found), key=lambda group: [order(member.slots) for member in group.members]))


def _join(pair: JudgedPair, held: dict[str, list[Group]], scores: Scores, parted: Parted) -> None:
    """Put a pair into groups that become one, or into a group of its own."""
    mine, theirs = (held[side.slots.claim.id] or [Group((side,))] for side in (pair.one, pair.other))
    for left, right in product(mine, theirs):
        if left is right:
            return
        if _agree(left, right, scores, parted):
            _replace(held, (left, right), _group(*left.members, *right.members))
            return
    _replace(held, (), _group(pair.one, pair.other))


def _group(*members: Statement) -> Group:
    return Group(tuple(sorted(members, key=lambda member: order(member.slots))))


def _replace(held: dict[str, list[Group]], old: Iterable[Group], new: Group) -> None:
    gone = {id(group) for group in old}
    for claim in new.ids:
        held[claim] = [group for group in held[claim] if id(group) not in gone] + [new]


def _agree(mine: Group, theirs: Group, scores: Scores, parted: Parted) -> bool:
    """Whether nothing speaks against any two of them, and they score enough on the whole."""
    if not mine.articles.isdisjoint(theirs.articles):
        return False
    if parted and any(frozenset(pair) in parted for pair in product(mine.ids, theirs.ids)):
        return False
    pairs = [frozenset({a.slots.claim.id, b.slots.claim.id}) for a, b in product(mine.ends, theirs.ends)]
    known = [scores[pair] for pair in pairs if pair in scores]
    return not any(v.against for v in known) and sum(v.same for v in known) >= _ON_AVERAGE * len(pairs)


def _widest(found: Iterable[Group]) -> Iterator[Group]:
    """The groups without those that stand wholly in another one."""
    holders: dict[str, list[frozenset[str]]] = defaultdict(list)
    for group in sorted(found, key=lambda g: (-len(g.members), g.ids)):
        mine = frozenset(group.ids)
        if not any(mine <= other for other in holders[group.ids[0]]):
            yield group
            for claim in mine:
                holders[claim].append(mine)


def corroborations(found: Iterable[Group]) -> tuple[Corroboration, ...]:
    """The groups as links, in order of their ids; where their claims come from is another matter (`origins.py`)."""
    links = (Corroboration(id=relation_id("k", g.ids), claims=g.ids, shared=tuple(_shared(g))) for g in found)
    return tuple(sorted(links, key=lambda link: link.id))


def _shared(group: Group) -> list[str]:
    """The rarest words that all claims share, as the first one writes them; a number that all give."""
    first = group.members[0]
    stems = frozenset.intersection(*(member.slots.stems for member in group.members))
    rarest = sorted(stems, key=lambda stem: (-first.weights[stem], stem))[:_SHOWN]
    numbers = [
        n.quantity.exact
        for n in first.slots.numbers
        if all(any(n.equals(other) and n.fits(other) for other in m.slots.numbers) for m in group.members[1:])
    ]
    return numbers or written(first.slots.claim.evidence.exact, frozenset(rarest))
