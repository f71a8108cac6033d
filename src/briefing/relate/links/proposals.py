"""What a person should look at: pairs that may say the same or part, ranked; no reader's page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from briefing.model.link import LinkKind
from briefing.model.relation import Proposal
from briefing.relate.compare.features import FEATURES
from briefing.relate.compare.judgement import Judgement
from briefing.relate.links.differences import number_kind

_DIGITS = 3
_MOST = 8
"""Proposals of a claim before it only stands in those of others: nobody reads the twentieth."""


def proposals(judgements: Iterable[Judgement], settled: Collection[frozenset[str]]) -> tuple[Proposal, ...]:
    """The pairs that are neither shown nor decided (`settled`), the likeliest first; of those of one claim the best."""
    left = [j for j in judgements if j.is_proposed and frozenset(j.pair.ids) not in settled]
    taken: Counter[str] = Counter()
    found = []
    for judgement in sorted(left, key=lambda j: (-j.related, j.pair.ids)):
        if any(taken[claim] < _MOST for claim in judgement.pair.ids):
            taken.update(judgement.pair.ids)
            found.append(_proposal(judgement))
    return tuple(sorted(found, key=lambda proposal: (-proposal.score, proposal.claims)))


def _proposal(judgement: Judgement) -> Proposal:
    values = zip(FEATURES, judgement.pair.features, strict=True)
    return Proposal(
        kind=_kind(judgement),
        claims=judgement.pair.ids,
        score=round(judgement.related, _DIGITS),
        features={name: round(value, _DIGITS) for name, value in values if value},
    )


def _kind(judgement: Judgement) -> str:
    """What the pair would be: the same where the scale of sameness makes up half of its score."""
    if judgement.against is None and judgement.same * 2 >= judgement.related:
        return LinkKind.CORROBORATION.value
    if judgement.apart is None:
        return LinkKind.CONTRADICTION.value
    clash = judgement.apart[0]
    one, other = judgement.pair.one.slots, judgement.pair.other.slots
    return number_kind(one, other, clash.one.number.value, clash.other.number.value).value
