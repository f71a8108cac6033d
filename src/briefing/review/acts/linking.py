"""Confirming, rejecting and taking up links between claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from briefing.disk.hunk import Change
from briefing.model.claim import Claim
from briefing.model.link import LinkDecision, LinkKind
from briefing.model.relation import Field, relation_id
from briefing.model.ruling import Ruling
from briefing.problems import BriefingError
from briefing.review.acts.claim_files import filed, holding
from briefing.review.acts.files import text_of
from briefing.review.acts.plan import Plan
from briefing.store import links
from briefing.store.place import is_lost

Texts = dict[str, str | None]


class Judged(Struct, frozen=True, kw_only=True):
    """A link and what a person decides about it."""

    name: str
    kind: LinkKind
    claims: tuple[Claim, ...]
    decision: LinkDecision
    field: Field | None = None
    """In what two claims differ; needed where a difference is added."""


def decision_on(*, is_so: bool, is_proposal: bool) -> LinkDecision:
    """What is decided by whether the claims belong together; `is_proposal`: the rules only propose it."""
    if not is_so:
        return LinkDecision.REJECTED
    return LinkDecision.ADDED if is_proposal else LinkDecision.CONFIRMED


def linked(root: Path, judged: Sequence[Judged], ruling: Ruling) -> Plan:
    """What a person decided about some links, each set of claims in its own file.

    Raises BriefingError for a difference added without field and reason, and where a file cannot be read or added to.
    """
    for link in judged:
        if link.decision is LinkDecision.ADDED and not link.kind.is_alike and not (link.field and ruling.why):
            raise BriefingError.at(links.FOLDER, links.NEEDED)
    were: Texts = {}
    now: Texts = {}
    for link in judged:
        path = links.file_of(link.kind, [claim.id for claim in link.claims])
        if path not in were:
            were[path] = now[path] = text_of(root, path)
        now[path] = links.decided(now[path], link.decision, link.kind, link.claims, ruling=ruling, field=link.field)
    names = tuple(dict.fromkeys(link.name for link in judged))
    changes = tuple(Change(path, were[path], now[path]) for path in were)
    return Plan(f"decide {', '.join(names)}", names, changes)


def decided_link(
    root: Path,
    kind: LinkKind,
    names: Sequence[str],
    decision: LinkDecision,
    *,
    ruling: Ruling,
    field: Field | None = None,
) -> Plan:
    """What a person decided about the link of these claims, which the rules show, propose or missed.

    Raises BriefingError for unknown claims, claims of one article, and a difference added without field and reason.
    """
    claims = tuple(_claims(root, names))
    name = relation_id("k" if kind.is_alike else "d", (*names, *([field] if field and not kind.is_alike else ())))
    return linked(root, [Judged(name=name, kind=kind, claims=claims, decision=decision, field=field)], ruling)


def _claims(root: Path, names: Sequence[str]) -> Iterator[Claim]:
    """The claims in the order given, each in an article of its own and with its words in it."""
    held = holding(root, names)
    if len(set(names)) < 2 or len(held) < len(set(names)):
        raise BriefingError.at(links.FOLDER, "a link joins two claims or more, each of another article")
    found: dict[str, Claim] = {}
    for article in held:
        of_article = filed(root, article)
        found |= {claim.id: claim for claim in of_article.claims if not is_lost(claim, of_article.article.text)}
    for name in names:
        if name not in found:
            raise BriefingError.at(links.FOLDER, f"the words of {name} are not in its article; correct it first")
        yield found[name]
