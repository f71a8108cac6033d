"""A claim: one statement found in one article, with its speaker and its degree of certainty."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from enum import StrEnum
from itertools import count
from typing import Literal

from msgspec import Struct

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


class Uncheckable(StrEnum):
    """Why a claim states nothing that can be checked: it stays in its file and among quotations."""

    FEELING = "feeling"
    JUDGEMENT = "judgement"
    """Praise or blame: « c'est un scandale »."""
    APPEAL = "appeal"
    """What should be done: « il faut dialoguer »."""
    COURTESY = "courtesy"
    """Thanks, homage, good wishes."""
    SCENE = "scene"
    """What sets the scene: « tous les regards sont braqués sur Rome »."""
    CAPTION = "caption"
    NOTICE = "notice"
    """Words of the outlet about itself: « cet article est réservé aux abonnés »."""


class Status(StrEnum):
    """What people decided about a claim that the machine proposed."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    REJECTED = "rejected"


BY_HAND = "person"
"""The rule of a claim that no rule found."""


class Because(Struct, frozen=True, forbid_unknown_fields=True):
    """The rule that chose the modality, and the words that decided."""

    rule: str
    """`person` for a claim that no rule found."""
    cue: str = ""
    """The words of the text that decided."""


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement of an article. The rows hold what the rules found inside its evidence."""

    id: str
    """By which pages cite the claim: c- and letters or digits; it never changes."""
    evidence: Passage
    """The passage of the article that carries the claim, verbatim."""
    modality: Modality
    """How sure the text is of what it states."""
    because: Because = Because(BY_HAND)
    """The rule that chose the modality, and the words that decided; `person` where no rule did."""
    checkable: bool = True
    """Whether it states something that can be checked; what does not is neither counted nor listed unless asked for."""
    reason: Uncheckable | None = None
    """Why it cannot be checked, where the rules say so."""
    status: Status = Status.DRAFT
    """What people decided: draft (nobody yet), reviewed or rejected."""
    attribution: tuple[Attribution, ...] = ()
    """Who says it in indirect speech."""
    quotes: tuple[Quotation, ...] = ()
    """The words between quotation marks that the passage touches."""
    dates: tuple[DateMention, ...] = ()
    """The dates and times in the passage."""
    quantities: tuple[Quantity, ...] = ()
    """The numbers in the passage, with their units."""
    entities: tuple[Mention, ...] = ()
    """Who and what the passage names."""
    review: Ruling | None = None
    """Who accepted or rejected the claim, when and why."""
    credibility: Literal[1, 2, 3, 4, 5, 6] | None = None
    """A person's grade of the information, 1 (confirmed by independent origins) to 6 (cannot be judged): Admiralty."""
    likelihood: Likelihood | None = None
    """How likely a person holds the claim (ICD 203)."""
    confidence: Confidence | None = None
    """How sure the person is of that judgement (ICD 203)."""
    note: str | None = None
    """What a person wants to remember about the claim."""


ROWS = ("attribution", "quotes", "dates", "quantities", "entities")
"""The fields of a claim that hold what the rules found in it."""


class ClaimFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All claims of one article, as they stand in `claims/<article>.yaml`."""

    article: str
    """The article's id: the stem of corpus/<id>.md and of this file."""
    text_sha256: str = ""
    """The hash of the text in which the passages were found; a corrected article is noticed by it."""
    generator: str = ""
    """What proposed the drafts: the program and the rules, with their versions."""
    base: str = ""
    """The proposal that the claims were merged with last, in claims/.base; with another, nothing counts as removed."""
    claims: tuple[Claim, ...] = ()
    """What the article states; edit, reject, reorder, comment and add as you like."""


def claim_id(article: str, exact: str, occurrence: int = 0) -> str:
    """The stable id of the claim of `article` whose evidence is `exact` (`occurrence`: the n-th such passage).

    Of 48 bits: among a million claims two are the same by chance once in six hundred dossiers.
    """
    key = f"{article}\0{exact}" + (f"\0{occurrence}" if occurrence else "")
    return "c-" + hashlib.sha256(key.encode()).hexdigest()[:12]


def free_claim_id(article: str, exact: str, taken: Collection[str]) -> str:
    """The first id of a claim of these words that is not taken."""
    return next(name for n in count() if (name := claim_id(article, exact, n)) not in taken)
