"""Three-way merge, field by field: what the machine last proposed, what stands in the file, what it proposes now.

A person's edits, added, reviewed, rejected and removed claims survive; only what nobody touched follows the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from briefing.model.claim import Claim, Status

_FIELDS = tuple(field.name for field in fields(Claim) if field.name != "id")


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one claim of the file: `changed` fields are rewritten; all of them for a new claim."""

    claim: Claim
    changed: frozenset[str] = frozenset()
    is_new: bool = False
    conflicts: frozenset[str] = frozenset()
    """Fields that the machine and a person changed differently; the person's stand."""


def merge(base: Mapping[str, Claim], current: Sequence[Claim], drafts: Sequence[Claim]) -> tuple[Step, ...]:
    """The claims of the merged file in order: those that stand there keep their order, new ones follow the text."""
    proposed = {draft.id: draft for draft in drafts}
    steps = [step for claim in current if (step := _standing(base.get(claim.id), claim, proposed.get(claim.id)))]
    known = {claim.id for claim in current}
    theirs = [step.claim for step in steps if step.claim.id not in proposed]
    for draft in drafts:
        if draft.id in known or draft.id in base or _is_covered(draft, theirs):
            continue
        steps.insert(_place(draft, steps), Step(draft, frozenset(_FIELDS), is_new=True))
    return tuple(steps)


def _standing(base: Claim | None, claim: Claim, draft: Claim | None) -> Step | None:
    """What becomes of a claim that stands in the file; None when the machine withdraws what nobody touched."""
    if claim.status is not Status.DRAFT:
        return Step(claim)
    if draft is None:
        return None if claim == base else Step(claim)
    if base is None:
        return Step(claim)
    merged, changed, conflicts = claim, set(), set()
    for name in _FIELDS:
        was, stands, now = (getattr(version, name) for version in (base, claim, draft))
        if stands == was != now:
            merged = replace(merged, **{name: now})
            changed.add(name)
        elif stands != was != now != stands:
            conflicts.add(name)
    return Step(merged, frozenset(changed), conflicts=frozenset(conflicts))


def _is_covered(draft: Claim, theirs: Iterable[Claim]) -> bool:
    """Whether a claim that a person decided on already speaks of most of the passage."""
    span = draft.evidence.span
    return any(span.overlap(claim.evidence.span) * 2 > min(len(span), len(claim.evidence.span)) for claim in theirs)


def _place(draft: Claim, steps: Sequence[Step]) -> int:
    """After the last claim that stands before the draft in the text."""
    before = [n for n, step in enumerate(steps) if step.claim.evidence.start <= draft.evidence.start]
    return before[-1] + 1 if before else 0
