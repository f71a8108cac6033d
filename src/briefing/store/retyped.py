"""Passages that a person retyped while their old place stayed: found again where the new words stand.

As in `anchor`, nothing looks for similar words, and no place is given to two claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from briefing.model.claim import Claim, ClaimFile, claim_id
from briefing.model.span import Passage, Span

Places = Mapping[str, Sequence[Span]]
"""Where words stand in the article, by the words."""


def settled(claim: Claim, places: Places, text: str) -> Callable[[Passage], Span]:
    """Where each passage of a claim stands now: its own place where that is right or no other is certain."""
    evidence = settled_evidence(claim, places, text)
    shift = evidence.start - claim.evidence.start

    def place(passage: Passage) -> Span:
        if passage is claim.evidence:
            return evidence
        there = Span(passage.start + shift, passage.end + shift)
        if there.start >= 0 and there.of(text) == passage.exact:
            return there
        if passage.span.of(text) == passage.exact:
            return passage.span
        everywhere = places.get(passage.exact, ())
        inside = [span for span in everywhere if evidence.contains(span)]
        return _only(passage, there, inside or everywhere)

    return place


def settled_evidence(claim: Claim, places: Places, text: str) -> Span:
    """Where a claim's evidence stands now, as far as that is certain."""
    evidence = claim.evidence
    if evidence.span.of(text) == evidence.exact:
        return evidence.span
    return _only(evidence, evidence.span, places.get(evidence.exact, ()))


def is_as_found(claim: Claim, file: ClaimFile) -> bool:
    """Whether the claim's words are those that the rules found: its id is made of them."""
    words = claim.evidence.exact
    return any(claim.id == claim_id(file.article, words, number) for number in range(len(file.claims)))


def taken(claims: Sequence[Claim], places: Places, text: str) -> Counter[tuple[str, Span]]:
    """How many claims would stand at each place."""
    return Counter((claim.evidence.exact, settled_evidence(claim, places, text)) for claim in claims)


def _only(passage: Passage, near: Span, places: Sequence[Span]) -> Span:
    """The one place there is; among several, the one where a person of a longer or shorter text left the old place."""
    if not 0 <= passage.start < passage.end:  # written without a place, or a slip of the pen
        return passage.span
    if len(places) == 1:
        return places[0]
    close = [span for span in places if span.overlap(near)]
    is_retyped = passage.end - passage.start != len(passage.exact)
    return close[0] if is_retyped and len(close) == 1 else passage.span
