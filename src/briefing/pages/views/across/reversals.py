"""What was denied, and later said: two passages on one thing, the denial published before the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing.model.claim import Modality
from briefing.model.date import Date
from briefing.model.dossier import Dossier
from briefing.model.relation import Difference, DifferenceKind, Field, Party
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ClaimShown, DifferenceHead
from briefing.relate.parties import parties, speaking

_SAID = (Modality.ASSERTED, Modality.ALLEGED)


class Reversal(Struct, frozen=True, kw_only=True):
    """A denial and what was said of the same thing in a later article."""

    denied: ClaimShown
    later: ClaimShown
    head: DifferenceHead
    admitted: bool
    """Who denied it says it, or speaks for the same party."""
    decided: str


def reversals(catalogue: Catalogue) -> Iterator[Reversal]:
    """The reversals of a dossier, the earliest denial first.

    Time must explain the difference, or the same party say both: an accusation after a denial reverses nothing.
    """
    dossier = catalogue.dossier
    known = parties(dossier.entity, dossier.claims.values())
    denials = [difference for difference in dossier.differences if difference.field is Field.POLARITY]
    found = [reversal for denial in denials for reversal in _reversed(catalogue, denial, known)]
    yield from sorted(found, key=lambda r: (*(c.article.published or "" for c in (r.denied, r.later)), r.head.id))


def _reversed(catalogue: Catalogue, difference: Difference, known: Mapping[str, Party]) -> Iterator[Reversal]:
    claims = catalogue.chosen(difference.claims)
    denied = [claim for claim in claims if claim.modality is Modality.DENIED]
    later = [claim for claim in claims if claim.modality in _SAID]
    if len(denied) == len(later) == 1 and _is_later(later[0], denied[0]):
        admitted = _same_party(catalogue.dossier, denied[0], later[0], known)
        if admitted or difference.kind is DifferenceKind.UPDATE:
            yield Reversal(
                denied=denied[0],
                later=later[0],
                head=catalogue.differences[difference.id],
                admitted=admitted,
                decided=difference.decided.value,
            )


def _is_later(one: ClaimShown, other: ClaimShown) -> bool:
    first, second = Date.parse(one.article.published), Date.parse(other.article.published)
    return first is not None and second is not None and first.later(second)


def _same_party(dossier: Dossier, one: ClaimShown, other: ClaimShown, known: Mapping[str, Party]) -> bool:
    said = (set(speaking(dossier.claims[claim.id], dossier.entity, known)) for claim in (one, other))
    return bool(set.intersection(*said))
