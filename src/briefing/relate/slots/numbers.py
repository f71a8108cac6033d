"""A number of a claim: its value and bound, what it counts, and the words around it that say of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import inf

from msgspec import Struct

from briefing.corpus.text import plain
from briefing.extract.words.wording import Wording
from briefing.model.annotation import Bound, Quantity
from briefing.relate.slots.replacements import replaced
from briefing.relate.slots.units import Kind, Unit, unit
from briefing.relate.slots.words import Stretch, Word, Words, stem

_WORD = re.compile(r"[^\W\d_]+")
_ABOUT = _ROUNDED = 0.1
"""How far « environ », and a number that is rounded, may lie off."""
_MANY, _SMALL, _RATIO = 1000, 13, 100
SURELY, _MAYBE, _HARDLY = 0.5, 0.4, 0.1
"""How well two units must fit to count one thing: the less, the rarer the numbers themselves are."""
_REACH = 8
"""How many telling words on each side may say what a number counts."""
_BESIDE, _FARTHER, _FADING = 0.5, 0.25, 0.06
"""What a word weighs in the next part of the sentence, and beyond it; what each word between takes off."""
_OF = len(" % de la ")
_SELECTING, _COMPARING = 2, 3
"""How many words right before or behind a number may say that it counts some of a whole."""
_BREAK = re.compile(r"[,;:.()«»“”\"–—!?]")
_LARGE = 100_000
"""From here on a number without a unit may be an amount of money."""


class Number(Struct, frozen=True, eq=False):
    """A number; `around` weighs the words that may say what is counted, by stem."""

    quantity: Quantity
    value: float
    most_named: float | None
    """The upper number of a range."""
    unit: Unit | None
    around: Mapping[str, float]
    of: str | None
    """The word right behind a share, by its stem: « 18 % des enseignants »."""
    least: float
    """The smallest number that the words allow."""
    most: float
    """The greatest number that the words allow."""
    is_bounded: bool
    """Whether the words say that the true number may be another: « plus de », « environ »."""
    is_part: bool
    """Whether it counts some of a whole: « dont trois », « les trois membres les plus anciens »."""
    is_known: bool
    """Whether readers are taken to know the group: « les neuf membres »; what is counted anew has no such article."""
    replaces: float | None
    """The value whose place it took, as its sentence says: « tombé de 58 à 47 % »."""

    @property
    def kind(self) -> Kind | None:
        """What its unit counts; None where it has none."""
        return self.unit.kind if self.unit else None

    @property
    def is_signed(self) -> bool:
        """Whether its unit is a sign, which says nothing of what is counted: % or a currency."""
        return self.kind in (Kind.SHARE, Kind.MONEY)

    @property
    def counts_people(self) -> bool:
        """Whether it counts people, whoever they are: other words say which."""
        return self.unit is not None and self.unit.kind is Kind.PEOPLE and self.unit.is_general

    @property
    def is_small(self) -> bool:
        """Whether it is a whole number that stands in many sentences."""
        return self.value < _SMALL and self.value.is_integer()

    @property
    def is_counted(self) -> bool:
        """Whether it says how many or how much of what, and few sentences would by chance."""
        return self.kind is not None and (not self.is_small or self.counts_people)

    @property
    def tells(self) -> bool:
        """Whether nobody gives it by chance: « 2,1 », « 1 900 », and neither « 14 » nor a length of time."""
        digits = len(f"{abs(self.value):.10g}".replace(".", "").strip("0"))
        long = digits > 2 or (digits > 1 and (self.value >= _MANY or not self.value.is_integer()))
        return self.kind is not Kind.TIME and (long or self.value >= _LARGE)

    def equals(self, other: Number) -> bool:
        """Whether both give the same number, whatever its bound."""
        return self.value == other.value and self.most_named == other.most_named

    def is_told_by(self, other: Number) -> bool:
        """Whether the other is the same number of the same thing: « deux nuits » are not « deux morts »."""
        least = _HARDLY if self.tells else SURELY if self.is_small else _MAYBE
        return (self.equals(other) or self.rounds(other)) and self.fits(other) >= least

    def rounds(self, other: Number) -> bool:
        """Whether one is the other without its last digits: « plus de 53 % » and « 53,4 % », not « des milliers »."""
        near = abs(self.value - other.value) <= _ROUNDED * max(abs(self.value), abs(other.value))
        return near and self.is_bounded is not other.is_bounded and not self.is_small and self.allows(other)

    def allows(self, other: Number) -> bool:
        """Whether both can be true of the same thing: « plus de 53 % » and « 53,4 % »."""
        return self.least <= other.most and other.least <= self.most

    def parts_from(self, other: Number) -> bool:
        """Whether they cannot both be true of one thing.

        Shares of two wholes are of two things, as are a whole and a part, and two small groups that are known already.
        """
        groups = self.is_known and other.is_known and (self.is_small or other.is_small)
        of_one = self.of is None or other.of in (None, self.of)
        return not self.allows(other) and of_one and self.is_part is other.is_part and not groups

    def fits(self, other: Number) -> float:
        """How well the units fit, from 0 (they cannot count the same) to 1 (one unit)."""
        if self.unit is None or other.unit is None:
            return self._may_share_a_unit(other)
        fit = self.unit.fits(other.unit)
        return fit or (0.6 if self._is_amount_of(other) or other._is_amount_of(self) else 0.0)

    def _is_amount_of(self, other: Number) -> bool:
        """« L'économie est de 1,8 million d'euros », « 1,8 million d'économies »: money for what the other names."""
        if self.kind is not Kind.MONEY or other.unit is None:
            return False
        return other.kind is Kind.THING and other.unit.stem in self.around

    def _may_share_a_unit(self, other: Number) -> float:
        """« 2,3 milliards » may be euros, as the other number is; never a share or a time."""
        if self.unit is None and other.unit is None:
            return 0.5
        named = other if self.unit is None else self
        alike = (self.value >= _LARGE) == (other.value >= _LARGE)
        return 0.6 if alike and named.kind not in (Kind.SHARE, Kind.TIME) else 0.0


