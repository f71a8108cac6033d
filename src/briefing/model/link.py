"""A link that a person decided on: two or more claims that say the same, or two that do not agree."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec import field as defaulting

from briefing.model.relation import Decided, DifferenceKind, Field
from briefing.model.ruling import Person, Ruling


class LinkKind(StrEnum):
    """What joins the claims: a corroboration, or a kind of difference."""

    CORROBORATION = "corroboration"
    AKIN = "akin"
    """They go the same way without saying the same; the rules never say so."""
    CONTRADICTION = DifferenceKind.CONTRADICTION.value
    DIFFERENCE = DifferenceKind.DIFFERENCE.value
    UPDATE = DifferenceKind.UPDATE.value

    @property
    def is_alike(self) -> bool:
        """Whether the claims say the same, or go the same way: they are no difference."""
        return self in (LinkKind.CORROBORATION, LinkKind.AKIN)


class LinkDecision(StrEnum):
    """What a person says of a link."""

    CONFIRMED = Decided.CONFIRMED.value
    REJECTED = Decided.REJECTED.value
    ADDED = Decided.ADDED.value
    DROPPED = "dropped"
    """The first claim does not belong to the others, which stay together."""


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `claims/links.yaml`. Of two entries on the same claims the later one counts."""

    decision: LinkDecision
    """confirmed: the rules proposed it; added: they missed it; rejected: it must never be shown again; dropped: the
    first claim is none of the group of the others."""
    kind: LinkKind
    """What joins the claims."""
    claims: tuple[str, ...]
    """Ids of claims of different articles; two for a difference, in the order in which `why` tells them."""
    who: Person
    """Who decided."""
    when: date
    """On which day: 2026-11-21."""
    why: str | None = None
    """Why the person decided so; for a difference that is shown, the line that readers see."""
    field: Field | None = None
    """In what two claims differ; left out of a rejection, it means every field."""
    title: str | None = None
    """What a corroboration is called; of a difference the question that its claims answer."""
    seen: dict[str, str] = defaulting(default_factory=dict)
    """The fingerprint of each claim when the person decided, by claim id; another one now makes the link suspect."""

    @property
    def ruling(self) -> Ruling:
        """Who decided, when and why."""
        return Ruling(self.who, self.when, self.why)

    @property
    def dropped(self) -> str | None:
        """The claim that is taken out of the group of the others."""
        return self.claims[0] if self.decision is LinkDecision.DROPPED and self.claims else None
