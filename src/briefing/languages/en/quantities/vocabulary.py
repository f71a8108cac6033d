"""The words of quantities, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.extract.words.lexicon import load
from briefing.model.annotation import Bound
from briefing.yamlfile.packaged import packaged


@dataclass(frozen=True, slots=True)
class Words:
    """The content of `words.yaml`."""

    numbers: dict[str, int]
    scales: dict[str, int]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounding:
    """An entry of `bounds.yaml`."""

    words: tuple[str, ...]
    bound: Bound
    after: bool = False
    example: str


@cache
def known() -> Words:
    """The words by their kind."""
    return packaged(__package__, "words", Words)


@cache
def bounding(*, after: bool) -> tuple[tuple[str, Bound], ...]:
    """The words that bound a number, the longest first."""
    found = [(w, e.bound) for e in load(__package__, "bounds", Bounding) if e.after is after for w in e.words]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
