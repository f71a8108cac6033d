"""What a person should look at: pairs that may say the same or part, ranked; no reader's page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from briefing.model.link import LinkKind
from briefing.model.relation import Proposal
from briefing.relate.links.differences import number_kind
from briefing.relate.verdicts import JudgedPair, features_of

_DIGITS = 3
_MOST = 6
"""Proposals of a claim before it only stands in those of others: nobody reads the twentieth."""


def proposals(pairs: Iterable[JudgedPair], settled: Collection[frozenset[str]]) -> tuple[Proposal, ...]:
    """The pairs that are neither shown nor decided (`settled`), the likeliest first; of those of one claim the best."""
    left = [pair for pair in pairs if pair.verdict.features and frozenset(pair.ids) not in settled]
    taken: Counter[str] = Counter()
    found = []
    for pair in sorted(left, key=lambda p: (-p.verdict.related, p.ids)):
        if any(taken[claim] < _MOST for claim in pair.ids):
            taken.update(pair.ids)
            found.append(_proposal(pair))
    return tuple(sorted(found, key=lambda proposal: (-proposal.score, proposal.claims)))


def _proposal(pair: JudgedPair) -> Proposal:
    return Proposal(
        kind=_kind(pair),
        claims=pair.ids,
        score=round(pair.verdict.related, _DIGITS),
        features=features_of(pair.verdict),
    )


def _kind(pair: JudgedPair) -> str:
    """What the pair would be: the same where the scale of sameness makes up half of its score."""
    found, one, other = pair.verdict, pair.one.slots, pair.other.slots
    if found.against is None and found.same * 2 >= found.related:
        return LinkKind.CORROBORATION.value
    if found.apart is None:
        return LinkKind.CONTRADICTION.value
    earlier, later = one.numbers[found.apart[0]], other.numbers[found.apart[1]]
    return number_kind(one, other, earlier, later).value
