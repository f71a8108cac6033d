"""What is made of a compared pair: shown where explicit rules hold, else proposed to a person, else left out.

Shown are only pairs of high precision; measured by tests/relating, which also chose the least scores below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from briefing.relate.compare.clashes import COUNTED, Clash
from briefing.relate.compare.pairs import Pair
from briefing.relate.compare.shown import ONE_EVENT, is_shown
from briefing.relate.compare.weights import Scales
from briefing.relate.slots.numbers import SURELY

PROPOSED = 0.035
"""The least score that a pair needs to be proposed."""
_NEAR = 0.5
"""No more than one other claim stands nearer."""
_WORDED = 0.45
"""Sentences so alike differ in whom they name, if each names somebody else; a number told so alike outweighs that."""
_YEAR = len("2026")
_CLASHING = 0.8
"""Numbers of one thing by the words around them, so that the claims cannot say the same."""
_DENIED, _IN_SCOPE = 0.5, 1.5
"""How much of what is shared one of them may deny; and what makes a denial of the other."""


class Against(StrEnum):
    """Why two claims that share much are not joined."""

    NUMBERS = "numbers"
    DATES = "dates"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    STATE = "state"
    NAMES = "names"


class Judgement(Struct, frozen=True, eq=False):
    """A pair with its scores, and what speaks against its saying the same."""

    pair: Pair
    same: float
    related: float
    against: Against | None
    apart: tuple[Clash, float] | None
    """The two numbers that are likeliest of one thing and cannot both be true, with their score."""

    @property
    def tells_one_event(self) -> bool:
        """Whether both claims name the same, or their articles are alike enough."""
        found = self.pair.features
        return found.names > 0 or found.entities > 0 or self.pair.alike >= ONE_EVENT

    @property
    def joins(self) -> bool:
        """Whether the two claims are shown as saying the same."""
        return self.against is None and is_shown(self.pair, self.same)

    @property
    def counts_otherwise(self) -> bool:
        """Whether they are shown as giving two numbers of one thing."""
        one, other = self.pair.one.slots, self.pair.other.slots
        if self.apart is None or not (one.is_affirmed and other.is_affirmed):
            return False
        clash, score = self.apart
        return clash.is_told or (self._tells_the_same_way and clash.counts_one(score))

    @property
    def _tells_the_same_way(self) -> bool:
        """Whether both tell of one event, place and year, and neither gives a number of the other."""
        one, other = self.pair.one.slots, self.pair.other.slots
        elsewhere = _exclude(one.places, other.places) or _exclude(*_years(self.pair))
        same_time = one.is_foretold == other.is_foretold and one.is_past == other.is_past
        near = self.pair.features.rank >= _NEAR and self.tells_one_event
        return near and same_time and not elsewhere and self.pair.features.number == 0

    @property
    def denies(self) -> bool:
        """Whether one is shown as denying what the other states, verb and all; if not both deny, nor one says both."""
        found = self.pair.features
        near = found.rank == 1.0 and self.tells_one_event
        one, other = self.pair.one.slots, self.pair.other.slots
        if (one.denied and other.denied) or found.speaker or self.apart or one.is_foretold != other.is_foretold:
            return False
        denying, stating = (one, other) if one.denied else (other, one)
        is_of_it = bool(denying.denied_heads) and denying.denied_heads <= stating.stems
        return found.shared >= _IN_SCOPE and near and is_of_it

    @property
    def is_proposed(self) -> bool:
        """Whether a person should look."""
        return self.related >= PROPOSED


def judged(pairs: Iterable[Pair], scales: Scales) -> Iterator[Judgement]:
    """What the scales say of each pair."""
    for pair in pairs:
        apart = _apart(pair.clashes, scales)
        yield Judgement(
            pair, scales.same.of(pair.features), scales.related.of(pair.features), _against(pair, apart), apart
        )


def _apart(clashes: Iterable[Clash], scales: Scales) -> tuple[Clash, float] | None:
    scored = [
        (clash, scales.counted.of(clash.values)) for clash in clashes if clash.one.number.parts_from(clash.other.number)
    ]
    return max(scored, key=lambda found: (found[0].is_told, found[1]), default=None)


def _against(pair: Pair, apart: tuple[Clash, float] | None) -> Against | None:
    found, one, other = pair.features, pair.one.slots, pair.other.slots
    counted_otherwise = apart is not None and apart[1] >= COUNTED and found.number_words < _WORDED
    if found.clash >= _CLASHING or counted_otherwise or _counts_others(pair):
        return Against.NUMBERS
    if found.one_denies > _DENIED or one.is_denial is not other.is_denial:
        return Against.POLARITY
    if not (one.is_told and other.is_told):
        return Against.CERTAINTY
    if one.resumes != other.resumes:
        return Against.STATE
    if one.is_past != other.is_past:
        return Against.DATES
    if found.number_words >= _WORDED:
        return None
    if found.other_dates:
        return Against.DATES
    return Against.NAMES if _names_others(pair) or _exclude(one.places, other.places) else None


def _counts_others(pair: Pair) -> bool:
    """Whether they give other times or scores, or sentences that are alike count other things: masks, doses."""
    one, other = pair.one.slots, pair.other.slots
    mine, theirs = ([n for n in side.numbers if n.unit and not n.counts_people] for side in (one, other))
    others = mine and theirs and all(a.fits(b) < SURELY for a in mine for b in theirs)
    return _exclude(one.digits, other.digits) or bool(others and pair.features.words >= _WORDED)


def _names_others(pair: Pair) -> bool:
    """Whether sentences that are alike name others, or the same ones the other way round: who delivers to whom."""
    one, other = pair.one.slots, pair.other.slots
    if pair.features.words < _WORDED:
        return False
    mine, theirs = ([who for who in a.acting if who in b.entities] for a, b in ((one, other), (other, one)))
    return bool(one.entities - other.entities and other.entities - one.entities) or (
        len(mine) > 1 and mine[:2] == theirs[1::-1]
    )


def _exclude(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both hold something, and nothing in common."""
    return bool(one and other) and one.isdisjoint(other)


def _years(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    one, other = (frozenset(date[:_YEAR] for date in side.slots.dates) for side in (pair.one, pair.other))
    return one, other
