"""What two claims share at first sight: cheap enough for every claim of two articles about one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.relate.compare.statements import Statement

_LEAST = 0.02
"""Claims that share less are not compared."""
_COSINE, _NUMBER, _UNIT, _DATE, _ENTITY = 1.6, 1.0, 0.3, 0.5, 0.2
"""What the cosine, a shared number, unit, date or entity are worth beside the shared words."""

Places = tuple[int, int]
"""Where a claim of the first and one of the second article stand among their claims."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Cosines of the words and of the setting, the stems that both have, and what all of it is worth."""

    words: float
    setting: float
    stems: frozenset[str]
    share: float


def overlaps(mine: Sequence[Statement], theirs: Sequence[Statement]) -> dict[Places, Overlap]:
    """What each two claims of two articles share, by their places."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, statement in enumerate(theirs):
        for stem, weight in statement.setting.items():
            holders[stem].append((place, weight))
    found = {}
    for place, one in enumerate(mine):
        settings = [0.0] * len(theirs)
        for stem in one.setting.keys() & holders.keys():
            weight = one.setting[stem]
            for other, their_weight in holders[stem]:
                settings[other] += weight * their_weight
        for other, setting in enumerate(settings):
            overlap = _overlap(one, theirs[other], setting)
            if overlap.share > _LEAST:
                found[place, other] = overlap
    return found


def _overlap(one: Statement, other: Statement, setting: float) -> Overlap:
    stems = one.stems & other.stems
    words = worth = 0.0
    for stem in stems:
        mine, theirs = one.weights[stem], other.weights[stem]
        words += mine * theirs
        worth += mine + theirs
    words /= one.length * other.length
    setting /= one.setting_length * other.setting_length
    return Overlap(words, setting, stems, worth / 2 + _COSINE * words + setting + _alike(one, other))


def _alike(one: Statement, other: Statement) -> float:
    """What the numbers, days and names are worth that both give; numbers of one unit a little."""
    worth = 0.0
    mine, theirs = one.slots, other.slots
    for a in mine.numbers if theirs.numbers else ():
        for b in theirs.numbers:
            fit = a.fits(b)
            worth += (_NUMBER if a.equals(b) else _UNIT * fit) if fit else 0.0
    if not mine.dates.isdisjoint(theirs.dates):
        worth += _DATE * len(mine.dates & theirs.dates)
    if not mine.entities.isdisjoint(theirs.entities):
        worth += _ENTITY * len(mine.entities & theirs.entities)
    return worth
