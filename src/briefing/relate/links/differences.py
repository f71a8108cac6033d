"""Claims about one thing that do not agree: two numbers that cannot both be true, or a statement and its denial.

A person adds what else differs: places, names, dates, certainty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.annotation import EntityType, Quantity
from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.model.relation import Difference, DifferenceKind, Field, relation_id
from briefing.model.span import Passage
from briefing.relate.slots.numbers import Number
from briefing.relate.slots.slots import Slots, follows
from briefing.relate.slots.words import stem
from briefing.relate.verdicts import JudgedPair, Numbers
from briefing.relate.voice import side_by_side, voices

_OPENING = re.compile(r"\w+(?=\W+\w)")
"""The first of several words."""
_MOST = 3
"""Differences of one field that a claim stands in; readers learn nothing from the twentieth."""


class Telling(Struct, frozen=True):
    """With what a reason is told: the sentences of a language by key, and the entities by id."""

    reasons: Mapping[str, str]
    entities: Mapping[str, Entity]


def differences(pairs: Iterable[JudgedPair], telling: Telling) -> tuple[Difference, ...]:
    """Every difference that is shown, in order of their ids; of many that one claim stands in, the surest.

    Its claims stand in the order in which its reason tells them.
    """
    found: dict[str, Difference] = {}
    taken: Counter[tuple[str, Field]] = Counter()
    for _, difference in sorted(_told(pairs, telling), key=lambda told: (-told[0], told[1].id)):
        places = [(claim, difference.field) for claim in difference.claims]
        if difference.id not in found and all(taken[place] < _MOST for place in places):
            found[difference.id] = difference
            taken.update(places)
    return tuple(found[ident] for ident in sorted(found))


def _told(pairs: Iterable[JudgedPair], telling: Telling) -> Iterator[tuple[float, Difference]]:
    for pair in pairs:
        found = pair.verdict
        if found.apart is not None and found.counts_otherwise:
            yield found.score, _numbers(pair, found.apart, telling.reasons)
        elif found.denies:
            yield found.related, _denial(pair, telling)


def _numbers(pair: JudgedPair, apart: Numbers, reasons: Mapping[str, str]) -> Difference:
    one, other = pair.one.slots, pair.other.slots
    mine, theirs = one.numbers[apart[0]], other.numbers[apart[1]]
    kind = number_kind(one, other, mine, theirs)
    words = {"one": bounded(mine.quantity, reasons), "other": bounded(theirs.quantity, reasons)}
    reason = reasons.get(f"quantity.{kind}", "").format(**words)
    found = _difference((one, other), kind, Field.QUANTITY, reason)
    return replace(found, told=((_passage(mine.quantity),), (_passage(theirs.quantity),)))


def number_kind(one: Slots, other: Slots, earlier: Number, later: Number) -> DifferenceKind:
    """Time explains a number that the later claim says to have moved, that grew, or that the same source corrects."""
    moved = later.replaces == earlier.value or later.value > earlier.value or bool(one.speakers & other.speakers)
    return DifferenceKind.UPDATE if moved and follows(other, one) else DifferenceKind.CONTRADICTION


def _denial(pair: JudgedPair, telling: Telling) -> Difference:
    """The statement, then its denial; a denial that it follows by days it updates, and stands behind."""
    yes, no = pair.one.slots, pair.other.slots
    if yes.content & no.content & yes.denied:
        yes, no = no, yes
    is_later = follows(yes, no)
    kind = DifferenceKind.UPDATE if is_later else DifferenceKind.CONTRADICTION
    one, other = (no, yes) if is_later else (yes, no)
    told = "admitted" if yes.speakers & no.speakers else kind.value
    words = {"one": who(one.claim, telling), "other": who(other.claim, telling)}
    reason = telling.reasons.get(f"polarity.{told}", "").format(**words)
    found = _difference((one, other), kind, Field.POLARITY, reason)
    return replace(found, told=(no.denials, ()) if is_later else ((), no.denials))


def _passage(quantity: Quantity) -> Passage:
    return Passage(exact=quantity.exact, start=quantity.start, end=quantity.end)


def _difference(sides: tuple[Slots, Slots], kind: DifferenceKind, field: Field, reason: str) -> Difference:
    claims = (sides[0].claim.id, sides[1].claim.id)
    return Difference(id=relation_id("d", (*claims, field)), kind=kind, claims=claims, field=field, reason=reason)


def bounded(quantity: Quantity, reasons: Mapping[str, str]) -> str:
    """A number in words, with what bounds it."""
    return reasons.get(f"bound.{quantity.bound}", "{number}").format(number=quantity.exact)


def who(claim: Claim, telling: Telling) -> str:
    """Who says a claim, as a reason names them: the article where nobody does.

    The words of the text where they hold the name or are a noun with its article: « la préfecture du Rhône ». A pronoun
    or a role gives way to the name of a person; any other name would stand there without its article, and is left out.
    """
    chain = next(iter(side_by_side(voices(claim))), ())
    if not chain:
        return telling.reasons.get("voice", "")
    voice = chain[-1]
    idents = (voice.entity or "", *voice.several)
    known = [telling.entities[ident] for ident in idents if ident in telling.entities]
    opening = _OPENING.match(voice.name)
    has_article = opening is not None and opening[0].lower() in telling.reasons.get("articles", "").split()
    is_told = all(_names(voice.name, entity.name) for entity in known) if known else has_article
    if is_told and not voice.candidates:
        return voice.name[0].lower() + voice.name[1:] if has_article else voice.name
    is_person = len(known) == 1 and known[0].type is EntityType.PERSON
    return known[0].name if is_person else telling.reasons.get("cited", "")


def _names(words: str, name: str) -> bool:
    return not {stem(part) for part in words.split()}.isdisjoint(stem(part) for part in name.split())
