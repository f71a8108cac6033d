"""How a claim reached its reader: who says it, who passes it on, and in which article it stands."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Source(Struct, frozen=True, order=True):
    """Who says something or passes it on. One whom nobody names (« des experts ») may be anybody."""

    name: str
    """As a reader knows it: the entity's name, or the words of the text."""
    entity: str | None = None
    """The entity's id, where it is known who this is."""
    party: str | None = None
    """The id of what it belongs to in the end and is counted with: a ministry's state; None where that is itself."""

    @property
    def is_named(self) -> bool:
        """Whether it is known who this is, so that two claims can be seen to come from two."""
        return self.entity is not None

    @property
    def counted_as(self) -> str:
        """By what it is counted: two sources that are counted as one are not independent."""
        return self.party or self.entity or ""


class Doubt(StrEnum):
    """Why it is not established that a claim bears out the earlier ones of its group."""

    COPY = "copy"
    """It stands word for word in an earlier article."""
    SAME_RELAY = "same_relay"
    """Nobody is named, and it came by the same agency or the same outlet as an earlier one."""
    SAME_ORIGIN = "same_origin"
    """An earlier one goes back to the same person or body."""
    SAME_STATE = "same_state"
    """It or an earlier one goes back to a service that tells no state, the other to a government: perhaps its own."""
    UNNAMED = "unnamed"
    """Nobody is named: the article itself states it, or « une source »."""


class Chain(Struct, frozen=True, kw_only=True):
    """The way of one claim of a group: origins → relays → article."""

    claim: str
    article: str
    origins: tuple[Source, ...] = ()
    """Who says it; several where they say it together, none where the article speaks for itself."""
    relays: tuple[Source, ...] = ()
    """Who passed it on, from the origin to the article; at the end the agency that the article names."""
    doubt: Doubt | None = None
    """Why its independence is not established; None for a named origin that no earlier claim of the group has."""
