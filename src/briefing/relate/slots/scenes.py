"""Where claims are set: a sentence that names no place tells of the one that its paragraph named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing.model.annotation import EntityType
from briefing.model.claim import Claim

_BETWEEN = "\n\n"

Places = frozenset[str]


def scenes(text: str, claims: Sequence[Claim]) -> list[Places]:
    """The places of each claim of an article, in the order of its text; none where its paragraph names none."""
    found: list[Places] = []
    for _, paragraph in groupby(claims, key=lambda claim: text.count(_BETWEEN, 0, claim.evidence.start)):
        found += _filled([places_of(claim) for claim in paragraph])
    return found


def places_of(claim: Claim) -> Places:
    """The places that a claim names, its source included."""
    return frozenset(m.entity for m in claim.entities if m.entity and m.type is EntityType.PLACE)


def _filled(named: Sequence[Places]) -> list[Places]:
    """Of each the places that were named last before, or else next behind."""
    return [
        own or next((places for places in (*reversed(named[:number]), *named[number:]) if places), own)
        for number, own in enumerate(named)
    ]
