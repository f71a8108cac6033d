"""Three-way merge, field by field: what the machine last proposed, what stands in the file, what it proposes now.

A person's edits, added, reviewed, rejected and removed claims survive; only what nobody touched follows the machine.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.claim import Claim, Status, free_claim_id
from briefing.model.span import Span

_FIELDS = tuple(name for name in Claim.__struct_fields__ if name != "id")


class Step(Struct, frozen=True):
    """What becomes of one claim of the file."""

    claim: Claim
    is_new: bool = False
    was: Claim | None = None
    """What the machine had found, where it finds something else now (or nothing) and a person's word stands."""
    conflicts: frozenset[str] = frozenset()
    """The fields concerned; none when the machine no longer finds the claim."""


def merge(
    base: Mapping[str, Claim],
    current: Sequence[Claim],
    drafts: Sequence[Claim],
    *,
    touched: Collection[str] = (),
    lost: Collection[str] = (),
) -> tuple[Step, ...]:
    """The claims of the merged file in order: those that stand there keep their order, new ones follow the text.

    `touched` claims are a person's though no field says so (a comment stands at them); the words of `lost` claims are
    no longer in the article, so that their places mean nothing.
    """
    proposed = {draft.id: draft for draft in drafts}
    standing = [
        step
        for claim in current
        if (step := _standing(base.get(claim.id), claim, proposed.get(claim.id), touched, lost)) is not None
    ]
    untouched = {claim.id for claim in current if claim == base.get(claim.id) and claim.id not in touched}
    standing = _without_doubles(standing, untouched, proposed, lost)
    known = {claim.id for claim in current}
    removed = [claim for claim in base.values() if claim.id not in known]
    theirs = [c for c in (*(s.claim for s in standing), *removed) if c.id not in proposed and c.id not in lost]
    fresh = [d for d in drafts if d.id not in known and d.id not in base and not _is_covered(d, theirs)]
    return _in_order(standing, fresh)


def same_names(drafts: Sequence[Claim], known: Iterable[Claim], article: str) -> tuple[Claim, ...]:
    """The drafts under the ids of the `known` claims that have the same words in the same place.

    An id is made of the article's id and the words; so it stays when the article is renamed, or when the words come to
    stand there once more. All places are those in the text of now.
    """
    there: dict[Span, list[str]] = defaultdict(list)
    for claim in known:
        if claim.evidence.end:
            there[claim.evidence.span].append(claim.id)
    names = [draft.id if draft.id in there[draft.evidence.span] else "" for draft in drafts]
    used = set(names)
    for number, draft in enumerate(drafts):
        if not names[number]:
            others = [name for name in there[draft.evidence.span] if name not in used]
            names[number] = others[0] if others else ""
            used.add(names[number])
    for number, draft in enumerate(drafts):
        if not names[number]:
            is_free = draft.id not in used
            names[number] = draft.id if is_free else free_claim_id(article, draft.evidence.exact, used)
            used.add(names[number])
    return tuple(replace(draft, id=name) for draft, name in zip(drafts, names, strict=True))


def _standing(
    base: Claim | None, claim: Claim, draft: Claim | None, touched: Collection[str], lost: Collection[str]
) -> Step | None:
    """What becomes of a claim that stands in the file; None when the machine withdraws what nobody touched."""
    is_theirs = claim != base or claim.id in touched
    if draft is None and not is_theirs:
        return None
    if base is None or claim.status is Status.REJECTED or (claim.id in lost and is_theirs):
        return Step(claim)
    if draft is None:
        return Step(claim, was=base)
    merged, conflicts = claim, set()
    for name in _FIELDS:
        was, stands, now = (getattr(version, name) for version in (base, claim, draft))
        if now in (was, stands):
            continue
        if stands == was and claim.status is Status.DRAFT:
            merged = replace(merged, **{name: now})
        else:
            conflicts.add(name)
    before = replace(draft, **{name: getattr(base, name) for name in conflicts}) if conflicts else None
    return Step(merged, was=before, conflicts=frozenset(conflicts))


def _without_doubles(
    standing: Sequence[Step], untouched: Collection[str], proposed: Collection[str], lost: Collection[str]
) -> list[Step]:
    """A draft that nobody touched gives way to a claim that a person decided on and the rules do not find."""
    decided = [
        step.claim
        for step in standing
        if step.claim.status is not Status.DRAFT and step.claim.id not in proposed and step.claim.id not in lost
    ]
    return [step for step in standing if step.claim.id not in untouched or not _is_repeated(step.claim, decided)]


def _is_repeated(draft: Claim, decided: Iterable[Claim]) -> bool:
    """Whether one of the claims speaks of most of the draft's passage: the half of a sentence does not repeat it."""
    span = draft.evidence.span
    return any(span.overlap(claim.evidence.span) * 2 > len(span) for claim in decided)


def _is_covered(draft: Claim, theirs: Iterable[Claim]) -> bool:
    """Whether a claim that a person decided on already speaks of most of the passage."""
    span = draft.evidence.span
    return any(span.overlap(claim.evidence.span) * 2 > min(len(span), len(claim.evidence.span)) for claim in theirs)


def _starts(standing: Iterable[Step]) -> Iterator[int]:
    """Where each claim begins; one whose words are gone keeps to the one before it."""
    start = 0
    for step in standing:
        start = step.claim.evidence.start if step.claim.evidence.end else start
        yield start


def _in_order(standing: Sequence[Step], fresh: Iterable[Claim]) -> tuple[Step, ...]:
    """Each new claim after the last standing one that begins before it in the text."""
    starts = list(_starts(standing))
    least_from_here = list(accumulate(reversed(starts), min))[::-1]
    after: dict[int, list[Step]] = defaultdict(list)
    for draft in fresh:
        after[bisect_right(least_from_here, draft.evidence.start)].append(Step(draft, is_new=True))
    steps = list(after[0])
    for place, step in enumerate(standing, 1):
        steps += [step, *after[place]]
    return tuple(steps)
