"""Accepting and rejecting claims."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing.disk.hunk import Change
from briefing.model.claim import Claim, Status
from briefing.model.ruling import Ruling
from briefing.problems import BriefingError, Problem, Where
from briefing.review.acts.claim_files import Filed, filed, holding, replaced, rewritten, settled
from briefing.review.acts.plan import Plan
from briefing.store.files import FOLDER
from briefing.store.place import is_lost


def ruled(root: Path, claims: Sequence[str], status: Status, ruling: Ruling, hint: str = "") -> Plan:
    """What a person decided about some claims, for their files; `hint`: the article that holds them, if one does.

    Raises BriefingError when one of the ids is unknown, a claim file cannot be read, a claim that is accepted has lost
    its words, or nobody says why one is rejected.
    """
    if status is Status.REJECTED and not (ruling.why and ruling.why.strip()):
        raise BriefingError(*(Problem(Where(FOLDER), f"{claim}: say why it is rejected") for claim in claims))
    held = holding(root, claims, hint)
    changes = [change for article, ids in held.items() for change in _ruled(root, article, ids, status, ruling)]
    verb = "reject" if status is Status.REJECTED else "accept"
    return Plan(f"{verb} {', '.join(claims)}", tuple(claims), tuple(changes))


def _ruled(root: Path, article: str, ids: Collection[str], status: Status, ruling: Ruling) -> Iterator[Change]:
    found = filed(root, article)
    if status is Status.REVIEWED:
        _verbatim(found, ids)

    def decided(claim: Claim) -> Claim:
        return replace(claim, status=status, review=ruling) if claim.id in ids else claim

    yield rewritten(found, replaced(found, decided))
    yield from settled(root, article, ids)


def _verbatim(found: Filed, ids: Collection[str]) -> None:
    """Refuse to accept claims whose words are gone, or stand in another sentence that nobody extracted yet."""
    wrong = [
        Problem(found.where(claim.id), f"{claim.id}: {why}")
        for claim in found.claims
        if claim.id in ids and (why := _not_to_accept(found, claim))
    ]
    if wrong:
        raise BriefingError(*wrong)


def _not_to_accept(found: Filed, claim: Claim) -> str:
    """Why a claim cannot be accepted as it stands, or nothing."""
    if is_lost(claim, found.article.text):
        return "its words are not in the article; correct its passages first, or reject it"
    if claim.id in found.stored.corrected and found.said.text_sha256 != found.article.text_sha256:
        return "the article was corrected around its words; run briefing extract first, then read it again"
    return ""
