"""A measure: one thing that several claims give a number for."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.annotation import Quantity


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of a measure, and the claim that gives it; source, date and modality are the claim's."""

    claim: str
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Numbers that may be compared: the same unit, the same actors, the same action.

    Two numbers of different measures are never compared.
    """

    id: str
    unit: str
    """What is counted, in the articles' language and in its base form: « soldat », « dollar »."""
    actors: tuple[str, ...] = ()
    """Entity ids of those whom all of it concerns."""
    actions: tuple[str, ...] = ()
    """The words by which the articles say what is done, each once: « envoyé », « présents »."""
    values: tuple[Measured, ...] = ()
    """In order of publication and text."""
