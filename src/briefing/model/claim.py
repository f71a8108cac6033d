"""A claim: one checkable statement found in one article, with its speaker and its degree of certainty."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Literal

from briefing.model.annotation import Attribution, DateMention, Mention, Quantity, Quotation
from briefing.model.ruling import Confidence, Likelihood, Ruling
from briefing.model.span import Passage


class Modality(StrEnum):
    """How sure the text is of what it states (FactBank, reduced to what French press wording shows)."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PREDICTED = "predicted"
    DENIED = "denied"
    OPINION = "opinion"
    QUESTION = "question"


class Status(StrEnum):
    """What people decided about a claim that the machine proposed."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Because:
    """The rule that chose the modality, and the words that decided."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    rule: str
    cue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement. The rows hold what the rules found inside its evidence."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    id: str
    evidence: Passage
    modality: Modality
    because: Because
    status: Status = Status.DRAFT
    attribution: tuple[Attribution, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Mention, ...] = ()
    review: Ruling | None = None
    """Who accepted or rejected the claim, when and why."""
    credibility: Literal[1, 2, 3, 4, 5, 6] | None = None
    """A person's grade of the information, 1 (confirmed by independent origins) to 6 (cannot be judged): Admiralty."""
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    note: str | None = None
    """What a person wants to remember about the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFile:
    """All claims of one article, as they stand in `claims/<article>.yaml`."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    article: str
    text_sha256: str
    generator: str
    claims: tuple[Claim, ...] = field(default=())


def claim_id(article: str, exact: str, occurrence: int = 0) -> str:
    """The stable id of the claim of `article` whose evidence is `exact` (`occurrence`: the n-th such passage)."""
    key = f"{article}\0{exact}" + (f"\0{occurrence}" if occurrence else "")
    return "c-" + hashlib.sha256(key.encode()).hexdigest()[:8]
