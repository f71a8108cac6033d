"""Amounts: numerals, and nouns of number such as « une dizaine », « des milliers », « dizaines de milliers »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefing.languages.fr.quantities import bounds
from briefing.languages.fr.quantities.lexicon.vocabulary import Multiplier, cardinals, either, scales, words
from briefing.languages.fr.quantities.numerals import Numeral, read
from briefing.model.annotation import Bound
from briefing.model.span import Span

_THOUSAND = 1000
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much, before it is known of what.

    `lead`: where the words begin with their article (« une dizaine »). `scale`: the last multiplier.
    `linked`: the noun follows with « de ». `vague`: the bound that the words carry themselves.
    `alone`: it also counts where no noun follows.
    """

    lead: int
    span: Span
    value: Decimal
    spelled: bool
    scale: int = 1
    linked: bool = False
    vague: Bound | None = None
    alone: bool = True

    @property
    def is_one(self) -> bool:
        """« un » or « une », which is an article more often than a number."""
        return self.spelled and self.value == 1 and not self.linked

    @property
    def is_year_like(self) -> bool:
        """Four figures without a thousands mark, between 1900 and 2099."""
        return not self.spelled and len(self.span) == 4 and self.value in _YEARS


def amounts(text: str, block: Span) -> Iterator[Amount]:
    """All amounts of a block, from left to right."""
    at = block.start
    while found := _trigger().search(text, at, block.end):
        amount = None if _is_article(text, found) else _amount(text, found.start())
        if amount:
            yield amount
        at = max(found.end(), amount.span.end if amount else 0)


def _is_article(text: str, found: re.Match[str]) -> bool:
    """Whether « un » is an article at first sight, as nearly always: no bound before it, nothing of number after it."""
    if cardinals().get(found[0].lower()) != 1 or bounds.may_stand_before(text, found.start()):
        return False
    return _after_one().match(text, found.end()) is None


@cache
def _after_one() -> re.Pattern[str]:
    """« un million », « une bonne centaine », « un élu sur dix », « un an et demi », « un à deux ans »."""
    nouns = either(word for word, scale in scales().items() if scale.kind is not Multiplier.SIGN)
    number = rf"(?:[0-9]|(?:{either(cardinals())})(?!\w))"
    adjectives = either(words("estimating"))
    return re.compile(
        rf" (?:(?:{adjectives}) )?(?:{nouns})(?!\w)|[^.,;\n]{{1,40}} sur {number}|[^.,;\n]{{1,30}} et demie?(?!\w)"
        rf"| (?:à|ou) {number}",
        re.IGNORECASE,
    )


@cache
def _trigger() -> re.Pattern[str]:
    """Where an amount may begin."""
    nouns = [word for word, scale in scales().items() if scale.kind is not Multiplier.SIGN]
    return re.compile(rf"(?<!\w)(?:[0-9]|(?:{either([*cardinals(), *nouns])})(?!\w))", re.IGNORECASE)


@cache
def _group() -> re.Pattern[str]:
    """« dizaine » after a number, perhaps with an adjective: « une bonne dizaine »."""
    groups = [word for word, scale in scales().items() if scale.kind is Multiplier.GROUP]
    return re.compile(rf" (?:(?:{either(words('estimating'))}) )?({either(groups)})(?!\w)", re.IGNORECASE)


@cache
def _multiple() -> re.Pattern[str]:
    """« de milliers » after « dizaines »."""
    nouns = [word for word, scale in scales().items() if scale.kind is not Multiplier.SIGN]
    return re.compile(rf" (?:de |d')({either(nouns)})(?!\w)", re.IGNORECASE)


def _amount(text: str, start: int) -> Amount | None:
    numeral = read(text, start)
    if numeral is None:
        return _bare(text, start)
    group = _group().match(text, numeral.span.end)
    if group is None:
        return _plain(numeral)
    one = numeral.value == 1
    head = Span(group.start(1) if one else start, group.end(1))
    return _collective(text, start, head, numeral.value, Bound.APPROX if one else None)


def _plain(numeral: Numeral) -> Amount:
    return Amount(
        lead=numeral.span.start,
        span=numeral.span,
        value=numeral.value,
        spelled=numeral.spelled,
        scale=numeral.scale,
        linked=numeral.scale > _THOUSAND,
    )


def _bare(text: str, start: int) -> Amount | None:
    """« des milliers », « plusieurs millions »: a plural noun of number without a number."""
    found = re.compile(r"\w+(?:-\w+)*").match(text, start)
    scale = scales().get(found[0].lower()) if found else None
    if found is None or scale is None:
        return None
    plural = found[0].lower().endswith("s")
    return _collective(text, start, Span(*found.span()), Decimal(1), Bound.MIN if plural else Bound.APPROX)


def _collective(text: str, lead: int, head: Span, times: Decimal, vague: Bound | None) -> Amount:
    """Multiply from left to right: « dizaines de milliers »."""
    last = scales()[re.split(r"[ ]", text[head.start : head.end])[-1].lower()]
    value, end = times * last.value, head.end
    while found := _multiple().match(text, end):
        last = scales()[found[1].lower()]
        value, end = value * last.value, found.end()
    return Amount(
        lead=lead,
        span=Span(head.start, end),
        value=value,
        spelled=True,
        scale=last.value,
        linked=True,
        vague=vague,
        alone=last.alone or last.kind is Multiplier.NOUN,
    )
