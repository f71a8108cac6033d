"""Where sentences end in English running text."""

from __future__ import annotations

from functools import cache

from briefing.extract.lexicon import load
from briefing.extract.reading import Reading
from briefing.extract.stops import Abbreviation, Stops


@cache
def _stops() -> Stops:
    return Stops(frozenset(entry.word for entry in load(__package__, "abbreviations", Abbreviation)), frozenset("I"))


def sentences(reading: Reading) -> Reading:
    """Fill `sentences`, from running text only."""
    return _stops().read(reading)
