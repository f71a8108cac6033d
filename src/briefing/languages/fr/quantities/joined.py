"""Numbers that belong together: ranges (« 10 à 15 % »), lists (« 12, 14 et 15 ans »), ratios (« un élu sur dix »)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.quantities.amounts import Amount
from briefing.extract.quantities.arithmetic import changed_scale, shared_hundreds, shared_scale
from briefing.languages.fr.grammar.voices import spellings
from briefing.languages.fr.quantities.lexicon.vocabulary import sizes
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed
from briefing.languages.fr.quantities.units import Unit

_PARTS = (100, 1000)  # « 98 communes sur 100 »: with up to ten, what a whole is divided into
_NEAR = 10  # « en baisse de 120 points à 7.450 points » is no range
_DASHES = ("-", "–")
_SHIFT_WINDOW = 14
_MOST_IN_LIST = 6


class Counted(Struct, frozen=True):
    """An amount with the unit that follows it, if one does."""

    amount: Amount
    unit: Unit | None

    @property
    def last(self) -> int:
        """The word behind amount and unit."""
        return max(self.unit.last, self.amount.last) if self.unit else self.amount.last


class Figure(Struct, frozen=True):
    """What makes one quantity. `top` is the second number of a range, `over` the whole of a ratio.

    `last`: the word behind it with its unit; `number_last`: the word behind the number alone.
    """

    amount: Amount
    unit: Unit | None
    last: int
    number_last: int
    value: Decimal
    top: Decimal | None = None
    over: Decimal | None = None


def figures(syntax: Syntax, counted: Sequence[Counted]) -> Iterator[Figure]:
    """Each number, joined with the ones it belongs with; every amount stands in one figure."""
    at = 0
    while at < len(counted):
        one, two = counted[at], counted[at + 1] if at + 1 < len(counted) else None
        pair = _ratio(syntax, one, two) or _range(syntax, one, two) if two else None
        yield pair or _alone(syntax, counted, at)
        at += 2 if pair else 1


def _single(one: Counted) -> Figure:
    half = Decimal("0.5") if one.unit and one.unit.half else Decimal(0)
    return Figure(one.amount, one.unit, one.last, one.amount.last, one.amount.value + half)


def _alone(syntax: Syntax, counted: Sequence[Counted], at: int) -> Figure:
    one = counted[at]
    lender = _lender(syntax, counted, at) if one.unit is None and not one.amount.is_one else None
    figure = _single(one)
    if lender is None:
        return figure
    unit, value = lender.unit and replace(lender.unit, last=one.last), figure.value
    if one.amount.scale == 1 and _joint(syntax, one, lender) == "à":
        value = changed_scale(value, lender.amount.value, lender.amount.scale)
    return replace(figure, unit=unit, value=value)


def _lender(syntax: Syntax, counted: Sequence[Counted], at: int) -> Counted | None:
    """The number that lends its unit, or its scale, to this one.

    It ends a list or the second half of a change: « 12, 14 et 15 ans », « passer de 10 à 15 % ».
    """
    first = counted[at].amount
    for one, two in zip(counted[at : at + _MOST_IN_LIST], counted[at + 1 : at + _MOST_IN_LIST + 1], strict=False):
        joint = _joint(syntax, one, two)
        changes = joint == "à" and one.amount is first and _starts_from(syntax, first.lead)
        ends = joint in listed("listing")
        if one.unit or two.amount.spelled != first.spelled or not (changes or ends or joint == ","):
            return None
        if (two.unit and ends) or (changes and (two.unit or two.amount.linked)):
            return two
    return None


def _joint(syntax: Syntax, one: Counted, two: Counted) -> str:
    """The one word between two numbers, empty where there are more or none."""
    words = syntax.words
    return words[one.last].form if two.amount.lead == one.last + 1 else ""


def _ratio(syntax: Syntax, one: Counted, two: Counted) -> Figure | None:
    """« sept élèves sur dix »; the second number counts nothing itself, as it does in « 36 sièges sur 72 »."""
    words = syntax.words
    at = two.amount.lead - 1
    if two.unit or not one.last <= at <= one.last + 1 or words[at].form != "sur":
        return None
    whole = two.amount.value
    if whole > _NEAR and whole not in _PARTS and whole != one.amount.value:
        return None
    return replace(_single(one), last=two.amount.last, number_last=two.amount.last, over=two.amount.value)


def _range(syntax: Syntax, one: Counted, two: Counted) -> Figure | None:
    if not _joins(syntax, one, two) or _is_year(syntax, one):
        return None
    low, high = one.amount.value, _single(two).value
    if one.unit is None and one.amount.scale == 1:
        letters = two.amount.spelled and two.amount.scale == 1
        low = shared_hundreds(low, high) if letters else shared_scale(low, high, two.amount.scale)
    unit = two.unit
    if one.unit and unit and one.unit.name != unit.name:
        times = sizes().get((one.unit.name, unit.name))
        if times is None:
            return None
        unit, high = one.unit, high * times
    if low >= high:
        return None
    return Figure(one.amount, unit and replace(unit, last=two.last), two.last, two.amount.last, low, high)


def _is_year(syntax: Syntax, one: Counted) -> bool:
    """« évaluait en [2021] à 147 milliards d'euros »."""
    before = syntax.words[one.amount.lead - 1].form if one.amount.lead else ""
    return before in listed("before_year") and one.amount.is_year_like(syntax.words)


def _joins(syntax: Syntax, one: Counted, two: Counted) -> bool:
    """Whether the words between two numbers make them a range."""
    words, joint, lead = syntax.words, _joint(syntax, one, two), one.amount.lead
    if joint == "et":
        return any(word.form == "entre" for word in words[max(0, lead - 2) : lead])
    if joint == "à" and one.unit:
        near = two.amount.value <= one.amount.value * _NEAR
        return near and _starts_from(syntax, lead) and not shifts(syntax, lead)
    if joint == "à":
        return not shifts(syntax, lead)
    if joint in _DASHES:
        return not one.amount.spelled and one.unit is None
    return joint == "ou" and one.unit is None


def _starts_from(syntax: Syntax, lead: int) -> bool:
    return lead > 0 and syntax.words[lead - 1].form in spellings("de")


def shifts(syntax: Syntax, lead: int) -> bool:
    """Whether « de » before a word follows a verb of going from one value to another: « passer de A à B »."""
    words = syntax.words
    if not _starts_from(syntax, lead):
        return False
    for i in range(lead - 2, max(-1, lead - 2 - _SHIFT_WINDOW), -1):
        word = words[i]
        if word.tag in (Tag.STOP, Tag.BRACKET, Tag.QUOTATION):
            return False
        if word.lemma in listed("shift_nouns") and word.tag is Tag.NOUN:
            return True
        if word.tense is not None:
            return word.lemma in listed("shifting")
    return False
