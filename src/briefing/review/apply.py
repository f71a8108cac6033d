"""Carrying out decisions one by one: each is on disk, and in the journal, before the next is looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from briefing.model.claim import Claim, Status
from briefing.model.ruling import Ruling
from briefing.problems import BriefingError, Problem
from briefing.review.acts import entities
from briefing.review.acts.claim_files import filed, holding
from briefing.review.acts.fields import corrected
from briefing.review.acts.linking import decided_link, decision_on
from briefing.review.acts.plan import Plan, committed
from briefing.review.acts.removal import removed
from briefing.review.acts.ruling import ruled
from briefing.review.acts.selection import added
from briefing.review.decisions import (
    Accept,
    Add,
    Decision,
    Edit,
    Ignore,
    Judge,
    Merge,
    OnClaim,
    Reject,
    Remove,
    Retype,
    Split,
    seen,
)
from briefing.store.files import Stored

_STATUS: Mapping[type, Status] = {Accept: Status.REVIEWED, Reject: Status.REJECTED}


class Outcome(Struct, frozen=True):
    """What became of a decision: the ids that it was about, or why it was not carried out."""

    decision: Decision
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_done: bool = True
    """Whether something was written; a decision that was taken already writes nothing."""


def apply(root: Path, decisions: Sequence[Decision], ruling: Ruling) -> Iterator[Outcome]:
    """Carry out decisions in their order; one that cannot be is told, and stops no other.

    `ruling`: who decides, and on which day. What a person had not seen as it stands now is a conflict, and left alone.
    """
    ours: set[str] = set()
    for decision in decisions:
        try:
            yield _applied(root, decision, ruling, ours)
        except BriefingError as wrong:
            yield Outcome(decision, problems=wrong.problems, is_done=False)


def _applied(root: Path, decision: Decision, ruling: Ruling, ours: set[str]) -> Outcome:
    plan = committed(root, lambda: _unless_conflicting(root, decision, ruling, ours))
    if isinstance(decision, OnClaim):
        ours.add(decision.claim)
    return Outcome(decision, plan.names, is_done=any(change.before != change.after for change in plan.changes))


def _unless_conflicting(root: Path, decision: Decision, ruling: Ruling, ours: Collection[str]) -> Plan:
    """The plan of a decision. `ours`: claims that earlier decisions of the same person changed: they are known."""
    if isinstance(decision, OnClaim) and decision.seen and decision.claim not in ours:
        (article,) = holding(root, [decision.claim], decision.article)
        found = filed(root, article)
        claim = next(c for c in found.claims if c.id == decision.claim)
        if seen(claim, found.article.text) != decision.seen:
            is_corrected = claim.id in found.stored.corrected
            if claim.status is _STATUS.get(type(decision)) and not is_corrected:
                return Plan("", (claim.id,), ())
            raise BriefingError(_conflict(found.stored, claim, is_corrected=is_corrected))
    return planned(root, decision, ruling)


def _conflict(stored: Stored, claim: Claim, *, is_corrected: bool) -> Problem:
    """What a person had not seen."""
    by = f" by {claim.review.who} on {claim.review.when}" if claim.review else ""
    state = f"it is {claim.status}{by}" if claim.status is not Status.DRAFT else "it was edited, or the article was"
    state = "the article was corrected around its words" if is_corrected else state
    return Problem(
        stored.where_of(claim.id), f"{claim.id} changed since it was looked at: {state}; look again and decide"
    )


def planned(root: Path, decision: Decision, ruling: Ruling) -> Plan:
    """What a decision writes. Raises BriefingError where it cannot be carried out."""
    match decision:
        case Accept() | Reject():
            why = Ruling(ruling.who, ruling.when, decision.why)
            return ruled(root, [decision.claim], _STATUS[type(decision)], why, decision.article)
        case Edit():
            setting = (decision.field, decision.value)
            return corrected(root, decision.claim, [setting], by=ruling.who, hint=decision.article)
        case Remove():
            return removed(root, [decision.claim], decision.article)
        case Add():
            return added(root, decision.article, decision.words, decision.nth)
        case Judge():
            return _on_link(root, decision, Ruling(ruling.who, ruling.when, decision.why))
        case Merge():
            return entities.merged(root, decision.kept, decision.other)
        case Split():
            return entities.split(root, decision.entity, decision.name)
        case Ignore():
            return entities.ignored(root, decision.name)
        case Retype():
            return entities.retyped(root, decision.entity, decision.type)


def _on_link(root: Path, decision: Judge, ruling: Ruling) -> Plan:
    return decided_link(
        root,
        decision.kind,
        decision.claims,
        decision_on(is_so=decision.is_so, is_proposal=decision.is_proposal),
        ruling=ruling,
        field=decision.field,
    )
