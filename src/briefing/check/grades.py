"""Grades that a person gave against what the dossier shows: « confirmed » needs independent origins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.model.dossier import Dossier
from briefing.problems import Problem
from briefing.store.files import read_file

_CONFIRMED = 1
"""The first credibility grade: « confirmed by other sources » (Admiralty code, STANAG 2511)."""


def problems_of_grades(root: Path, dossier: Dossier) -> Iterator[Problem]:
    """Claims graded as confirmed that fewer than two named origins hold."""
    for claim in dossier.claims.values():
        if claim.credibility == _CONFIRMED and not _confirmed(dossier, claim.id):
            stored = read_file(root, dossier.article_of(claim).id)
            message = (
                f"{claim.id}: credibility 1 needs two independent origins in one corroboration; write 2 or link them"
            )
            yield Problem(stored.where_of(claim.id, "credibility"), message)


def _confirmed(dossier: Dossier, claim: str) -> bool:
    return any(len(group.origins) > 1 for group in dossier.corroborating.get(claim, ()))
