"""A dossier with all that exports must carry: verdicts, every kind of link, a person's work, rights."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from briefing.model.claim import Claim, Status
from briefing.model.dossier import Dossier
from briefing.model.relation import Difference, DifferenceKind, Field
from briefing.model.ruling import Ruling
from briefing.pages.site import Edition, Site
from sample import DOSSIER, EVACUATED, MORE, holding

ADDRESS = "https://crues.example/"
ANNE = Ruling("Anne Roy", date(2024, 6, 3), "vu sur place")


def site(dossier: Dossier = DOSSIER, address: str = ADDRESS, language: str = "fr") -> Site:
    """A site of this dossier, published at an address."""
    return Site(dossier, Edition(title="Crues", date="2024-06-10", address=address, language=language))


def with_claim(claim: Claim, **changes: object) -> Dossier:
    """The sample dossier, in which a person changed one claim."""
    return holding(replace(claim, **changes))


def judged(**grades: object) -> Dossier:
    """The sample dossier, in which a person reviewed and graded the claim EVACUATED."""
    return with_claim(EVACUATED, status=Status.REVIEWED, review=ANNE, **grades)


def differing(kind: DifferenceKind, field: Field) -> Dossier:
    """The sample dossier with one difference of this kind."""
    link = Difference(id="d-1", kind=kind, claims=(EVACUATED.id, MORE.id), field=field, reason="à voir")
    return replace(DOSSIER, differences=(link,))
