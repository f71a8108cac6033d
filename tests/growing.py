"""Texts that nobody writes, and how the time to read them grows with their length (`make fuzz` measures it in full).

`test_growth.py` reads the same texts at an eighth of the length, `test_collect_growth.py` as pages and PDFs.
"""

from __future__ import annotations

import gc
import math
import sys
import time

from briefing.extract.pipeline import annotate
from briefing.languages import find_pack
from briefing.model.article import Article

UNITS = (
    "!!!!",  # was quadratic, 7.5 s for 10,000 characters
    "….",
    "; ",
    "&amp; ",
    '"',
    "« ",
    "« a » ",
    "« a\n",
    "« a », dit-il, ",
    "« Il a dit « non » » ",
    "– a ?\n– b.\n",
    "[a](b) ",
    "Jean Dupont; ",
    "Corée du Nord ",  # names side by side: was quadratic
    "le maire affirme que ",
    "Selon le maire, ",
    "et a dit ",  # verbs that share a subject: was exponential
    "X et ",
    "le 3 mai ",
    "é",  # one word: its look-up was quadratic
    "A.B.",
    "@a ",  # handles side by side: was quadratic, 24 s for 20,000 characters
)
LANGUAGES = ("fr", "en")
STEEPEST = 1.15
"""Power of the length: 1 is linear, 2 a square."""


def seconds(unit: str, size: int, language: str) -> float:
    """The seconds of processor for a text of `size` characters, one unit over and over."""
    pack = find_pack(language)
    assert pack is not None
    text = f"Le maire {unit * (size // len(unit))}."
    article = Article(id="a", text=text)
    gc.disable()  # how long the collector takes depends on what other tests left in memory
    try:
        began = time.process_time()
        annotate(article, pack)
        return time.process_time() - began
    finally:
        gc.enable()


def exponent(small: float, large: float, growth: int) -> float:
    """The power of the length by which a time grew."""
    return math.log(large / small, growth)


def main() -> None:
    """Print the exponents from 10,000 to 80,000 characters; ends with 1 if one is too steep twice."""
    steep = []
    for language in LANGUAGES:
        seconds("a ", 1000, language)  # the lists are loaded
        for unit in UNITS:
            found = _measured(unit, language)
            if found > STEEPEST:
                found = min(found, _measured(unit, language))  # the machine may have been busy
            print(f"{language} {unit!r}: {found:.2f}", flush=True)
            steep += [unit] if found > STEEPEST else []
    sys.exit(bool(steep))


def _measured(unit: str, language: str) -> float:
    small, large = (seconds(unit, size, language) for size in (10_000, 80_000))
    return exponent(small, large, 8)


if __name__ == "__main__":
    main()
