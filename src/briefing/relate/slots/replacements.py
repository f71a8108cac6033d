"""Which number of a sentence took the place of another one: « tombé de 58 à 47 % », « fixé à 800, désormais à 900 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.corpus.text import plain
from briefing.extract.words.wording import Wording
from briefing.model.annotation import Quantity

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?;]")
_REACH = 3
"""How many words may stand between « de 58 » and « 47 »: « à », « à plus de »."""


def replaced(quantities: Sequence[Quantity], offset: int, text: str, wording: Wording) -> Iterator[tuple[int, int]]:
    """Pairs of the place of a number and that of the one whose place it took, in a passage that begins at `offset`."""
    for place, (one, other) in enumerate(pairwise(quantities)):
        between = text[one.end - offset : other.start - offset]
        if one.unit in (None, other.unit) and not _SENTENCE.search(between):
            words = [plain(word) for word in _WORD.findall(between)]
            before = [plain(word) for word in _WORD.findall(text[: one.start - offset])[-1:]]
            if _is_step(before, words, wording) or not wording.changes.isdisjoint(words):
                yield place + 1, place


def _is_step(before: Sequence[str], between: Sequence[str], wording: Wording) -> bool:
    """« de 144 à 162 jours »."""
    short = 0 < len(between) <= _REACH
    return short and between[0] in wording.arrivals and not wording.departures.isdisjoint(before)
