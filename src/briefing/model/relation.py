"""What joins claims of different articles: corroboration and difference."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class DifferenceKind(StrEnum):
    """How two claims about the same thing fail to agree."""

    CONTRADICTION = "contradiction"
    DIFFERENCE = "difference"
    """Compatible: another bound, name or certainty."""
    UPDATE = "update"
    """A later date explains it."""


class Decided(StrEnum):
    """Who stands behind a link."""

    PROPOSED = "proposed"
    """The rules; nobody has looked yet."""
    CONFIRMED = "confirmed"
    """The rules, and a person agreed."""
    ADDED = "added"
    """A person; the rules did not find it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Claims of different articles that say the same thing, counted by origin and not by article."""

    id: str
    claims: tuple[str, ...]
    """Claim ids, in order of publication."""
    origins: tuple[str, ...] = ()
    """Names of the independent origins; a claim without a named one adds none."""
    shared: tuple[str, ...] = ()
    """The words that the claims share: why they were joined."""
    decided: Decided = Decided.PROPOSED
    title: str | None = None
    """What a person calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two claims about the same thing that do not agree, the field in which, and why, in a line."""

    id: str
    kind: DifferenceKind
    claims: tuple[str, str]
    field: str
    """quantity, date, place, polarity, certainty, name."""
    reason: str
    decided: Decided = Decided.PROPOSED


def relation_id(prefix: str, claims: Iterable[str]) -> str:
    """A stable id made of the joined claims, whatever their order."""
    return f"{prefix}-" + hashlib.sha256("\0".join(sorted(claims)).encode()).hexdigest()[:8]
