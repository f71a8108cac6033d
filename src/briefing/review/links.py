"""Links that wait for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from briefing.model.claim import Claim
from briefing.model.dossier import Dossier
from briefing.model.link import LinkDecision, LinkKind
from briefing.model.relation import Corroboration, Decided, Difference, Field, relation_id
from briefing.problems import BriefingError, Problem, Where
from briefing.project import load
from briefing.review.acts.linking import Judged, decision_on
from briefing.review.claims import Kind
from briefing.store import links

_ID = re.compile(r"[kd]-[0-9a-f]{8}")


class LinkMatter(Struct, frozen=True):
    """A link that waits: the rules propose it, or one of its claims changed since a person decided."""

    id: str
    kind: Kind
    link: LinkKind
    claims: tuple[Claim, ...]
    why: str = ""
    """What the claims do not agree on, in a line; nothing for a corroboration."""
    score: float = 1.0
    """How likely its claims are about one thing, from 0 to 1; 1 where the rules or a person hold that they are."""
    is_proposal: bool = False
    """Whether the rules only propose it, on no reader's page."""


def waiting(dossier: Dossier) -> list[LinkMatter]:
    """The links that nobody has decided on, and those that are suspect."""
    return [matter for matter, decided, suspect in _all(dossier) if suspect or decided is Decided.PROPOSED]


def proposed(dossier: Dossier) -> Iterator[LinkMatter]:
    """The links that the rules only propose, the likeliest first."""
    for proposal in dossier.proposals:
        kind = LinkKind(proposal.kind)
        name = relation_id("k" if kind is LinkKind.CORROBORATION else "d", proposal.claims)
        claims = tuple(dossier.claims[claim] for claim in proposal.claims)
        yield LinkMatter(name, Kind.NEW, kind, claims, score=proposal.score, is_proposal=True)


def _all(dossier: Dossier) -> Iterator[tuple[LinkMatter, Decided, bool]]:
    found: Sequence[Corroboration | Difference] = (*dossier.corroborations, *dossier.differences)
    for link in found:
        kind = Kind.SUSPECT if link.suspect else Kind.NEW
        claims = tuple(dossier.claims[name] for name in link.claims)
        if isinstance(link, Difference):
            matter = LinkMatter(link.id, kind, LinkKind(link.kind.value), claims, f"{link.field}: {link.reason}")
        else:
            matter = LinkMatter(link.id, kind, LinkKind.CORROBORATION, claims)
        yield matter, link.decided, link.suspect


def named(root: Path, names: Sequence[str]) -> list[LinkMatter]:
    """The links with these ids. Raises BriefingError for ids that no link has."""
    if not names:
        return []
    dossier = load(root, proposing=True).dossier
    known = {matter.id: matter for matter in (*proposed(dossier), *(matter for matter, _, _ in _all(dossier)))}
    unknown = [name for name in dict.fromkeys(names) if name not in known]
    if unknown:
        raise BriefingError(*(_unknown(name) for name in unknown))
    return [known[name] for name in dict.fromkeys(names)]


def _unknown(name: str) -> Problem:
    why = (
        "it may have another id since claims, names or other links changed: briefing review lists those of now, and"
        " briefing review --links what is proposed"
        if _ID.fullmatch(name)
        else "a claim's id begins with c-, a link's with k- or d-"
    )
    return Problem(Where(links.FOLDER), f"there is no link “{name}”; {why}")


def dropped(matter: LinkMatter, claim: str) -> Judged:
    """A group without one of its claims. Raises BriefingError where it has no such claim or would have one left."""
    others = tuple(other for other in matter.claims if other.id != claim)
    out = tuple(one for one in matter.claims if one.id == claim)
    if not matter.link.is_alike or not out or len(others) < 2:
        why = "it has no such claim, or only two; reject it as a whole"
        raise BriefingError.at(links.FOLDER, f"{claim} cannot be taken out of {matter.id}: {why}")
    return Judged(name=matter.id, kind=matter.link, claims=(*out, *others), decision=LinkDecision.DROPPED)


def judged(matter: LinkMatter, *, is_so: bool, kind: LinkKind | None = None, field: Field | None = None) -> Judged:
    """A link with what a person decides about it; of another `kind` than the rules say, if one is given.

    Raises BriefingError where a link that pages show would become a difference, or no longer be one.
    """
    kind = kind or matter.link
    if not matter.is_proposal and kind.is_alike is not matter.link.is_alike:
        why = f"{matter.id} is a {matter.link} on the site; reject it, then add the {kind} to {links.FILE}"
        raise BriefingError.at(links.FOLDER, why)
    decision = decision_on(is_so=is_so, is_proposal=matter.is_proposal)
    return Judged(name=matter.id, kind=kind, claims=matter.claims, decision=decision, field=field)
