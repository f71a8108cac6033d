"""What the desk shows: articles with their claims and why they wait, links, and the names that may be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from briefing.desk.doubts import doubts
from briefing.model.article import Article, Rights
from briefing.model.claim import Claim, Status
from briefing.model.dossier import Dossier
from briefing.project import load
from briefing.relate.voice import voices
from briefing.review.acts.claim_files import filed
from briefing.review.claims import Kind, Matter, sheets
from briefing.review.decisions import seen
from briefing.review.links import proposed, waiting
from briefing.store.pending import pending_path

T = TypeVar("T")


class ArticleShown(Struct, frozen=True, kw_only=True):
    """An article; its text only where it may be shown."""

    id: str
    title: str
    outlet: str
    published: str
    url: str
    language: str
    text: str


class RowShown(Struct, frozen=True, kw_only=True):
    """A row of a claim: the field by which it is edited, its words, and what they mean."""

    field: str
    exact: str
    value: str = ""
    kind: str = ""
    """A quantity's bound, an entity's type."""
    entity: str = ""


class VoiceShown(Struct, frozen=True):
    """Who speaks, as the article calls it, and its entity where that is known."""

    name: str
    entity: str


class ClaimShown(Struct, frozen=True, kw_only=True):
    """A claim with what a person decides on. Offsets are code points of its article's text."""

    id: str
    article: str
    status: Status
    seen: str
    """By which a decision says what it was taken on."""
    start: int
    end: int
    exact: str
    modality: str
    cue: str
    voices: tuple[VoiceShown, ...]
    speakers: tuple[RowShown, ...]
    dates: tuple[RowShown, ...]
    quantities: tuple[RowShown, ...]
    entities: tuple[RowShown, ...]
    kind: str
    """Why it waits: new, changed, suspect; nothing where it does not."""
    changes: tuple[str, ...]
    doubts: tuple[str, ...]
    note: str
    decided: str
    """By whom, on which day and why."""


class LinkShown(Struct, frozen=True, kw_only=True):
    """A link that waits; `field` and `why` tell in what two claims differ, `score` how likely they are of one thing."""

    id: str
    kind: str
    claims: tuple[str, ...]
    is_proposal: bool
    field: str = ""
    why: str = ""
    score: float = 1.0


class EntityShown(Struct, frozen=True):
    """A name that may be chosen."""

    id: str
    name: str
    type: str


class Queue(Struct, frozen=True, kw_only=True):
    """All that the desk shows."""

    articles: tuple[ArticleShown, ...]
    claims: tuple[ClaimShown, ...]
    links: tuple[LinkShown, ...]
    entities: tuple[EntityShown, ...]


def queue(root: Path, *, is_public: bool = False) -> Queue:
    """The desk's content as the files stand; `is_public`: without the texts that a site may not show."""
    dossier = load(root, proposing=True).dossier
    articles = [a for a in dossier.articles if not is_public or a.meta.rights is not Rights.NONE]
    whole = [article for article in articles if _needs_files(root, article, dossier)]
    found = {sheet.article: sheet.matters for sheet in sheets(root, [a.id for a in whole])[0]} if whole else {}
    files = {file.article: file.claims for file in dossier.files}
    claims = [
        _shown(article, claim, matters)
        for article in articles
        for matters in [found.get(article.id)]
        for claim in (files.get(article.id, ()) if matters is None else filed(root, article.id).claims)
    ]
    return Queue(
        articles=tuple(_article(article, is_public=is_public) for article in articles),
        claims=tuple(sorted(claims, key=lambda c: c.start)),
        links=tuple(_links(dossier)),
        entities=tuple(EntityShown(e.id, e.name, e.type) for e in dossier.entities),
    )


def claims_of(root: Path, article: str) -> list[ClaimShown]:
    """The claims of one article as its files stand, in the order of its text."""
    found = filed(root, article)
    has_pending = (root / pending_path(article)).is_file()
    matters = sheets(root, [article])[0][0].matters if has_pending else None
    return sorted((_shown(found.article, claim, matters) for claim in found.claims), key=lambda c: c.start)


def _needs_files(root: Path, article: Article, dossier: Dossier) -> bool:
    """Whether something waits of the article's claims that the dossier does not tell."""
    is_read = any(file.article == article.id for file in dossier.files)
    return (root / pending_path(article.id)).is_file() or not is_read


def _shown(article: Article, claim: Claim, matters: Iterable[Matter] | None) -> ClaimShown:
    matter = next((m for m in matters or () if m.claim.id == claim.id), None)
    is_new = matters is None and claim.status is Status.DRAFT
    ruling = claim.review
    return ClaimShown(
        id=claim.id,
        article=article.id,
        status=claim.status,
        seen=seen(claim, article.text),
        start=claim.evidence.start,
        end=claim.evidence.end,
        exact=claim.evidence.exact,
        modality=claim.modality,
        cue=claim.because.cue,
        voices=tuple(VoiceShown(voice.name, voice.entity or "") for voice in voices(claim)),
        speakers=tuple(_speakers(claim)),
        dates=tuple(
            RowShown(field=f"dates.{n}", exact=d.exact, value=d.value or "") for n, d in _numbered(claim.dates)
        ),
        quantities=tuple(_quantities(claim)),
        entities=tuple(
            RowShown(field=f"entities.{n}", exact=m.exact, entity=m.entity or "", kind=m.type)
            for n, m in _numbered(claim.entities)
        ),
        kind=matter.kind if matter else Kind.NEW if is_new else "",
        changes=matter.changes if matter else (),
        doubts=doubts(claim),
        note=claim.note or "",
        decided=" · ".join(str(part) for part in (ruling.who, ruling.when, ruling.why) if part) if ruling else "",
    )


def _speakers(claim: Claim) -> Iterator[RowShown]:
    for n, row in _numbered(claim.attribution):
        yield RowShown(field=f"attribution.{n}.source", exact=row.source or "", entity=row.entity or "", value=row.cue)
    for n, quote in _numbered(claim.quotes):
        if quote.speaker:
            yield RowShown(
                field=f"quotes.{n}.speaker", exact=quote.speaker, entity=quote.entity or "", value=quote.cue or ""
            )


def _quantities(claim: Claim) -> Iterator[RowShown]:
    for n, row in _numbered(claim.quantities):
        numbers = f"{row.value:g}–{row.value_max:g}" if row.value_max is not None else f"{row.value:g}"
        value = f"{numbers} {row.unit}" if row.unit else numbers
        yield RowShown(field=f"quantities.{n}", exact=row.exact, value=value, kind=row.bound)


def _numbered(rows: Iterable[T]) -> Iterable[tuple[int, T]]:
    return enumerate(rows, 1)


def _article(article: Article, *, is_public: bool) -> ArticleShown:
    meta = article.meta
    return ArticleShown(
        id=article.id,
        title=meta.title or article.id,
        outlet=meta.outlet or "",
        published=meta.published or "",
        url=meta.url or "",
        language=meta.language,
        text=article.text if not is_public or meta.rights is Rights.FULL else "",
    )


def _links(dossier: Dossier) -> Iterator[LinkShown]:
    for matter, is_proposal in chain(((m, False) for m in waiting(dossier)), ((m, True) for m in proposed(dossier))):
        field, _, why = matter.why.partition(": ")
        yield LinkShown(
            id=matter.id,
            kind=matter.link,
            claims=tuple(claim.id for claim in matter.claims),
            is_proposal=is_proposal,
            field=field,
            why=why,
            score=matter.score,
        )
