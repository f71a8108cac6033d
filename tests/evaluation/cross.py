"""Pairs of claims of different articles that the dossier joins, against the annotated pairs.

A corroboration joins claims that say the same thing; a difference joins two claims about the same thing that
contradict, differ, or that time explains. A corroboration may also be an annotated difference, and is right then:
both are about the same thing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from briefing.model.dossier import Dossier

from .annotated import Group, Links, Member
from .folding import same_evidence
from .matching import Score

_Pair = tuple[Member, Member]


def link_scores(links: Links, dossier: Dossier) -> dict[str, Score]:
    """The scores of the layers `corroborations` and `differences`."""
    same, differing = _wanted(links.corroboration), _wanted(links.differences)
    joined = _found(dossier, (group.claims for group in dossier.corroborations))
    opposed = _found(dossier, (difference.claims for difference in dossier.differences))
    return {
        "corroborations": _score(same, joined, [*same, *differing]),
        "differences": _score(differing, opposed, differing),
    }


def _score(wanted: Sequence[_Pair], found: Sequence[_Pair], right: Sequence[_Pair]) -> Score:
    """Recall over `wanted`; precision counts the found pairs that are among `right`."""
    missed = [pair for pair in wanted if not any(_is_pair(pair, other) for other in found)]
    invented = [pair for pair in found if not any(_is_pair(other, pair) for other in right)]
    return Score(
        len(wanted),
        len(found),
        len(wanted) - len(missed),
        len(found) - len(invented),
        tuple(_shown(pair) for pair in missed),
        tuple(_shown(pair) for pair in invented),
    )


def _wanted(groups: Iterable[Group]) -> list[_Pair]:
    pairs = (pair for group in groups for pair in itertools.combinations(group.members, 2))
    return [(a, b) for a, b in pairs if a.article != b.article]


def _found(dossier: Dossier, groups: Iterable[tuple[str, ...]]) -> list[_Pair]:
    """Each joined pair of claims once, however many groups join it."""
    members = {i: Member(dossier.article_of(c).id, c.evidence.exact) for i, c in dossier.claims.items()}
    joined = {(min(pair), max(pair)) for group in groups for pair in itertools.combinations(group, 2)}
    pairs = ((members[a], members[b]) for a, b in sorted(joined) if a in members and b in members)
    return [(a, b) for a, b in pairs if a.article != b.article]


def _is_pair(wanted: _Pair, found: _Pair) -> bool:
    return any(all(map(_is_member, pair, found)) for pair in (wanted, wanted[::-1]))


def _is_member(wanted: Member, found: Member) -> bool:
    return wanted.article == found.article and same_evidence(wanted.evidence, found.evidence)


def _shown(pair: _Pair) -> str:
    return " ~ ".join(f"{member.article} « {member.evidence} »" for member in pair)
