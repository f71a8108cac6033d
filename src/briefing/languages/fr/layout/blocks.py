"""What the lines of a French article are."""

from __future__ import annotations

from functools import cache

from briefing.extract.layout.lines import Byline, Lines, names_line
from briefing.extract.reading import Reading
from briefing.extract.words.lexicon import load


@cache
def _lines() -> Lines:
    return Lines(load(__package__, "bylines", Byline), names_line(("de", "du", "la", "le", "et", "d'", "avec")))


def blocks(reading: Reading) -> Reading:
    """Fill `blocks`: one a line that is not blank, in order."""
    return _lines().read(reading)
