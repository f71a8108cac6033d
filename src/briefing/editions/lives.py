"""The life of every claim that was ever shown: when it was added, what changed in it, when and why it was withdrawn."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct, field

from briefing.editions.changes import Alteration, Why, changes
from briefing.editions.files import Published
from briefing.editions.snapshot import ArticleSeen, ClaimSeen, Rejection, Snapshot
from briefing.model.claim import BY_HAND, Claim, Status


def is_answered_for(claim: Claim, published: Container[str]) -> bool:
    """Whether a claim has a page of its own, which never dies: a person wrote or checked it, or an edition holds it.

    What a machine proposes may be gone tomorrow; its address is that of its passage. `published` are claims by id.
    """
    return claim.status is Status.REVIEWED or claim.because.rule == BY_HAND or claim.id in published


class Turn(StrEnum):
    """What happened to a claim from one edition to the next."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    """Its passage was cut otherwise, so that it stands under another id."""


class Step(Struct, frozen=True, kw_only=True):
    """One thing that happened to a claim. `day` is that of the edition, None for what no edition holds yet."""

    day: date | None
    turn: Turn
    altered: tuple[Alteration, ...] = ()
    why: Why | None = None
    rejection: Rejection | None = None
    other: str = ""
    """The id under which it stands since, or stood before."""


class Life(Struct):
    """A claim through the editions, the first step first. `seen` is how it was last shown, in which article."""

    id: str
    seen: ClaimSeen
    article: ArticleSeen | None
    steps: list[Step] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether it is no longer shown under this id."""
        return bool(self.steps) and self.steps[-1].turn in (Turn.WITHDRAWN, Turn.MOVED)

    @property
    def was_published(self) -> bool:
        """Whether an edition holds it, or what it takes up."""
        return any(step.day or step.other for step in self.steps)


def lives(editions: Sequence[Published], current: Snapshot) -> dict[str, Life]:
    """The lives of all claims, by id: those of the editions, the earliest first, then those that are only shown now."""
    found: dict[str, Life] = {}
    for before, after in pairwise([Snapshot(), *editions, current]):
        day = after.edition if isinstance(after, Published) else None
        for claim, step in _steps(before, after, day):
            seen = after.claims.get(claim) or before.claims[claim]
            article = after.articles.get(seen.article) or before.articles.get(seen.article)
            life = found.setdefault(claim, Life(claim, seen, article))
            life.seen, life.article = seen, article
            life.steps.append(step)
    return found


def _steps(before: Snapshot, after: Snapshot, day: date | None) -> list[tuple[str, Step]]:
    turned = changes(before, after).claims
    steps = [(key, Step(day=day, turn=Turn.ADDED)) for key in turned.added]
    for changed in turned.changed:
        moved = changed.former if changed.former != changed.id else ""
        steps.append((changed.id, Step(day=day, turn=Turn.CHANGED, altered=changed.altered, other=moved)))
        if moved:
            steps.append((moved, Step(day=day, turn=Turn.MOVED, other=changed.id)))
    steps += [
        (gone.id, Step(day=day, turn=Turn.WITHDRAWN, why=gone.why, rejection=gone.rejection))
        for gone in turned.withdrawn
    ]
    return steps


def by_article(found: Mapping[str, Life]) -> dict[str, tuple[Life, ...]]:
    """The lives that are over, by the id of their article."""
    grouped: dict[str, tuple[Life, ...]] = {}
    for life in found.values():
        if life.is_over:
            grouped[life.seen.article] = (*grouped.get(life.seen.article, ()), life)
    return grouped
