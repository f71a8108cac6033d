"""What is wrong between the files of a project, though each may be right by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from briefing.corpus.entities import place_of
from briefing.model.claim import Claim, ClaimFile
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.problems import Problem, did_you_mean
from briefing.project.sources import Sources, gazetteer
from briefing.store.files import Stored, read_claims, read_file
from briefing.store.verify import verified

_CONFIRMED = 1
"""The first credibility grade: « confirmed by other sources » (Admiralty code, STANAG 2511)."""
Read = Callable[[str], Stored]


def mistakes(root: Path, sources: Sources, dossier: Dossier) -> Iterator[Problem]:
    """Ids of claims that are taken, grades that nothing bears out, entities that refer to one that is not there."""
    stored = cache(lambda article: read_file(root, article))  # read again, but only for the line of a problem
    yield from _twice((*dossier.files, *in_part(root, dossier)), stored)
    yield from _unconfirmed(dossier, stored)
    yield from _nowhere(root, sources)


def in_part(root: Path, dossier: Dossier) -> Iterator[ClaimFile]:
    """What is sound in the claim files that hold mistakes, so that all of these are told at once."""
    whole = {file.article for file in dossier.files}
    for article in dossier.articles:
        rest = read_claims(root, article).rest if article.id not in whole else None
        if rest is not None:
            yield replace(verified(rest, article)[0], article=article.id)


def _twice(files: Iterable[ClaimFile], stored: Read) -> Iterator[Problem]:
    """One id for two claims: a citation could mean either, and a page would show only one.

    Capitals do not tell two apart: to Windows and macOS their pages are one file.
    """
    first: dict[str, tuple[str, Claim]] = {}
    for file in files:
        for claim in file.claims:
            article, other = first.setdefault(claim.id.casefold(), (file.article, claim))
            if other is not claim and (article != file.article or other.id != claim.id):
                where = stored(article).where_of(other.id)
                taken = f"is taken by {where}" if other.id == claim.id else f"is {other.id} but for capitals ({where})"
                yield Problem(
                    stored(file.article).where_of(claim.id), f"the id {claim.id} {taken}; give this claim another"
                )


def _unconfirmed(dossier: Dossier, stored: Read) -> Iterator[Problem]:
    """Claims graded as confirmed that fewer than two named origins hold."""
    for claim in dossier.claims.values():
        groups = dossier.corroborating.get(claim.id, ())
        if claim.credibility == _CONFIRMED and not any(len(group.origins) > 1 for group in groups):
            where = stored(dossier.article_of(claim).id).where_of(claim.id, "credibility")
            why = "credibility 1 needs two independent origins in one corroboration; write 2 or link them"
            yield Problem(where, f"{claim.id}: {why}")


def _nowhere(root: Path, sources: Sources) -> Iterator[Problem]:
    """What an entity stands for or belongs to, where neither the project nor a language knows it."""
    own = {entity.id for entity in sources.entities}
    missing = [
        (entity, key, other) for entity in sources.entities for key, other in _others(entity) if other not in own
    ]
    known = {entity.id for entity in gazetteer(a.meta.language for a in sources.articles)} if missing else set()
    for entity, key, other in missing:
        if other not in known:
            hint = did_you_mean(other, own | known) or "; add it or correct it"
            yield Problem(place_of(root, entity.id, key), f"{key}: there is no entity “{other}”{hint}")


def _others(entity: Entity) -> Iterator[tuple[str, str]]:
    for key, other in (("stands_for", entity.stands_for), ("affiliation", entity.affiliation)):
        if other:
            yield key, other
