"""What differs between two claims, feature by feature: what each has that the other has not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from briefing.model.claim import Modality
from briefing.model.relation import Difference, Field
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.differing import Pieces
from briefing.pages.views.inside.where import where
from briefing.pages.views.shown import ClaimShown, DateShown, FigureShown, Link, Speaker

Value = Speaker | Modality | FigureShown | DateShown | Link | str
"""A feature of a claim; a text is words of its passage."""
_Feature = Callable[[Catalogue, ClaimShown], Mapping[Hashable, Value]]
T = TypeVar("T")

_DEGREES = (Field.POLARITY, Field.CERTAINTY)
_OWN = {Field.QUANTITY: "figure", Field.DATE: "date"}
"""The features that are what two claims differ in."""


class Row(Struct, frozen=True):
    """A feature, and what each claim has of it that the other has not; `chief`: it is what they differ in."""

    name: str
    values: tuple[tuple[Value, ...], ...]
    chief: bool = False


def differing_rows(catalogue: Catalogue, difference: Difference, pieces: Sequence[Pieces | None]) -> tuple[Row, ...]:
    """What they differ in first; then each other feature of which both have something of their own."""
    sides = [catalogue.claims[claim] for claim in difference.claims]
    chief = _OWN.get(difference.field)
    rows = [] if chief else list(_marked(difference.field, sides, pieces))
    shown = {row.name for row in rows}
    for name, feature in _FEATURES.items():
        mine, theirs = (feature(catalogue, side) for side in sides)
        values = (_only(mine, theirs), _only(theirs, mine))
        if name not in shown and all(values):
            rows.append(Row(name, values, chief=name == chief))
    return tuple(sorted(rows, key=lambda row: not row.chief))


def _only(mine: Mapping[Hashable, T], theirs: Mapping[Hashable, T]) -> tuple[T, ...]:
    return tuple(value for key, value in mine.items() if key not in theirs)


def _marked(field: Field, sides: Sequence[ClaimShown], pieces: Sequence[Pieces | None]) -> Iterator[Row]:
    """The words that are marked in the passages: how sure each is says its modality too."""
    told = [tuple(text for text, differs in own or () if differs) for own in pieces]
    if field in _DEGREES:
        degrees = tuple((side.modality, *own) for side, own in zip(sides, told, strict=True))
        if len(set(degrees)) > 1:
            yield Row("modality", degrees, chief=True)
    elif all(told):
        yield Row(field.value, tuple(told), chief=True)


def _speakers(_: Catalogue, claim: ClaimShown) -> dict[Hashable, Value]:
    return {who.key: who for who in claim.speakers}


def _modality(_: Catalogue, claim: ClaimShown) -> dict[Hashable, Value]:
    return {claim.modality: claim.modality}


def _figures(_: Catalogue, claim: ClaimShown) -> dict[Hashable, Value]:
    """« 1 500 soldats » and « 1 500 membres » are one number."""
    return {(f.value, f.value_max, f.bound): f for f in claim.figures}


def _dates(_: Catalogue, claim: ClaimShown) -> dict[Hashable, Value]:
    return {date.value: date for date in claim.dates}


def _places(catalogue: Catalogue, claim: ClaimShown) -> dict[Hashable, Value]:
    found = catalogue.dossier.claims[claim.id]
    named = (mention.entity for mention in where(catalogue.dossier.article_of(found), found) if mention.entity)
    return {key: link for key in named if (link := catalogue.link(key))}


def _named(catalogue: Catalogue, claim: ClaimShown) -> dict[Hashable, Value]:
    """Whom and what it names beside who says it and where it is; « Pyongyang » and « Corée du Nord » are one."""
    elsewhere = _places(catalogue, claim).values()
    speaking = {who.key for who in claim.speakers}
    named = zip(claim.actor_keys, claim.actors, strict=True)
    return {key: link for key, link in named if link not in elsewhere and key not in speaking}


_FEATURES: Mapping[str, _Feature] = {
    "speaker": _speakers,
    "modality": _modality,
    "figure": _figures,
    "date": _dates,
    "place": _places,
    "actors": _named,
}
