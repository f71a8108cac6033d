"""The words of a claim that state."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.claim import Claim, Modality
from briefing.model.span import Span


def core_span(claim: Claim, cores: Iterable[Span]) -> Span:
    """The words of a claim's evidence that state: what is said without who says it; of a denial all."""
    whole = claim.evidence.span
    told = [] if claim.modality is Modality.DENIED else [a.content.span for a in claim.attribution]
    inner = [span for span in told if whole.contains(span) and not any(span != o and span.contains(o) for o in told)]
    said = _hull(inner) or whole
    return _hull(core for core in cores if said.contains(core)) or said


def _hull(spans: Iterable[Span]) -> Span | None:
    found = sorted(spans)
    return Span(found[0].start, max(span.end for span in found)) if found else None
