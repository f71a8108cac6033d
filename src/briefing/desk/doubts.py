"""What the rules were least sure of in a claim: by it the desk sorts, and says why.

No rule tells how sure it is; what is told here is what they left open, which a person sees at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.claim import Claim, Modality
from briefing.relate.voice import voices

_LONG = 300
"""Characters of a passage beyond which it may hold more than one statement."""


def doubts(claim: Claim) -> tuple[str, ...]:
    """The names of what is open, the gravest first."""
    return tuple(_doubts(claim))


def _doubts(claim: Claim) -> Iterator[str]:
    said = voices(claim)
    if claim.modality in (Modality.ALLEGED, Modality.DENIED) and not said:
        yield "nobody"  # somebody says it, and nobody is named
    if any(quote.speaker is None for quote in claim.quotes):
        yield "quote"
    if len(said) > 1:
        yield "several"
    if any(voice.entity is None for voice in said):
        yield "unknown_speaker"
    if any(date.value is None for date in claim.dates):
        yield "date"
    if any(mention.entity is None for mention in claim.entities):
        yield "entity"
    if len(claim.evidence.exact) > _LONG:
        yield "long"
