"""Where sentences end in English running text."""

from __future__ import annotations

from functools import cache

from briefing.extract.layout.stops import Abbreviation, Stops
from briefing.extract.reading import Reading
from briefing.extract.words.lexicon import load


@cache
def _stops() -> Stops:
    return Stops(frozenset(entry.word for entry in load(__package__, "abbreviations", Abbreviation)), frozenset("I"))


def sentences(reading: Reading) -> Reading:
    """Fill `sentences`, from running text only."""
    return _stops().read(reading)
