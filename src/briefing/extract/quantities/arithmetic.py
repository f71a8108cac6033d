"""Arithmetic of numbers as the press writes them; no language in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal

from briefing.model.span import Span

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:([ .'])[0-9]{3})(?:\1[0-9]{3}){0,4}(?:,[0-9]{1,9})?")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})*,000")
_PLAIN = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,9})?")
_NEAR = 10
"""How many times as much a change may make of a number that leaves its scale to the next one."""
_WITHOUT_MARKS = str.maketrans("", "", " .'")


def decimal(digits: str) -> Decimal | None:
    """The value of digits: « 12.000 », « 12 000 », « 3,5 », « 12.5 », and « 14,000 » for 14 000; None for « 4.3.2 »."""
    if _THOUSANDS.fullmatch(digits):
        return Decimal(digits.translate(_WITHOUT_MARKS).replace(",", "."))
    if _ENGLISH.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", ".")) if _PLAIN.fullmatch(digits) and digits.isascii() else None


def shared_scale(low: Decimal, high: Decimal, scale: int) -> Decimal:
    """The lower number with the scale of the upper one, where it shares it.

    « 1,5 à 2 millions », and « 200 à 300 000 », where three noughts are the scale. `scale` is the upper number's
    last multiplier, 1 without.
    """
    if scale > 1:
        return low * scale if low * scale < high else low
    thousands = high % 1000 == 0 and low < high / 1000 and low * 10000 >= high
    return low * 1000 if thousands else low


def shared_hundreds(low: Decimal, high: Decimal) -> Decimal:
    """« deux à trois cents »: the lower number of a range in letters with the hundreds of the upper one."""
    return low * 100 if high % 100 == 0 and low < high / 100 < 10 else low


def changed_scale(one: Decimal, other: Decimal, scale: int) -> Decimal:
    """The number from which a change starts, with the scale of the one that it reaches: « de 40 à 35 millions »."""
    near = scale > 1 and other / _NEAR <= one * scale <= other * _NEAR
    return one * scale if near else one


def plain(value: Decimal) -> int | float:
    """The value as an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


class Spans:
    """Spans that other annotators took, none within another, searched by bisection."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def touching(self, span: Span) -> Span | None:
        """A taken span that overlaps this one."""
        at = bisect_right(self._starts, span.end)
        return next((taken for taken in self._spans[max(0, at - 2) : at] if taken.overlap(span)), None)

    def ends_at(self, at: int) -> bool:
        """Whether a taken span ends at `at`."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and self._spans[before].end == at
