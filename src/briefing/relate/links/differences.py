"""Claims about one thing that do not agree: two numbers that cannot both be true, or a statement and its denial.

A person adds what else differs: places, names, dates, certainty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from briefing.model.annotation import Quantity
from briefing.model.claim import Claim
from briefing.model.relation import Difference, DifferenceKind, Field, relation_id
from briefing.relate.compare.clashes import Clash
from briefing.relate.compare.judgement import Judgement
from briefing.relate.slots.slots import Slots, order
from briefing.relate.timeline import UNKNOWN, days_between
from briefing.relate.voice import voices

_MOST = 3
"""Differences of one field that a claim stands in; readers learn nothing from the twentieth."""
_SAME_TIME = 1
"""Articles that appear within so many days may speak of one moment."""


def differences(judgements: Iterable[Judgement], reasons: Mapping[str, str]) -> tuple[Difference, ...]:
    """Every difference that is shown, in order of their ids; of many that one claim stands in, the surest."""
    found: dict[str, Difference] = {}
    taken: Counter[tuple[str, Field]] = Counter()
    for _, difference in sorted(_told(judgements, reasons), key=lambda told: (-told[0], told[1].id)):
        places = [(claim, difference.field) for claim in difference.claims]
        if difference.id not in found and all(taken[place] < _MOST for place in places):
            found[difference.id] = difference
            taken.update(places)
    return tuple(found[ident] for ident in sorted(found))


def _told(judgements: Iterable[Judgement], reasons: Mapping[str, str]) -> Iterator[tuple[float, Difference]]:
    for judgement in judgements:
        if judgement.apart is not None and judgement.counts_otherwise:
            clash, score = judgement.apart
            yield score, _numbers(judgement, clash, reasons)
        elif judgement.denies:
            yield judgement.related, _denial(judgement, reasons)


def _numbers(judgement: Judgement, clash: Clash, reasons: Mapping[str, str]) -> Difference:
    one, other = judgement.pair.one.slots, judgement.pair.other.slots
    kind = number_kind(one, other, clash.one.number.value, clash.other.number.value)
    words = (bounded(clash.one.number.quantity, reasons), bounded(clash.other.number.quantity, reasons))
    return _difference((one, other), kind, Field.QUANTITY, reasons, words)


def number_kind(one: Slots, other: Slots, earlier: float, later: float) -> DifferenceKind:
    """Time explains a later number that grew, or that the same source corrects; else the two contradict each other."""
    apart = days_between(*(slots.article.meta.published or "" for slots in (one, other)))
    if not _SAME_TIME <= apart < UNKNOWN:
        return DifferenceKind.CONTRADICTION
    same_source = bool(one.speakers & other.speakers)
    return DifferenceKind.UPDATE if later > earlier or same_source else DifferenceKind.CONTRADICTION


def _denial(judgement: Judgement, reasons: Mapping[str, str]) -> Difference:
    """The statement stands first; one that follows its denial by days updates it."""
    yes, no = judgement.pair.one.slots, judgement.pair.other.slots
    if yes.content & no.content & yes.denied:
        yes, no = no, yes
    apart = days_between(*(slots.article.meta.published or "" for slots in (yes, no)))
    is_later = order(yes) > order(no) and _SAME_TIME <= apart < UNKNOWN
    kind = DifferenceKind.UPDATE if is_later else DifferenceKind.CONTRADICTION
    return _difference((yes, no), kind, Field.POLARITY, reasons, (who(yes.claim, reasons), who(no.claim, reasons)))


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
