"""The classes of verbs and nouns by meaning of `senses.yaml`, as sets of lower-case words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.languages.fr.modality.syntax.grammar import Words, read_classes


@dataclass(frozen=True, slots=True, kw_only=True)
class Senses:
    """`senses.yaml`; the file says what each class is for."""

    copulas: Words
    withheld: Words
    deniers: Words
    deniable: Words
    events: Words
    advised: Words
    measured: Words
    exhibits: Words
    reminders: Words
    bridges: Words
    reporters: Words
    hiding: Words
    wishes: Words


@cache
def senses() -> Senses:
    """The classes by meaning."""
    return Senses(**read_classes(__package__, "senses"))
