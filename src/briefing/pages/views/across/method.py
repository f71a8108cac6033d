"""How a dossier was made, in figures: what people read and rejected, which articles are copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from briefing.model.claim import Modality, Status
from briefing.model.dossier import Dossier
from briefing.model.relation import SetAside
from briefing.model.ruling import Ruling
from briefing.pages.views.article import modality_counts, readers
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.telling import unfit
from briefing.pages.views.shown import ArticleShown, ClaimShown

_ASIDE = 12


class LeftOut(Struct, frozen=True, kw_only=True):
    """A link that a person rejected: its kind, its claims, why, and who decided."""

    kind: str
    claims: tuple[ClaimShown, ...]
    why: str
    ruling: Ruling


class Method(Struct, frozen=True, kw_only=True):
    """What the method page counts and shows; `links`: corroborations and differences by who stands behind them."""

    claims: int
    reviewed: int
    rejected: int
    readers: tuple[str, ...]
    modalities: tuple[tuple[str, int], ...]
    links: dict[str, int]
    example: ClaimShown | None
    left_out: tuple[LeftOut, ...]
    left_out_in_all: int
    copies: tuple[tuple[ArticleShown, ArticleShown], ...]
    """(copy, original)."""


def method(catalogue: Catalogue) -> Method:
    """The method of a dossier."""
    dossier, claims = catalogue.dossier, tuple(catalogue.claims.values())
    return Method(
        claims=len(claims),
        reviewed=sum(c.status is Status.REVIEWED for c in claims),
        rejected=len(dossier.rejected),
        readers=readers(claims),
        modalities=modality_counts(claims),
        links=_by_decision(dossier),
        example=_example(claims),
        left_out=tuple(_left_out(catalogue, aside) for aside in dossier.set_aside[:_ASIDE]),
        left_out_in_all=len(dossier.set_aside),
        copies=tuple((catalogue.articles[copy], catalogue.articles[original]) for copy, original in dossier.copies),
    )


def _by_decision(dossier: Dossier) -> dict[str, int]:
    corroborations = Counter(link.decided.value for link in dossier.corroborations)
    return dict(corroborations + Counter(link.decided.value for link in dossier.differences))


def _left_out(catalogue: Catalogue, aside: SetAside) -> LeftOut:
    return LeftOut(kind=aside.kind, claims=catalogue.chosen(aside.claims), why=aside.why, ruling=aside.ruling)


def _example(claims: Iterable[ClaimShown]) -> ClaimShown | None:
    """A short claim that a named person or body makes, with the words that tell: what a rule reads is plain in it."""
    telling = [
        c
        for c in claims
        if c.passage and c.cue and c.cue in c.passage and c.speaker.named and c.modality is Modality.ALLEGED
    ]
    return min(
        telling, key=lambda c: (unfit(c), c.status is not Status.REVIEWED, len(c.passage or ""), c.id), default=None
    )