def numbers(quantities: Sequence[Quantity], offset: int, said: Words, wording: Wording) -> Iterator[Number]:
    """The numbers of a passage that begins at `offset` of its article; « un sur deux » is 50 %."""
    inside = [quantity for quantity in quantities if quantity.start >= offset]
    old = {place: float(inside[other].value) for place, other in replaced(inside, offset, said.text, wording)}
    for place, quantity in enumerate(inside):
        start, end = quantity.start - offset, quantity.end - offset
        value, counts, counted = _in_base_unit(quantity, wording)
        around = _around(said, start, end) | ({counted: 1.0} if counted else {})
        least, most = _allowed(quantity, value)
        yield Number(
            quantity,
            value,
            quantity.value_max,
            counts,
            around,
            of=(counted or _first_behind(said, end)) if counts and counts.kind is Kind.SHARE else None,
            least=least,
            most=most,
            is_bounded=quantity.bound is not Bound.EXACT,
            is_part=_is_part(said.text, start, end, wording),
            is_known=not wording.definites.isdisjoint(_before(said.text, start)[-1:]),
            replaces=old.get(place),
        )


def numerals(quantities: Sequence[Quantity], offset: int) -> Iterator[Stretch]:
    """Where a number stands, without what it counts: « quatorze » tells nothing that its value does not."""
    for quantity in quantities:
        counted = stem(quantity.unit.split()[0]) if quantity.unit else ""
        behind = (word.start() for word in _WORD.finditer(quantity.exact) if counted and stem(word[0]) == counted)
        start = quantity.start - offset
        yield start, start + next(behind, len(quantity.exact))


def _is_part(text: str, start: int, end: int, wording: Wording) -> bool:
    """Whether words beside a number, up to the next break, say that it counts some of a whole."""
    before = _before(text, start)[-_SELECTING:]
    behind = [plain(word) for word in _WORD.findall(_BREAK.split(text[end:], maxsplit=1)[0])][:_COMPARING]
    behind = behind[: next((n for n, word in enumerate(behind) if word in wording.joints), None)]
    beside = {*before, *map(plain, _WORD.findall(text[start:end])), *behind}
    return not beside.isdisjoint(wording.selections) or not wording.comparisons.isdisjoint(behind)


def _before(text: str, start: int) -> list[str]:
    """The words before an offset, from the last break on."""
    return [plain(word) for word in _WORD.findall(_BREAK.split(text[:start])[-1])]


def _allowed(quantity: Quantity, value: float) -> tuple[float, float]:
    """The smallest and the greatest number that the words allow."""
    if quantity.bound is Bound.MIN:
        return value, inf
    if quantity.bound is Bound.MAX:
        return 0.0, value
    if quantity.bound is Bound.APPROX:
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, (quantity.value_max or value) if quantity.bound is Bound.RANGE else value


def _in_base_unit(quantity: Quantity, wording: Wording) -> tuple[float, Unit | None, str]:
    """The value, the unit, and for a ratio the stem of what it is a part of."""
    if quantity.unit is None:
        return float(quantity.value), None, ""
    *counted, last = quantity.unit.split()
    whole = int(last) if last.isdecimal() and counted and counted[-1] in wording.ratios else 0
    if len(counted) > 1 and 0 < whole <= _RATIO:  # « enseignant sur 2 », and not « emploi sur 780 »
        return 100 * quantity.value / whole, unit("%", wording), stem(counted[0])
    return float(quantity.value), unit(quantity.unit, wording), ""


def _around(said: Words, start: int, end: int) -> dict[str, float]:
    """The weight of each word on both sides: less in the next part of the sentence, less with each word between."""
    here = said.part_at(start)
    before = [word for word in reversed(said.told) if word.end <= start][:_REACH]
    behind = [word for word in said.told if word.start >= end][:_REACH]
    weights = {word.stem: 1.0 for word in said.told if start <= word.start < end}
    for distance, word in chain(enumerate(before), enumerate(behind)):
        weight = _nearness(word, here) * (1 - _FADING * distance)
        weights[word.stem] = max(weights.get(word.stem, 0.0), weight)
    return weights


def _first_behind(said: Words, end: int) -> str | None:
    """The telling word that only a preposition and an article part from a number."""
    behind = next((word for word in said.told if word.start >= end), None)
    return behind.stem if behind and behind.start - end <= _OF else None


def _nearness(word: Word, part: int) -> float:
    return {0: 1.0, 1: _BESIDE}.get(abs(word.part - part), _FARTHER)
