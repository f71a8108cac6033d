"""What a claim counts: a number with its bound, what it counts, and whose that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from briefing.extract.pack import Theme
from briefing.model.annotation import Bound, Quantity
from briefing.relate.subject.acts import Hit, touch
from briefing.relate.subject.parties import Party

_BEHIND = 4
"""Words between a number and what it counts: « 1 500 membres des forces spéciales »."""
_OWNER = 2
"""Words, less one, between what is counted and whose it is: « de Corée »."""
_ABOUT = 0.1
"""How far « environ » may lie off."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number: `of` is a thing's class or, where no class is known, the unit; `owner` the parties named behind it."""

    quantity: Quantity
    of: str
    owner: Party

    @property
    def words(self) -> str:
        """The words of the article."""
        return self.quantity.exact

    @property
    def value(self) -> tuple[float, float | None, Bound]:
        """What is compared: the number and its bound."""
        return (self.quantity.value, self.quantity.value_max, self.quantity.bound)

    @property
    def least(self) -> float:
        """The smallest number that the words allow."""
        value = self.quantity.value
        return {Bound.MAX: 0.0, Bound.APPROX: value * (1 - _ABOUT)}.get(self.quantity.bound, value)

    @property
    def most(self) -> float:
        """The greatest number that the words allow."""
        value = self.quantity.value
        if self.quantity.bound is Bound.RANGE:
            return self.quantity.value_max or value
        return {Bound.MIN: inf, Bound.APPROX: value * (1 + _ABOUT)}.get(self.quantity.bound, value)

    @property
    def is_vague(self) -> bool:
        """« des milliers »: no number to compare with another."""
        return self.quantity.bound is Bound.MIN and not any(char.isdigit() for char in self.quantity.exact)

    def allows(self, other: Count) -> bool:
        """Whether both can be true of the same thing."""
        return self.least <= other.most and other.least <= self.most

    def same_number(self, other: Count) -> bool:
        """Whether both give the same number, whatever its bound."""
        return (self.quantity.value, self.quantity.value_max) == (other.quantity.value, other.quantity.value_max)


def counts(
    text: str, offset: int, quantities: Sequence[Quantity], things: Sequence[Theme], hits: Sequence[Hit]
) -> Iterator[Count]:
    """The counts of a passage that begins at `offset` of its article."""
    for quantity in quantities:
        start, end = quantity.start - offset, quantity.end - offset
        known = quantity.unit is not None and not quantity.unit.islower()  # a currency, a percentage
        near = (t for t in things if t.end > start and len(text[end : t.start].split()) <= _BEHIND)
        thing = None if known else next(near, None)
        of = thing.name if thing else quantity.unit
        if of:
            owner = next((hit[2] for hit in hits if _owns(text, hit, end, thing)), frozenset())
            yield Count(quantity, of, owner)


def _owns(text: str, hit: Hit, end: int, thing: Theme | None) -> bool:
    """« 12 000 soldats nord-coréens », « 12 000 soldats de Corée », “12,000 North Korean soldiers”."""
    edge = max(end, thing.end) if thing else end
    behind = hit[0] >= end and len(text[edge : hit[0]].split()) < _OWNER
    return behind or (thing is not None and touch(text, hit[1], thing.start))
