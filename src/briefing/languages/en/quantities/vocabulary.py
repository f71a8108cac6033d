"""The words of quantities, as tables."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from briefing.extract.quantities.numerals import Multiplier, Scale
from briefing.extract.words.lexicon import Entry, load
from briefing.model.annotation import Bound
from briefing.yamlfile.packaged import packaged


class Words(Struct, forbid_unknown_fields=True, frozen=True):
    """The content of `words.yaml`."""

    numbers: dict[str, int]
    scales: dict[str, int]
    short: dict[str, int]
    crowds: dict[str, int]
    signs: dict[str, str]
    currencies: dict[str, str]
    units: dict[str, str]
    labels: str
    clocks: frozenset[str]
    joints: frozenset[str]
    parts: dict[str, str]
    shares: frozenset[str]
    follows: frozenset[str]
    anaphors: frozenset[str]
    bare: frozenset[str]

    def multipliers(self) -> dict[str, Scale]:
        """All words that multiply a number, by how they do it."""
        kinds = ((Multiplier.NOUN, self.scales), (Multiplier.SIGN, self.short), (Multiplier.GROUP, self.crowds))
        return {word: Scale(words=(word,), kind=kind, value=n) for kind, words in kinds for word, n in words.items()}


class Bounding(Entry, frozen=True, kw_only=True):
    """An entry of `bounds.yaml`."""

    words: tuple[str, ...]
    bound: Bound
    after: bool = False


@cache
def known() -> Words:
    """The words by their kind."""
    return packaged(__package__, "words", Words)


@cache
def bounding(*, after: bool) -> tuple[tuple[str, Bound], ...]:
    """The words that bound a number, the longest first."""
    found = [(w, e.bound) for e in load(__package__, "bounds", Bounding) if e.after is after for w in e.words]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
