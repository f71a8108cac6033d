"""Claims about one thing that do not agree: two numbers that cannot both be true, or a statement and its denial.

A person adds what else differs: places, names, dates, certainty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from briefing.model.annotation import Quantity
from briefing.model.claim import Claim
from briefing.model.relation import Difference, DifferenceKind, Field, relation_id
from briefing.model.span import Passage
from briefing.relate.slots.moments import days_between
from briefing.relate.slots.numbers import Number
from briefing.relate.slots.slots import Slots, order
from briefing.relate.verdicts import JudgedPair, Numbers
from briefing.relate.voice import voices

_MOST = 3
"""Differences of one field that a claim stands in; readers learn nothing from the twentieth."""
_SAME_TIME = 1
"""Articles that appear within so many days may speak of one moment."""


def differences(pairs: Iterable[JudgedPair], reasons: Mapping[str, str]) -> tuple[Difference, ...]:
    """Every difference that is shown, in order of their ids; of many that one claim stands in, the surest."""
    found: dict[str, Difference] = {}
    taken: Counter[tuple[str, Field]] = Counter()
    for _, difference in sorted(_told(pairs, reasons), key=lambda told: (-told[0], told[1].id)):
        places = [(claim, difference.field) for claim in difference.claims]
        if difference.id not in found and all(taken[place] < _MOST for place in places):
            found[difference.id] = difference
            taken.update(places)
    return tuple(found[ident] for ident in sorted(found))


def _told(pairs: Iterable[JudgedPair], reasons: Mapping[str, str]) -> Iterator[tuple[float, Difference]]:
    for pair in pairs:
        found = pair.verdict
        if found.apart is not None and found.counts_otherwise:
            yield found.score, _numbers(pair, found.apart, reasons)
        elif found.denies:
            yield found.related, _denial(pair, reasons)


def _numbers(pair: JudgedPair, apart: Numbers, reasons: Mapping[str, str]) -> Difference:
    one, other = pair.one.slots, pair.other.slots
    mine, theirs = one.numbers[apart[0]], other.numbers[apart[1]]
    kind = number_kind(one, other, mine, theirs)
    words = (bounded(mine.quantity, reasons), bounded(theirs.quantity, reasons))
    found = _difference((one, other), kind, Field.QUANTITY, reasons, words)
    return replace(found, told=((_passage(mine.quantity),), (_passage(theirs.quantity),)))


def number_kind(one: Slots, other: Slots, earlier: Number, later: Number) -> DifferenceKind:
    """Time explains a number that the later claim says to have moved, that grew, or that the same source corrects."""
    moved = later.replaces == earlier.value or later.value > earlier.value or bool(one.speakers & other.speakers)
    return DifferenceKind.UPDATE if moved and _at_other_times(one, other) else DifferenceKind.CONTRADICTION


def _at_other_times(one: Slots, other: Slots) -> bool:
    apart = days_between(one.article.meta.published, other.article.meta.published)
    return apart is not None and apart >= _SAME_TIME


def _denial(pair: JudgedPair, reasons: Mapping[str, str]) -> Difference:
    """The statement stands first; one that follows its denial by days updates it."""
    yes, no = pair.one.slots, pair.other.slots
    if yes.content & no.content & yes.denied:
        yes, no = no, yes
    is_later = order(yes) > order(no) and _at_other_times(yes, no)
    kind = DifferenceKind.UPDATE if is_later else DifferenceKind.CONTRADICTION
    found = _difference((yes, no), kind, Field.POLARITY, reasons, (who(yes.claim, reasons), who(no.claim, reasons)))
    return replace(found, told=((), no.denials))


def _passage(quantity: Quantity) -> Passage:
    return Passage(exact=quantity.exact, start=quantity.start, end=quantity.end)


def _difference(
    sides: tuple[Slots, Slots],
    kind: DifferenceKind,
    field: Field,
    reasons: Mapping[str, str],
    words: tuple[str, str],
) -> Difference:
    claims = (sides[0].claim.id, sides[1].claim.id)
    reason = reasons.get(f"{field}.{kind}", "").format(one=words[0], other=words[1])
    return Difference(id=relation_id("d", (*claims, field)), kind=kind, claims=claims, field=field, reason=reason)


def bounded(quantity: Quantity, reasons: Mapping[str, str]) -> str:
    """A number in words, with what bounds it."""
    return reasons.get(f"bound.{quantity.bound}", "{number}").format(number=quantity.exact)


def who(claim: Claim, reasons: Mapping[str, str]) -> str:
    """Who says a claim, as a reason names them; the article where nobody does."""
    named = [voice.name for voice in voices(claim) if voice.entity]
    return named[0] if named else reasons.get("voice", "")
