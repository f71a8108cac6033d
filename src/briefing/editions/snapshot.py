"""What a reader can see of a dossier, small enough to keep: articles, claims and links, and what was rejected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct, field

from briefing.model.article import Rights
from briefing.model.claim import Claim, Modality, Status
from briefing.model.dossier import Dossier
from briefing.model.entity import slug
from briefing.model.relation import Decided
from briefing.model.ruling import Confidence, Likelihood, Ruling
from briefing.relate.voice import voices

_HASH = 12
GROUP = "corroboration"
"""The kind of a link that is no difference."""


class Kept(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an edition's file holds: nothing else, and nothing that goes without saying."""


class ArticleSeen(Kept, frozen=True, kw_only=True):
    """An article's title, and the beginning of its text's hash, by which a correction is noticed."""

    title: str | None = None
    text: str


class ClaimSeen(Kept, frozen=True, kw_only=True):
    """A claim as it was shown. `passage` is None where the article's rights hid it; `speakers` are names by key."""

    article: str
    modality: Modality
    speakers: dict[str, str] = field(default_factory=dict)
    passage: str | None = None
    status: Status = Status.DRAFT
    credibility: int | None = None
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None


class LinkSeen(Kept, frozen=True, kw_only=True):
    """A link as it was shown: `kind` is « corroboration » or a kind of difference, `words` its title or its reason."""

    kind: str
    claims: tuple[str, ...]
    words: str | None = None
    decided: Decided = Decided.PROPOSED


class Rejection(Kept, frozen=True, kw_only=True):
    """When a person rejected something, and why."""

    when: date | None = None
    why: str | None = None


class Snapshot(Kept, frozen=True, kw_only=True):
    """A dossier as a reader sees it, by id, in the order of the site.

    `rejected` is by claim id; for a link, by the ids of its claims in alphabetical order, a space between them.
    """

    articles: dict[str, ArticleSeen] = field(default_factory=dict)
    claims: dict[str, ClaimSeen] = field(default_factory=dict)
    links: dict[str, LinkSeen] = field(default_factory=dict)
    rejected: dict[str, Rejection] = field(default_factory=dict)


def snapshot(dossier: Dossier) -> Snapshot:
    """What a reader of the dossier's site sees."""
    return Snapshot(
        articles={a.id: ArticleSeen(title=a.meta.title, text=a.text_sha256[:_HASH]) for a in dossier.articles},
        claims={claim.id: _claim(dossier, claim) for claim in dossier.claims.values()},
        links=dict(_links(dossier)),
        rejected=dict(_rejected(dossier)),
    )


def link_key(claims: tuple[str, ...]) -> str:
    """The key under which the rejection of a link is kept."""
    return " ".join(sorted(claims))


def _claim(dossier: Dossier, claim: Claim) -> ClaimSeen:
    article = dossier.article_of(claim)
    speakers = {}
    for voice in voices(claim):
        known = dossier.entity.get(voice.entity or "")
        speakers[slug(voice.entity or voice.name)] = known.name if known else voice.name
    return ClaimSeen(
        article=article.id,
        modality=claim.modality,
        speakers=speakers,
        passage=None if article.meta.rights is Rights.NONE else claim.evidence.exact,
        status=claim.status,
        credibility=claim.credibility,
        likelihood=claim.likelihood,
        confidence=claim.confidence,
    )


def _links(dossier: Dossier) -> Iterator[tuple[str, LinkSeen]]:
    for group in dossier.corroborations:
        yield (group.id, LinkSeen(kind=GROUP, claims=group.claims, words=group.title, decided=group.decided))
    for pair in dossier.differences:
        yield pair.id, LinkSeen(kind=pair.kind.value, claims=pair.claims, words=pair.reason, decided=pair.decided)


def _rejected(dossier: Dossier) -> Iterator[tuple[str, Rejection]]:
    for file in dossier.files:
        for claim in file.claims:
            if claim.status is Status.REJECTED:
                yield claim.id, _rejection(claim.review)
    for link in dossier.set_aside:
        yield link_key(link.claims), _rejection(link.ruling)


def _rejection(ruling: Ruling | None) -> Rejection:
    return Rejection(when=ruling.when, why=ruling.why) if ruling else Rejection()
