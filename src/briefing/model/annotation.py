"""What a named rule says of a span: quotation, attribution, date, quantity, mention.

The same values stand in a claim file's rows. `rule` is the rule that produced the value, `source_at` and `cue_at` are
where the words of a source and a cue stand; these are not written to files (`UNWRITTEN`).
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from briefing.model.span import Passage, Span

UNWRITTEN = frozenset({"rule", "source_at", "cue_at"})
"""What of a row only the rules know, and no file tells."""


class Bound(StrEnum):
    """What a number says about the true one."""

    EXACT = "exact"
    MIN = "min"
    MAX = "max"
    APPROX = "approx"
    RANGE = "range"


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    WORK = "work"
    """A book, a film, a law, by its title."""
    PRODUCT = "product"
    OTHER = "other"


class Quotation(Passage, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words between quotation marks (marks left out), a signed block quote, or an answer in an interview."""

    speaker: str | None = None
    """Canonical name, or the words that name the speaker; None where nobody is named."""
    entity: str | None = None
    """The speaker's entity id, where it is known."""
    entities: tuple[str, ...] = ()
    """The entity ids of several who say it together, « Moscou et Pyongyang », as far as they are known."""
    candidates: tuple[str, ...] = ()
    """Between whom the text leaves the choice, where nobody can tell who speaks."""
    cue: str | None = None
    """The reporting verb or connector, as written."""
    rule: str = ""


class Attribution(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who says something in indirect speech, by which words, and what (PDTB/PARC: source, cue, content)."""

    source: str | None
    """As written, without « selon »: « une source sud-coréenne », « Elle »."""
    cue: str
    """« affirme que », « Selon »."""
    content: Passage
    """What is said, verbatim."""
    entity: str | None = None
    """The source's entity id, where it is known."""
    entities: tuple[str, ...] = ()
    """The entity ids of several who say it together, « Moscou et Pyongyang », as far as they are known."""
    candidates: tuple[str, ...] = ()
    """Between whom the text leaves the choice, where nobody can tell who the source is."""
    rule: str = ""
    source_at: Span | None = None
    cue_at: Span | None = None


class DateMention(Passage, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A temporal expression. `value` is partial ISO 8601 (`2024-06`, `1955/1975`), None where the text gives none."""

    value: str | None = None
    """Partial ISO 8601: `2024-06`, `1955/1975`; left out where the text gives none."""
    mod: str | None = None
    """start, mid, end, approx, before or after: what part of the date, or which side of it, is meant (TIMEX3 mod)."""
    rule: str = ""


class Quantity(Passage, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number and its unit. `value_max` only for a range; `unit` is a singular noun, an ISO currency or %."""

    value: int | float
    """The number, the lower one of a range."""
    value_max: int | float | None = None
    """The upper number of a range."""
    bound: Bound = Bound.EXACT
    """What the number says about the true one: « plus de 900 » is min, « jusqu'à 900 » max."""
    unit: str | None = None
    """A singular noun, an ISO currency or %."""
    rule: str = ""


class Mention(Passage, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A span that names an entity (article left out: « Russie », not « la Russie »)."""

    entity: str | None = None
    """Entity id; the project's, the language pack's, or a slug of the fullest name in this article."""
    type: EntityType = EntityType.OTHER
    """What kind of thing it is."""
    stands_for: str | None = None
    """The id of what a place stands for when it acts: « Moscou dément »."""
    rule: str = ""
