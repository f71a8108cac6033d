"""Where sentences end in French running text."""

from __future__ import annotations

from functools import cache

from briefing.extract.layout.stops import Abbreviation, Stops
from briefing.extract.reading import Reading
from briefing.extract.words.lexicon import load


@cache
def _stops() -> Stops:
    entries = load(__package__, "abbreviations", Abbreviation)
    always, numbered = (frozenset(e.word for e in entries if e.numbered is only) for only in (False, True))
    return Stops(always, frozenset("À"), numbered)


def sentences(reading: Reading) -> Reading:
    """Fill `sentences`, from running text only."""
    return _stops().read(reading)
