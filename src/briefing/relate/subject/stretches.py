"""Which stretches of a claim's evidence hold what is stated, and not who states it."""

from __future__ import annotations

from briefing.model.claim import Claim, Modality
from briefing.relate.voice import voices

Stretch = tuple[int, int]
"""Start and end in the evidence."""


def is_said(claim: Claim) -> bool:
    """Whether sources say the claim, not the article: « selon Berne, … »."""
    return bool(voices(claim)) or claim.modality in (Modality.ALLEGED, Modality.DENIED)


def said_by_sources(claim: Claim) -> list[Stretch]:
    """What the sources say: all behind the first cue, or all of it where the cue follows; without sources and cues."""
    text, offset = claim.evidence.exact, claim.evidence.start
    cues = [(stretch_of(text, a.cue)[1], a.content.start - offset) for a in claim.attribution]
    ahead = all(0 < end <= content + 1 for end, content in cues)
    first = min((end for end, _ in cues), default=0) if ahead else 0
    apart = [stretch_of(text, words) for a in claim.attribution for words in (a.source, a.cue) if words]
    return _without(sorted(apart), first, len(text))


def besides_reported(claim: Claim) -> list[Stretch]:
    """All but what is reported on the way: « Rome s'inquiète sans confirmer les affirmations de Berne »."""
    offset = claim.evidence.start
    contents = sorted((a.content.start - offset, a.content.end - offset) for a in claim.attribution)
    return _without(contents, 0, len(claim.evidence.exact))


def stretch_of(text: str, words: str | None) -> Stretch:
    """Where some words stand first in a text; 0–0 where they do not."""
    start = text.find(words) if words else -1
    return (start, start + len(words or "")) if start >= 0 else (0, 0)


def _without(taken: list[Stretch], first: int, last: int) -> list[Stretch]:
    """What is left of a stretch without those taken, which stand in order."""
    left = []
    for start, end in taken:
        if first < start < last:
            left.append((first, start))
        first = max(first, min(end, last))
    return [*left, (first, last)] if first < last else left


def lies_in(start: int, end: int, stretches: list[Stretch]) -> bool:
    """Whether a span lies in one of the stretches."""
    return any(a <= start and end <= b for a, b in stretches)
