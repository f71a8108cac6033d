"""What a person decides about a claim or a link, and how people grade what they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


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


@dataclass(frozen=True, slots=True)
class Ruling:
    """Who decided, on which day, and why."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    who: str
    """The person who decided."""
    when: date
    """The day: 2026-11-21."""
    why: str | None = None
    """The reason, in a line."""
