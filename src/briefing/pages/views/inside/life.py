"""A claim's own page: what it says, and what became of it from edition to edition."""

from __future__ import annotations

from msgspec import Struct

from briefing.editions.lives import Life, Step
from briefing.editions.snapshot import Snapshot
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.changes import Altered, ClaimLine, Reason, Turned
from briefing.pages.views.shown import ClaimShown, Link


class StepShown(Struct, frozen=True, kw_only=True):
    """One thing that happened to a claim. `turn` is a name of the catalogue's, `day` None for what no edition holds."""

    turn: str
    day: str | None
    altered: tuple[Altered, ...]
    why: Reason | None
    other: Link | None


class ClaimLife(Struct, frozen=True, kw_only=True):
    """A claim with its steps; `claim` is None where it is no longer shown, `line` is how it was last shown."""

    id: str
    claim: ClaimShown | None
    line: ClaimLine
    steps: tuple[StepShown, ...]
    path: str
    json: str
    is_published: bool

    @property
    def over(self) -> StepShown | None:
        """The step that ended it."""
        return self.steps[-1] if self.claim is None and self.steps else None


def claim_life(catalogue: Catalogue, life: Life, before: Snapshot, now: Snapshot) -> ClaimLife:
    """The life of a claim as its page shows it; `before` is the last edition, `now` what the site shows."""
    turned, claim = Turned(catalogue, before, now), catalogue.claims.get(life.id)
    return ClaimLife(
        id=life.id,
        claim=claim,
        line=turned.claim(life.id, life.seen, article=life.article),
        steps=tuple(_step(turned, step) for step in life.steps),
        path=catalogue.paths.life(life.id),
        json=catalogue.paths.life(life.id, "json"),
        is_published=life.was_published,
    )


def _step(turned: Turned, step: Step) -> StepShown:
    said, paths = step.rejection, turned.catalogue.paths
    when = said.when.isoformat() if said and said.when else None
    return StepShown(
        turn=step.turn.value,
        day=step.day.isoformat() if step.day else None,
        altered=tuple(turned.altered(alteration) for alteration in step.altered),
        why=Reason(step.why.value, when, said.why if said else None) if step.why else None,
        other=Link(step.other, paths.life(step.other)) if step.other else None,
    )
