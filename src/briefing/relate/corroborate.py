"""Claims of different articles that say the same thing: they give the same number, or state the same act.

Precision comes first. A group holds one claim of each article: the one that says it best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, product

from briefing.model.entity import Entity
from briefing.model.relation import Corroboration, relation_id
from briefing.relate.origins import named_origins
from briefing.relate.pairs import Pair
from briefing.relate.subject.subject import Subject, order
from briefing.relate.weigh import weigh

_COUNTLESS = 10
"""A smaller number says too little to join two claims: « deux pays »."""
_ENDS = 4
"""How many claims of a large group another one is compared with; it keeps the work linear."""
_ON_AVERAGE = 2.5
"""What the claims of two groups must share on average for the groups to be one."""

Entities = Mapping[str, Entity]
Parted = frozenset[frozenset[str]]
"""Pairs of claim ids that must not be joined."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that say the same, one of each article; `words` are what the first two share, as the first writes it."""

    members: tuple[Subject, ...]
    words: tuple[str, ...] = ()
    by_number: bool = False
    articles: frozenset[str] = field(init=False)
    """Ids of the articles."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "articles", frozenset(member.article.id for member in self.members))

    @property
    def ends(self) -> tuple[Subject, ...]:
        """The earliest and the latest members: enough to judge a large group by."""
        return (
            self.members if len(self.members) <= _ENDS else (*self.members[: _ENDS // 2], *self.members[-_ENDS // 2 :])
        )


def groups(subjects: Sequence[Subject], pairs: Iterable[Pair], parted: Parted = frozenset()) -> tuple[Group, ...]:
    """All groups of two articles and more: those that share a number, then those that share an act.

    Two claims of a pair in `parted` never stand in one group: a person said so.
    """
    found = (*_by_number(subjects, parted), *_by_act(subjects, pairs, parted))
    return tuple(_widest([group for group in found if len(group.articles) > 1]))


def corroborations(found: Iterable[Group], entities: Entities) -> tuple[Corroboration, ...]:
    """The groups as links, in order of their ids."""
    links = (_corroboration(group, entities) for group in found)
    return tuple(sorted(links, key=lambda link: link.id))


def _corroboration(group: Group, entities: Entities) -> Corroboration:
    claims = [member.claim for member in group.members]
    parties = frozenset.intersection(*(member.concerned for member in group.members))
    names = sorted(entities[party].name for party in parties if party in entities)
    ids = tuple(claim.id for claim in claims)
    return Corroboration(
        id=relation_id("k", ids),
        claims=ids,
        origins=named_origins(claims, entities),
        shared=tuple(dict.fromkeys((*group.words, *names))),
    )


def _by_number(subjects: Sequence[Subject], parted: Parted) -> Iterator[Group]:
    """Claims that give the same number of the same thing, and have a party in common."""
    blocks: dict[tuple[Hashable, ...], list[tuple[Subject, str]]] = defaultdict(list)
    for subject in (s for s in subjects if s.is_affirmed):
        for count in subject.counts:
            if count.quantity.value >= _COUNTLESS and not count.is_vague:
                act = subject.act_of(count)
                if act is None:
                    continue  # said on the way: « le site, qui compte 230 salariés »
                done = "" if "/" in count.of else act.action.broader or act.action.name
                number = (count.of, count.quantity.value, count.quantity.value_max, done)
                for party in sorted(subject.concerned | {subject.story}):
                    blocks[*number, party].append((subject, count.quantity.exact))
    for rows in blocks.values():
        first = {subject.article.id: (subject, words) for subject, words in reversed(rows)}
        chosen = sorted(first.values(), key=lambda row: order(row[0]))
        chosen = [row for n, row in enumerate(chosen) if not _is_parted([row[0]], [r[0] for r in chosen[:n]], parted)]
        yield Group(tuple(subject for subject, _ in chosen), (chosen[0][1],), by_number=True)


def _by_act(subjects: Sequence[Subject], pairs: Iterable[Pair], parted: Parted) -> Iterator[Group]:
    """Claims joined pair by pair, the surest first, as long as the groups agree on the whole.

    Of pairs that are equally sure, those that widen a group come first; and two articles that agree on an act already
    are not said to agree on it twice.
    """
    group_of = {id(subject): Group((subject,)) for subject in subjects}
    agreed: set[tuple[str, str, str]] = set()
    for _, level in groupby(pairs, key=lambda pair: pair.weighed.points):
        alike = [pair for pair in level if pair.weighed.joins]
        for pair in sorted(
            alike, key=lambda p: len(group_of[id(p.one)].members) + len(group_of[id(p.other)].members) < 3
        ):
            mine, theirs = group_of[id(pair.one)], group_of[id(pair.other)]
            if not mine.articles.isdisjoint(theirs.articles) or _said(pair) in agreed:
                continue
            if _is_parted(mine.members, theirs.members, parted) or not _agree(mine, theirs):
                continue
            members = tuple(sorted((*mine.members, *theirs.members), key=order))
            joined = Group(members, mine.words or theirs.words or _words(pair))
            group_of.update((id(member), joined) for member in members)
            agreed.update(_said(pair, one, other) for one, other in product(mine.ends, theirs.ends))
    yield from {id(group): group for group in group_of.values()}.values()


def _said(pair: Pair, one: Subject | None = None, other: Subject | None = None) -> tuple[str, str, str]:
    """Two articles, and the kind of act on which the claims of the pair agree."""
    first, second = sorted(((one or pair.one).article.id, (other or pair.other).article.id))
    act = pair.weighed.acts[0].action if pair.weighed.acts else None
    return first, second, (act.broader or act.name) if act else ""


def _is_parted(mine: Iterable[Subject], theirs: Sequence[Subject], parted: Parted) -> bool:
    return bool(parted) and any(frozenset({m.claim.id, t.claim.id}) in parted for m, t in product(mine, theirs))


def _agree(mine: Group, theirs: Group) -> bool:
    weights = [weigh(one, other) for one, other in product(mine.ends, theirs.ends)]
    return not any(w.against for w in weights) and sum(w.points for w in weights) >= _ON_AVERAGE * len(weights)


def _words(pair: Pair) -> tuple[str, ...]:
    """The words of the shared act, as the earlier claim writes them; of a date, as it is resolved."""
    if pair.weighed.acts is None:
        return pair.one.dates[:1]
    act = pair.weighed.acts[0]
    parts = sorted((act.action, *act.things), key=lambda part: part.start)
    return tuple(pair.one.claim.evidence.exact[part.start : part.end] for part in parts)


def _widest(found: Sequence[Group]) -> Iterator[Group]:
    """The groups without those that stand wholly in another one."""
    holders: dict[str, list[set[str]]] = defaultdict(list)
    for group in sorted(found, key=lambda g: (-len(g.members), *(order(m) for m in g.members))):
        mine = {member.claim.id for member in group.members}
        if not any(mine <= other for other in holders[group.members[0].claim.id]):
            yield group
        for claim in mine:
            holders[claim].append(mine)
