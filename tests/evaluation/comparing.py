"""An article's annotations and the claims found in it, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from briefing.model.claim import Claim, Status
from briefing.model.span import Passage, Span

from .annotated import NOT_CLAIMS, Annotations, Judged, Quoted
from .folding import Body, Located, fold
from .matching import Pair

R = TypeVar("R")
P = TypeVar("P", bound=Passage)


@dataclass(frozen=True)
class Compared:
    """Annotations and claims, both placed in the article's folded text."""

    body: Body
    annotations: Annotations
    found: tuple[Claim, ...]

    @classmethod
    def of(cls, text: str, annotations: Annotations, found: Iterable[Claim]) -> Compared:
        """The comparison; claims that a person rejected do not count."""
        return cls(Body(fold(text)), annotations, tuple(c for c in found if c.status is not Status.REJECTED))

    @cached_property
    def claims(self) -> list[Located[Claim]]:
        """Where each claim's evidence stands."""
        return self.body.locate(self.found, lambda claim: claim.evidence.exact)

    @cached_property
    def sentences(self) -> list[Located[Judged]]:
        """Where each annotated sentence stands."""
        return self.body.locate(self.annotations.modality, lambda row: row.text)

    @cached_property
    def quotes(self) -> list[Located[Quoted]]:
        """Where each annotated quotation stands."""
        return self.body.locate(self.annotations.quotes, lambda row: row.text)

    @cached_property
    def idle(self) -> list[Span]:
        """Headings, lists of themes, questions and opinions: where a claim may stand but need not."""
        headings = self.body.locate(self.annotations.not_sentences, str)
        return [h.span for h in headings] + [s.span for s in self.sentences if s.row.allowed & NOT_CLAIMS]

    def owed(self, wanted: list[Located[R]], pairs: list[Pair]) -> tuple[list[Located[R]], list[Pair]]:
        """The annotated rows that were found or that a claim owes, and the pairs in the new numbering."""
        hit = {i for i, _ in pairs}
        kept = [i for i, w in enumerate(wanted) if i in hit or not any(idle.contains(w.span) for idle in self.idle)]
        place = {old: new for new, old in enumerate(kept)}
        return [wanted[i] for i in kept], [(place[i], j) for i, j in pairs]

    def pooled(self, rows: Callable[[Claim], tuple[P, ...]]) -> list[Located[P]]:
        """The rows of all claims, each place once."""
        unique: dict[Span, P] = {}
        for claim in self.found:
            for row in rows(claim):
                unique.setdefault(row.span, row)
        return self.body.locate(unique.values(), lambda row: row.exact)

    def checkable(self, rows: list[Located[R]]) -> list[Located[R]]:
        """The rows that touch no sentence whose first label is opinion or question."""
        off = [s.span for s in self.sentences if s.row.label in NOT_CLAIMS]
        return [row for row in rows if not any(row.span.overlap(span) for span in off)]
