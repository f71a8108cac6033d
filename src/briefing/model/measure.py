"""A measure: one thing that several claims give a number for."""

from __future__ import annotations

from msgspec import Struct

from briefing.model.annotation import Quantity


class Measured(Struct, frozen=True):
    """A number of a measure, and the claim that gives it; source, date and modality are the claim's."""

    claim: str
    quantity: Quantity


class Measure(Struct, frozen=True, kw_only=True):
    """A series: numbers of one thing, which may be compared. Two numbers of different measures never are."""

    id: str
    unit: str
    """What is counted, in the articles' language and in its base form: « soldat », « dollar »; empty if nobody says."""
    actors: tuple[str, ...] = ()
    """Entity ids of those whom every claim names."""
    about: tuple[str, ...] = ()
    """The words by which the articles tell of what the numbers are: « manifestants », « Paris »."""
    values: tuple[Measured, ...] = ()
    """In order of publication and text."""
