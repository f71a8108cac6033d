"""An article's annotations and the claims found in it, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from briefing.model.claim import Claim, Status
from briefing.model.span import Passage, Span

from .annotated import NOT_CLAIMS, Annotations, Judged, Quoted, Reported, Row
from .body import Body, Located
from .matching import Pair, Score, counted

G = TypeVar("G", bound=Row)
R = TypeVar("R")
P = TypeVar("P", bound=Passage)


@dataclass(frozen=True)
class Compared:
    """Annotations and claims, both placed in the article's text."""

    body: Body
    annotations: Annotations
    found: tuple[Claim, ...]

    @classmethod
    def of(cls, text: str, annotations: Annotations, found: Iterable[Claim]) -> Compared:
        """The comparison; claims that a person rejected do not count."""
        return cls(Body(text), annotations, tuple(c for c in found if c.status is not Status.REJECTED))

    @cached_property
    def claims(self) -> list[Located[Claim]]:
        """Where each claim's evidence stands."""
        return [Located(self.body.trimmed(claim.evidence.span), claim) for claim in self.found]

    @cached_property
    def sentences(self) -> list[Located[Judged]]:
        """Where each annotated sentence stands."""
        return self.body.located(self.annotations.modality)

    @cached_property
    def quotes(self) -> list[Located[Quoted]]:
        """Where each annotated quotation stands."""
        return self.body.located(self.annotations.quotes)

    @cached_property
    def reported(self) -> list[Located[Reported]]:
        """Where each annotated report stands."""
        return self.body.located(self.annotations.attributions)

    @cached_property
    def idle(self) -> list[Span]:
        """Where nothing is owed: headings, lists, opinions, questions; what may be an opinion and got no claim."""
        headings = self.body.located(Row(text=text) for text in self.annotations.not_sentences)
        return [heading.span for heading in headings] + [s.span for s in self.sentences if self._is_idle(s)]

    def _is_idle(self, sentence: Located[Judged]) -> bool:
        if sentence.row.label in NOT_CLAIMS:
            return True
        is_claimed = any(sentence.span.overlap(claim.span) for claim in self.claims)
        return bool(sentence.row.allowed & NOT_CLAIMS) and not is_claimed

    def pooled(self, rows: Callable[[Claim], Iterable[P]]) -> list[Located[P]]:
        """The rows of all claims, each place once."""
        unique: dict[Span, P] = {}
        for claim in self.found:
            for row in rows(claim):
                unique.setdefault(self.body.trimmed(row.span), row)
        return [Located(span, row) for span, row in unique.items()]

    def paired(
        self,
        wanted: Sequence[Located[G]],
        found: Sequence[Located[R]],
        pairs: Sequence[Pair],
        *,
        say_wanted: Callable[[G], str],
        say_found: Callable[[R], str],
        excused: Callable[[Located[R]], bool] = lambda _: False,
    ) -> Score:
        """The score of rows paired one to one, without those that nobody owes and those that are no invention."""
        partner = dict(pairs)
        taken = set(partner.values())
        free = [w.span for w in wanted if w.row.optional]
        missed = (w.row for i, w in enumerate(wanted) if i not in partner and self.is_owed(w))
        extra = (
            f for j, f in enumerate(found) if j not in taken and not excused(f) and not _is_mostly_in(f.span, free)
        )
        return counted(len(pairs), (say_wanted(row) for row in missed), (say_found(f.row) for f in extra))

    def is_owed(self, wanted: Located[G]) -> bool:
        """Whether it is a fault to miss a row."""
        return not wanted.row.optional and not any(idle.contains(wanted.span) for idle in self.idle)


def _is_mostly_in(span: Span, places: Iterable[Span]) -> bool:
    return any(2 * span.overlap(place) >= len(span) > 0 for place in places)
