"""Numbers that belong together: ranges (« 10 à 15 % »), lists (« 12, 14 et 15 ans »), ratios (« un élu sur dix »)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.languages.fr.quantities.amounts import Amount
from briefing.languages.fr.quantities.lexicon.vocabulary import words
from briefing.languages.fr.quantities.units import Unit
from briefing.languages.fr.verbs import analyse
from briefing.model.span import Span

_BETWEEN = re.compile(r"\bentre (?:les )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:de |d'|des )$", re.IGNORECASE)
_OVER = re.compile(r"(?: [^\W\d_]+)? sur $")
_CLAUSE = re.compile(r"[.;:!?«»()]")
_WORD = re.compile(r"[^\W\d_]+")
_SHIFT_WINDOW = 70
_MOST_IN_LIST = 6
_NEAR = 10  # « en baisse de 120 points à 7.450 points » is no range
_LIST, _LAST_IN_LIST = {", ", " et ", " ou ", " puis "}, {" et ", " ou ", " puis "}
_DASHES = {"-", "–", " - ", " – "}


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with the unit that follows it, if one does."""

    amount: Amount
    unit: Unit | None

    @property
    def end(self) -> int:
        """Where amount and unit end."""
        return self.unit.end if self.unit else self.amount.span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What makes one quantity. `top` is the second number of a range, `over` the whole of a ratio."""

    amount: Amount
    unit: Unit | None
    end: int
    value: Decimal
    top: Decimal | None = None
    over: Decimal | None = None
    borrowed: bool = False

    @property
    def number_end(self) -> int:
        """Where the number ends, without its unit."""
        return self.end if self.over is not None else self.amount.span.end

    @property
    def span(self) -> Span:
        """From the first number to the end of the unit, where the unit stands with it."""
        return Span(self.amount.span.start, self.end)


def groups(text: str, counted: Sequence[Counted]) -> Iterator[Group]:
    """Each number, joined with the ones it belongs with; every amount stands in one group."""
    at = 0
    while at < len(counted):
        one, two = counted[at], counted[at + 1] if at + 1 < len(counted) else None
        pair = _ratio(text, one, two) or _range(text, one, two) if two else None
        yield pair or _alone(text, counted, at)
        at += 2 if pair else 1


def _single(one: Counted) -> Group:
    half = Decimal("0.5") if one.unit and one.unit.half else Decimal(0)
    return Group(amount=one.amount, unit=one.unit, end=one.end, value=one.amount.value + half)


def _alone(text: str, counted: Sequence[Counted], at: int) -> Group:
    one = counted[at]
    unit = _borrowed(text, counted, at) if one.unit is None and not one.amount.is_one else None
    group = _single(one)
    return replace(group, unit=unit, borrowed=True) if unit else group


def _borrowed(text: str, counted: Sequence[Counted], at: int) -> Unit | None:
    """The unit that ends a list or the second half of a change: « 12, 14 et 15 ans », « passer de 10 à 15 % »."""
    first = counted[at].amount
    for one, two in zip(counted[at : at + _MOST_IN_LIST], counted[at + 1 : at + _MOST_IN_LIST + 1], strict=False):
        joint = text[one.end : two.amount.lead]
        changes = joint == " à " and one.amount is first and _FROM.search(text[max(0, first.lead - 5) : first.lead])
        if one.unit or two.amount.spelled != first.spelled or not (changes or joint in _LIST):
            return None
        if two.unit and (changes or joint in _LAST_IN_LIST):
            return two.unit
    return None


def _ratio(text: str, one: Counted, two: Counted) -> Group | None:
    """« sept élèves sur dix »; the second number counts nothing itself."""
    gap = text[one.end : two.amount.lead]
    if two.unit or len(gap) > 20 or not _OVER.fullmatch(gap):
        return None
    return replace(_single(one), end=two.amount.span.end, over=two.amount.value)


def _range(text: str, one: Counted, two: Counted) -> Group | None:
    if two.unit is None or (one.unit and one.unit.name != two.unit.name):
        return None
    low = _scaled(one, two)
    if low >= two.amount.value or not _joins(text, one, two):
        return None
    return Group(amount=one.amount, unit=two.unit, end=two.end, value=low, top=_single(two).value)


def _joins(text: str, one: Counted, two: Counted) -> bool:
    """Whether the words between two numbers make them a range."""
    joint, lead = text[one.end : two.amount.lead], one.amount.lead
    if joint == " et ":
        return _BETWEEN.search(text[max(0, lead - 12) : lead]) is not None
    if joint == " à " and one.unit:
        near = two.amount.value <= one.amount.value * _NEAR
        return near and _FROM.search(text[max(0, lead - 5) : lead]) is not None and not shifts(text, lead)
    if joint == " à ":
        return not shifts(text, lead)
    if joint in _DASHES:
        return not one.amount.spelled and one.unit is None
    return joint == " ou " and one.unit is None


def _scaled(one: Counted, two: Counted) -> Decimal:
    """The first number, with the scale of the second where they share it: « 1,5 à 2 millions », « 200 à 300 000 »."""
    value, top, scale = one.amount.value, two.amount.value, two.amount.scale
    if one.unit or one.amount.scale > 1:
        return value
    if scale > 1 and value * scale < top:
        return value * scale
    thousands = top % 1000 == 0 and not two.amount.spelled and value < top / 1000 and value * 10000 >= top
    return value * 1000 if thousands else value


def shifts(text: str, at: int) -> bool:
    """Whether « de » before `at` follows a verb of going from one value to another: « passer de A à B »."""
    if not _FROM.search(text[max(0, at - 5) : at]):
        return False
    clause = _CLAUSE.split(text[max(0, at - _SHIFT_WINDOW) : at])[-1]
    found = {word.lower() for word in _WORD.findall(clause)}
    verbs = words("shifting")
    return bool(found & words("shift_nouns")) or any(form.lemma in verbs for word in found for form in analyse(word))
