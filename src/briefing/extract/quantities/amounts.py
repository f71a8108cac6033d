"""Amounts: numerals, and nouns of number such as « une dizaine », « des milliers », “tens of thousands”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.syntax import Tag, Word
from briefing.extract.quantities.numerals import Multiplier, NumberWords, Numeral, read
from briefing.model.annotation import Bound

_THOUSAND = 1000
_YEARS = range(1900, 2100)


class Amount(Struct, frozen=True):
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


def amounts(words: Sequence[Word], known: NumberWords) -> Iterator[Amount]:
    """All amounts of a sentence, from left to right."""
    end = 0
    for at, word in enumerate(words):
        amount = _amount(words, at, known) if at >= end and _begins(word, known) else None
        if amount:
            end = amount.last
            yield amount


def _begins(word: Word, known: NumberWords) -> bool:
    """Whether a word may begin an amount."""
    form = word.form
    if form in known.cardinals:
        return word.tag is not Tag.ADJECTIVE
    scale = known.scales.get(form)
    if scale is not None and scale.kind is not Multiplier.SIGN:
        return True
    return word.tag is Tag.NUMBER or ("-" in form and form.partition("-")[0] in known.cardinals)


def _amount(words: Sequence[Word], first: int, known: NumberWords) -> Amount | None:
    numeral = read(words, first, known)
    if numeral is None:
        return _bare(words, first, known)
    at = numeral.last
    if at < len(words) and words[at].form in known.estimating:
        at += 1
    scale = known.scales.get(words[at].form) if at < len(words) else None
    if scale is None or scale.kind is not Multiplier.GROUP or numeral.glued:
        return _plain(numeral, known)
    one = numeral.value == 1
    amount = replace(_plain(numeral, known), first=at if one else first, vague=Bound.APPROX if one else None)
    return _collective(words, amount, at, known)


def _plain(numeral: Numeral, known: NumberWords) -> Amount:
    return Amount(
        lead=numeral.first,
        first=numeral.first,
        last=numeral.last,
        value=numeral.value,
        spelled=numeral.spelled,
        scale=numeral.scale,
        linked=bool(known.of) and numeral.scale > _THOUSAND,
        glued=numeral.glued,
    )


def _bare(words: Sequence[Word], at: int, known: NumberWords) -> Amount | None:
    """« des milliers », « plusieurs millions »: a plural noun of number without a number."""
    if at and words[at - 1].form[-1].isnumeric():
        return None  # « 3½ millions »: a number that was not read
    scale = known.scales.get(words[at].form)
    if scale is None or scale.kind is Multiplier.SIGN or (scale.kind is Multiplier.NOUN and not known.of):
        return None
    plural = words[at].form.partition(" ")[0].endswith("s")
    vague = Bound.MIN if plural else Bound.APPROX
    return _collective(words, Amount(at, at, at, Decimal(1), spelled=True, vague=vague), at, known)


def _collective(words: Sequence[Word], times: Amount, at: int, known: NumberWords) -> Amount:
    """An amount times the nouns of number from a word on: « dizaines de milliers »."""
    scale = known.scales[words[at].form]
    value = times.value * scale.value
    while (further := _further(words, at, known)) is not None:
        at = further
        scale = known.scales[words[at].form]
        value *= scale.value
    alone = scale.alone or scale.kind is Multiplier.NOUN
    return replace(times, last=at + 1, value=value, spelled=True, scale=scale.value, linked=True, alone=alone)


def _further(words: Sequence[Word], at: int, known: NumberWords) -> int | None:
    """The noun of number that another one counts: « dizaines de [milliers] », “hundreds of [thousands of]”."""
    at += 2 if at + 1 < len(words) and words[at + 1].form in known.of else 1
    return at if at < len(words) and words[at].form in known.scales else None
