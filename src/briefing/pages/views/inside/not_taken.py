"""What an article says that no claim states: its questions, judgements, headings, and what a person rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from briefing.extract.rows import Rows
from briefing.model.article import Article, BlockKind, Rights
from briefing.model.claim import Modality, Status
from briefing.model.span import Span
from briefing.pages.views.catalogue import Catalogue

_SAID = (Modality.OPINION, Modality.QUESTION)
_ORDER = ("rejected", "opinion", "question", "theme", "imperative", "first_person", "repeated", "fragment", "other")


class NotTaken(Struct, frozen=True, kw_only=True):
    """A sentence or line, and why it is no claim: a key of the catalogue, and a person's words where one decided."""

    span: Span
    reason: str
    text: str
    why: str | None = None
    number: int = 0
    """Its place among those of the article, from 1."""

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"x-{self.number}"


class Reason(Struct, frozen=True):
    """Those that are no claim for one reason, in the order of the text."""

    name: str
    passages: tuple[NotTaken, ...]


def not_taken(catalogue: Catalogue, article: Article) -> tuple[NotTaken, ...]:
    """Every sentence or line of the article that no claim touches, in the order of its text."""
    taken = [claim.evidence.span for claim in catalogue.dossier.claims_of(article)]
    found: list[NotTaken] = []
    for candidates in (_rejected(catalogue, article), _asides(catalogue, article), _unread(catalogue, article)):
        rows = Rows([*taken, *(one.span for one in found)], lambda span: span)
        found += [one for one in candidates if one.text and not rows.touching(one.span)]
    found.sort(key=lambda one: one.span.start)
    return tuple(_numbered(found))


def by_reason(found: Iterable[NotTaken]) -> tuple[Reason, ...]:
    """The same reason by reason: a person's decisions first, headings and bylines last."""
    place = {reason: number for number, reason in enumerate(_ORDER)}
    ordered = sorted(found, key=lambda one: (place.get(one.reason, len(_ORDER)), one.reason, one.number))
    return tuple(Reason(name, tuple(passages)) for name, passages in groupby(ordered, key=lambda one: one.reason))


def may_be_shown(article: Article) -> bool:
    """Whether the article's rights let a page show what carries no claim."""
    return article.meta.rights is Rights.FULL


def _numbered(found: Iterable[NotTaken]) -> Iterator[NotTaken]:
    for number, one in enumerate(found, 1):
        yield NotTaken(span=one.span, reason=one.reason, text=one.text, why=one.why, number=number)


def _rejected(catalogue: Catalogue, article: Article) -> Iterator[NotTaken]:
    claims = (c for file in catalogue.dossier.files if file.article == article.id for c in file.claims)
    for claim in claims:
        if claim.status is Status.REJECTED:
            why = claim.review.why if claim.review else None
            yield NotTaken(span=claim.evidence.span, reason="rejected", text=claim.evidence.exact, why=why)


def _asides(catalogue: Catalogue, article: Article) -> Iterator[NotTaken]:
    text = catalogue.layouts[article.id].text
    known = catalogue.words["not_taken"]
    for aside in catalogue.dossier.noted_of(article).asides:
        reason = aside.modality.value if aside.modality in _SAID else aside.rule
        yield NotTaken(span=aside.span, reason=reason if reason in known else "other", text=aside.span.of(text).strip())


def _unread(catalogue: Catalogue, article: Article) -> Iterator[NotTaken]:
    """Sentences that no rule spoke of, then lines that hold none."""
    layout = catalogue.layouts[article.id]
    rows = Rows(layout.sentences, lambda span: span)
    for sentence in layout.sentences:
        yield NotTaken(span=sentence, reason="other", text=sentence.of(layout.text).strip())
    for block in layout.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.BYLINE, BlockKind.SIGNATURE) and not rows.touching(block.span):
            yield NotTaken(span=block.span, reason=block.kind.value, text=block.span.of(layout.text).strip("# "))
