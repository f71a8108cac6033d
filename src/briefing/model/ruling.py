"""What a person decides about a claim or a link, and how people grade what they read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct


class Likelihood(StrEnum):
    """How likely a person holds a claim (the seven steps of ICD 203)."""

    REMOTE = "remote"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    EVEN = "even"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


class Confidence(StrEnum):
    """How sure a person is of that judgement (ICD 203); it is never mixed with the likelihood."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


_SEEN = r"[^\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
Person: TypeAlias = Annotated[str, Meta(pattern=_SEEN, description="a person's name")]
"""Who decides: what nobody signed is no decision, nor what is signed with signs that nobody sees."""


class Ruling(Struct, frozen=True, forbid_unknown_fields=True):
    """Who decided, on which day, and why."""

    who: Person
    """The person who decided."""
    when: date
    """The day: 2026-11-21."""
    why: str | None = None
    """The reason, in a line."""
