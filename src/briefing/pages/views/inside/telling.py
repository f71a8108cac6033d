"""How much a claim tells in a line: by this pages choose the passages that stand for others."""

from __future__ import annotations

from briefing.model.claim import Modality
from briefing.pages.views.shown import ClaimShown

_FIT = 110
"""Characters of a passage that a line holds."""


def says(claim: ClaimShown) -> int:
    """How much of what a reader can check a claim holds; two of a kind are enough, and a guess holds less."""
    held = 2 * len(claim.figures[:2]) + len(claim.dates[:2]) + len(claim.actors[:2]) + claim.speaker.named
    return held - 2 * (claim.modality is Modality.POSSIBLE)


def unfit(claim: ClaimShown) -> tuple[bool, bool, int]:
    """How little a passage can stand for others: whole sentences of a line or so do best."""
    return claim.passage is None, bool(claim.before.strip()), abs(len(claim.passage or "") - _FIT)
