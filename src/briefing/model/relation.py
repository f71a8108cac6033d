"""What joins claims of different articles: corroborations, differences, and the questions that these gather in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from briefing.model.chain import Chain
from briefing.model.ruling import Ruling
from briefing.model.span import Passage


class DifferenceKind(StrEnum):
    """How two claims about the same thing fail to agree."""

    CONTRADICTION = "contradiction"
    DIFFERENCE = "difference"
    """Compatible: another bound, name or certainty."""
    UPDATE = "update"
    """A later date explains it."""


class Field(StrEnum):
    """What two claims about the same thing do not agree on."""

    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    POLARITY = "polarity"
    """Asserted here, denied there."""
    CERTAINTY = "certainty"
    NAME = "name"
    """The same thing under two names."""
    CONTENT = "content"
    """What is said of the same thing, where nothing narrower fits."""


class Decided(StrEnum):
    """Who stands behind a link."""

    PROPOSED = "proposed"
    """The rules; nobody has looked yet."""
    CONFIRMED = "confirmed"
    """The rules, and a person agreed."""
    ADDED = "added"
    """A person; the rules did not find it."""
    REJECTED = "rejected"
    """The rules, and a person disagreed; such a link is kept among those set aside."""


class Corroboration(Struct, frozen=True, kw_only=True):
    """Claims of different articles that say the same thing, counted by origin and not by article."""

    id: str
    claims: tuple[str, ...]
    """Claim ids, in order of publication."""
    origins: tuple[str, ...] = ()
    """Names of the independent origins; a claim without a named one adds none."""
    chains: tuple[Chain, ...] = ()
    """The way of each claim, in the order of `claims`: origins, relays, article, and whether it adds an origin."""
    shared: tuple[str, ...] = ()
    """The words that the claims share: why they were joined."""
    akin: bool = False
    """Whether its claims only go the same way, as a person said; it bears nothing out."""
    decided: Decided = Decided.PROPOSED
    title: str | None = None
    """What a person calls it."""
    ruling: Ruling | None = None
    suspect: bool = False
    """Whether one of its claims changed since a person decided."""


class Difference(Struct, frozen=True, kw_only=True):
    """Two claims about the same thing that do not agree, the field in which, and why, in a line."""

    id: str
    kind: DifferenceKind
    claims: tuple[str, str]
    """In the order in which `reason` tells them."""
    field: Field
    reason: str
    """One line in the language of the site."""
    told: tuple[tuple[Passage, ...], tuple[Passage, ...]] = ((), ())
    """The words of each claim in which they part: two numbers, « n'est pas »; none where only a person found it."""
    title: str | None = None
    """What a person calls it: a question."""
    decided: Decided = Decided.PROPOSED
    ruling: Ruling | None = None
    suspect: bool = False
    """Whether one of its claims changed since a person decided."""


class Proposal(Struct, frozen=True, kw_only=True):
    """A link that waits for a person: `kind` is « corroboration » or a kind of difference.

    No reader's page shows it.
    """

    kind: str
    claims: tuple[str, str]
    score: float
    """How likely the two claims are about one thing, from 0 to 1."""
    features: Mapping[str, float]
    """What the score is made of, by name; what is 0 is left out."""


class SetAside(Struct, frozen=True, kw_only=True):
    """A link that a person rejected: `kind` is « corroboration » or a kind of difference, `why` in a line."""

    kind: str
    claims: tuple[str, ...]
    why: str
    ruling: Ruling


class Asked(StrEnum):
    """What is asked, by the field in which answers differ."""

    HOW_MANY = "how_many"
    WHETHER = "whether"
    """Whether it is so: somebody says it, somebody denies it."""
    WHERE = "where"
    WHEN = "when"
    HOW_SURE = "how_sure"
    WHICH_NAME = "which_name"
    WHAT = "what"


class Party(Struct, frozen=True, order=True):
    """Those who speak as one. `id` is the entity that all others belong to."""

    id: str
    name: str
    """As the articles call it when it acts: « Séoul » for Corée du Sud."""


class Question(Struct, frozen=True, kw_only=True):
    """What two claims or more answer, and not alike."""

    id: str
    asked: Asked
    title: str
    """In the form of a question, in the language of most articles: « Combien de soldats nord-coréens ? »."""
    claims: tuple[str, ...]
    """Those that answer it, in order of publication and text."""
    differences: tuple[str, ...]
    """The ids of the differences that it gathers."""
    parties: tuple[Party, ...]
    """Who answers it, each once; an article that speaks for itself is no party."""


def relation_id(prefix: str, claims: Iterable[str]) -> str:
    """A stable id made of the joined claims, whatever their order."""
    return f"{prefix}-" + hashlib.sha256("\0".join(sorted(claims)).encode()).hexdigest()[:8]
