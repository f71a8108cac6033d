"""Numbers as they are written: « 12,000 », « $1.5bn », « twenty-one », « a dozen », « hundreds of thousands »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax
from briefing.extract.quantities.amounts import Amount, amounts
from briefing.extract.quantities.numerals import NumberWords
from briefing.languages.en.quantities.vocabulary import known
from briefing.model.annotation import Bound

_MOST = 10**18
"""What is larger counts nothing that the press writes of: a serial number, a run of zeros."""
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?")
_TOUCHED_BEFORE = re.compile(r"(?<=[\w.,/:'-])(?<!\s)")
_TOUCHED_BEHIND = re.compile(r"\w|[.,]\d|[:/]\d|-[a-z]")
_HUNDRED, _THOUSAND, _TWENTY = 100, 1000, 20


class Number(Struct, frozen=True):
    """A number in a text, from its sign of currency on."""

    amount: Amount
    start: int
    end: int
    currency: str | None = None

    @property
    def value(self) -> Decimal:
        """Its value."""
        return self.amount.value

    @property
    def crowd(self) -> bool:
        """« hundreds of »."""
        return self.amount.vague is Bound.MIN

    @property
    def scaled(self) -> bool:
        """Whether it is written with a multiplier."""
        return self.amount.scale > 1 or (self.amount.spelled and self.value >= _HUNDRED)


@cache
def number_words() -> NumberWords:
    """How English writes numbers."""
    return NumberWords(
        cardinals=known().numbers, scales=known().multipliers(), joint="and", adds=_adds, decimal=_decimal
    )


def _decimal(digits: str) -> Decimal | None:
    return Decimal(digits.replace(",", "")) if _DIGITS.fullmatch(digits) else None


def _adds(rest: int, value: int, joined: bool) -> int | None:
    """« three hundred and fifty », « twenty-one »; « and » only behind a hundred."""
    tens = rest % _HUNDRED
    if joined and (tens or not rest or value >= _HUNDRED):
        return None
    if value == _THOUSAND:
        return rest or 1
    if value == _HUNDRED:
        return (rest or 1) * _HUNDRED if rest < _HUNDRED // 10 else None
    fits = tens == 0 or (tens >= _TWENTY and tens % 10 == 0 and 0 < value < 10)
    return rest + value if fits else None


def numbers(text: str, syntax: Syntax) -> Iterator[Number]:
    """The numbers of a sentence, in order, whatever they count."""
    for amount in amounts(syntax.words, number_words()):
        span = syntax.span_of(amount.first, amount.last)
        sign = next((sign for sign in known().signs if text.endswith(sign, 0, span.start)), "")
        start, end = span.start - len(sign), span.end - len(amount.glued)
        touched = _TOUCHED_BEFORE.match(text, start) or _TOUCHED_BEHIND.match(text, span.end)
        if amount.value <= _MOST and not touched:
            yield Number(amount, start, end, known().signs.get(sign))
