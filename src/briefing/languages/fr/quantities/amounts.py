"""Amounts: numerals, and nouns of number such as « une dizaine », « des milliers », « dizaines de milliers »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.extract.analysis.syntax import Tag, Word
from briefing.languages.fr.quantities.lexicon.vocabulary import Multiplier, cardinals, scales
from briefing.languages.fr.quantities.lexicon.vocabulary import words as listed
from briefing.languages.fr.quantities.numerals import Numeral, read
from briefing.model.annotation import Bound

_THOUSAND = 1000
_YEARS = range(1900, 2100)
_OF = ("de", "d'")


class Amount(NamedTuple):
    """How much, before it is known of what: words `first` to `last` (excluded).

    `lead`: the word with which it begins, article included (« une dizaine »). `scale`: the last multiplier.
    `linked`: the noun follows with « de ». `vague`: the bound that the words carry themselves. `alone`: it also counts
    where no noun follows. `glued`: a unit that touches the digits.
    """

    lead: int
    first: int
    last: int
    value: Decimal
    spelled: bool
    scale: int = 1
    linked: bool = False
    vague: Bound | None = None
    alone: bool = True
    glued: str = ""

    @property
    def is_one(self) -> bool:
        """« un » or « une », which is an article more often than a number."""
        return self.spelled and self.value == 1 and not self.linked

    def is_year_like(self, words: Sequence[Word]) -> bool:
        """Four figures without a thousands mark, between 1900 and 2099."""
        return len(words[self.first].form) == 4 and words[self.first].form.isdecimal() and self.value in _YEARS


def amounts(words: Sequence[Word]) -> Iterator[Amount]:
    """All amounts of a sentence, from left to right."""
    at = 0
    while at < len(words):
        amount = _amount(words, at) if _begins(words[at]) else None
        if amount:
            yield amount
        at = amount.last if amount else at + 1


def _begins(word: Word) -> bool:
    """Whether a word may begin an amount."""
    form = word.form
    if form in cardinals():
        return word.tag is not Tag.ADJECTIVE
    known = scales().get(form)
    if known is not None and known.kind is not Multiplier.SIGN:
        return True
    return word.tag is Tag.NUMBER or ("-" in form and form.partition("-")[0] in cardinals())


def _amount(words: Sequence[Word], first: int) -> Amount | None:
    numeral = read(words, first)
    if numeral is None:
        return _bare(words, first)
    at = numeral.last
    if at < len(words) and words[at].form in listed("estimating"):
        at += 1
    known = scales().get(words[at].form) if at < len(words) else None
    if known is None or known.kind is not Multiplier.GROUP or numeral.glued:
        return _plain(numeral)
    one = numeral.value == 1
    amount = _plain(numeral)._replace(first=at if one else first, vague=Bound.APPROX if one else None)
    return _collective(words, amount, at)


def _plain(numeral: Numeral) -> Amount:
    return Amount(
        lead=numeral.first,
        first=numeral.first,
        last=numeral.last,
        value=numeral.value,
        spelled=numeral.spelled,
        scale=numeral.scale,
        linked=numeral.scale > _THOUSAND,
        glued=numeral.glued,
    )


def _bare(words: Sequence[Word], at: int) -> Amount | None:
    """« des milliers », « plusieurs millions »: a plural noun of number without a number."""
    known = scales().get(words[at].form)
    if known is None or known.kind is Multiplier.SIGN:
        return None
    plural = words[at].form.endswith("s")
    vague = Bound.MIN if plural else Bound.APPROX
    return _collective(words, Amount(at, at, at, Decimal(1), spelled=True, vague=vague), at)


def _collective(words: Sequence[Word], times: Amount, at: int) -> Amount:
    """An amount times the nouns of number from a word on: « dizaines de milliers »."""
    known = scales()[words[at].form]
    value = times.value * known.value
    while at + 2 < len(words) and words[at + 1].form in _OF and words[at + 2].form in scales():
        at += 2
        known = scales()[words[at].form]
        value *= known.value
    alone = known.alone or known.kind is Multiplier.NOUN
    return times._replace(last=at + 1, value=value, spelled=True, scale=known.value, linked=True, alone=alone)
