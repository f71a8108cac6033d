"""What is made of a compared pair: shown where it scores enough and nothing speaks against it, proposed, or left out.

The least scores were read off dossiers judged by weights that were fitted on others (tests/relating): of ten pairs that
are shown there, eight at least are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from briefing.relate.compare.clashes import COUNTED, Clash
from briefing.relate.compare.pairs import Pair
from briefing.relate.compare.weights import Scales
from briefing.relate.slots.moments import exclude
from briefing.relate.slots.numbers import SURELY
from briefing.relate.slots.slots import are_strangers, follows

SHOWN = 0.4
"""The least score of two claims that are shown as saying the same."""
PROPOSED = 0.04
"""The least score that a pair needs to be proposed."""
_NEAR = 0.5
"""No more than one other claim stands nearer."""
_MUCH, _SOME = 0.35, 0.15
"""So much of their words two sentences share that say the same, and so much where both name one day."""
_TELLING_DATE = 0.6
"""A date of which not everything is told."""
_WORDED = 0.45
"""Sentences so alike differ in whom they name, if each names somebody else."""
_RARE, _RARER = 0.65, 0.85
"""Words that more claims share are a formula: « nous avons compté » tells of any event; the more so of two places."""
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
        elsewhere = one.is_past != other.is_past or _exclude(one.places, other.places)
        return clash.is_told or (
            clash.counts_one(score) and not elsewhere and not (_shares_a_formula(self.pair) and not clash.is_alone)
        )

    @property
    def denies(self) -> bool:
        """Whether one is shown as denying what the other states, verb and all; if not both deny.

        Who says both at one time contradicts nobody; who says later what he denied admits it.
        """
        found, one, other = self.pair.features, self.pair.one.slots, self.pair.other.slots
        both_deny, elsewhen = one.denied and other.denied, one.is_foretold != other.is_foretold
        if both_deny or elsewhen or self.apart or _shares_a_formula(self.pair):
            return False
        denying, stating = (one, other) if one.denied else (other, one)
        if not (one.speakers.isdisjoint(other.speakers) or follows(stating, denying)):
            return False
        is_of_it = bool(denying.denied_heads) and denying.denied_heads <= stating.stems
        return is_of_it and self.related >= COUNTED and found.shared >= _IN_SCOPE and found.rank == 1.0

    @property
    def is_proposed(self) -> bool:
        """Whether a person should look."""
        return self.related >= PROPOSED


def is_shown(pair: Pair, score: float) -> bool:
    """Whether a pair against which nothing speaks may be shown as one: by a number, a day or much of the words.

    « 12 000 soldats » and « des milliers » is not: a person says whether numbers that are not equal agree.
    """
    found = pair.features
    if score < SHOWN or found.rank < _NEAR or found.bound or found.clash:
        return False
    if found.number > 0 or found.digits > 0:
        return True
    dated = found.date >= _TELLING_DATE and found.words >= _SOME
    worded = dated or (found.shared > 0 and found.words >= _MUCH)
    strange = are_strangers(pair.one.slots, pair.other.slots) and _shares_a_formula(pair)
    return worded and not _shares_circumstances(pair) and not strange


def _shares_circumstances(pair: Pair) -> bool:
    """Whether each word that is shared, or name where no word is, tells in one claim only beside what something is.

    Much happens during one rally.
    """
    one, other = pair.one.slots, pair.other.slots
    shared = (one.content & other.content) or (one.names & other.names)
    return bool(shared) and shared.isdisjoint(one.stated & other.stated)


def _shares_a_formula(pair: Pair) -> bool:
    """Whether many claims near use every word that both share, of no place that both name."""
    one, other = pair.one.slots, pair.other.slots
    least = _RARER if are_strangers(one, other) else _RARE
    return 0 < pair.features.rarest < least and one.places.isdisjoint(other.places)


def judged(pairs: Iterable[Pair], scales: Scales) -> Iterator[Judgement]:
    """What the scales say of each pair."""
    for pair in pairs:
        apart = _apart(pair.clashes, scales)
        yield Judgement(
            pair, scales.same.of(pair.features), scales.related.of(pair.features), _against(pair, apart), apart
        )


def _apart(clashes: Iterable[Clash], scales: Scales) -> tuple[Clash, float] | None:
    scored = [
        (clash, scales.counted.of(clash.features))
        for clash in clashes
        if clash.one.number.parts_from(clash.other.number)
    ]
    return max(scored, key=lambda found: (found[0].is_told, found[1]), default=None)


def _against(pair: Pair, apart: tuple[Clash, float] | None) -> Against | None:
    found, one, other = pair.features, pair.one.slots, pair.other.slots
    counted_otherwise = apart is not None and apart[1] >= COUNTED and not found.number
    if found.clash >= _CLASHING or counted_otherwise or _counts_others(pair):
        return Against.NUMBERS
    if found.one_denies > _DENIED or one.is_denial is not other.is_denial:
        return Against.POLARITY
    if not (one.is_told and other.is_told):
        return Against.CERTAINTY
    if one.is_past != other.is_past:
        return Against.DATES
    if found.number:
        return None
    if one.resumes != other.resumes:
        return Against.STATE
    if exclude(one.dates, other.dates):
        return Against.DATES
    elsewhere = _exclude(one.entities, other.entities) or _exclude(one.places, other.places)
    return Against.NAMES if elsewhere or _names_others(pair) else None


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
