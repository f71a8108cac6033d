"""What rests on one origin, and what is reported without anybody being named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from msgspec import Struct

from briefing.model.claim import Modality
from briefing.pages.views.across.paging import chunks
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.groups import origins_named
from briefing.pages.views.shown import ClaimShown, Speaker

_REPORTED = frozenset({Modality.ALLEGED, Modality.DENIED})
_BARS = 15


class Told(Struct, frozen=True):
    """A source and claims that come from it."""

    speaker: Speaker
    claims: tuple[ClaimShown, ...]


class Weight(Struct, frozen=True):
    """How much a dossier has from one origin: of all its claims, those that no other origin supports; percentages."""

    speaker: Speaker
    total: int
    alone: int
    width: float
    held: float
    """How far the part reaches that another origin supports."""


class Listed(Struct, frozen=True, kw_only=True):
    """A page of the list: what stands on it, how many claims there are in all, and the chart of the first page."""

    told: tuple[Told, ...]
    total: int
    weights: tuple[Weight, ...] = ()


_Sourced = tuple[Speaker, ClaimShown]


def on_one_origin(catalogue: Catalogue) -> list[Listed]:
    """Claims with one named origin that no other one supports, by origin, the one with most first."""
    sourced = [(origins_named(catalogue, claim), claim) for claim in catalogue.claims.values()]
    alone = {claim.id for origins, claim in sourced if len(origins) == 1 and not _supported(claim)}
    each = [(origin, claim) for origins, claim in sourced for origin in origins]
    found, weights = [(origin, claim) for origin, claim in each if claim.id in alone], _weights(each, alone)
    return [
        Listed(told=page, total=len(found), weights=() if number else weights)
        for number, page in enumerate(_pages(found))
    ]


def without_source(catalogue: Catalogue) -> list[Listed]:
    """What articles report, or put in the conditional, without naming who says it; « des experts » is no name."""
    reported = (c for c in catalogue.checkable if c.modality in _REPORTED and not any(who.named for who in c.speakers))
    found = [claim for claim in reported if not origins_named(catalogue, claim)]  # « Berne et Rome » are names
    return [Listed(told=page, total=len(found)) for page in _pages([(c.speaker, c) for c in found])]


def _supported(claim: ClaimShown) -> bool:
    """Whether another origin says the same; what only goes the same way bears nothing out."""
    return any(len(group.origins) > 1 for group in claim.groups if not group.akin)


def _pages(sourced: Iterable[_Sourced]) -> list[tuple[Told, ...]]:
    """The claims of each page by source; those who say most first, one that nobody cites last."""
    told = _told(sourced)
    order = sorted(told, key=lambda t: (t.speaker.key == "unnamed-source", -len(t.claims), t.speaker.key))
    return [_told(page) for page in chunks([(source.speaker, claim) for source in order for claim in source.claims])]


def _told(sourced: Iterable[_Sourced]) -> tuple[Told, ...]:
    grouped: dict[str, list[ClaimShown]] = defaultdict(list)
    speakers: dict[str, Speaker] = {}
    for speaker, claim in sourced:
        speakers.setdefault(speaker.key, speaker)
        grouped[speaker.key].append(claim)
    return tuple(Told(speakers[key], tuple(found)) for key, found in grouped.items())


def _weights(sourced: Iterable[_Sourced], alone: Container[str]) -> tuple[Weight, ...]:
    """The origins with most claims; `alone` has the ids of those that nobody else supports."""
    heaviest = sorted(_told(sourced), key=lambda told: (-len(told.claims), told.speaker.key))[:_BARS]
    return tuple(_weight(told, len(heaviest[0].claims), alone) for told in heaviest)


def _weight(told: Told, most: int, by_itself: Container[str]) -> Weight:
    total = len(told.claims)
    alone = sum(claim.id in by_itself for claim in told.claims)
    return Weight(
        speaker=told.speaker,
        total=total,
        alone=alone,
        width=round(100 * total / most, 2),
        held=round(100 * (total - alone) / most, 2),
    )
