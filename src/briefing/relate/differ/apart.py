"""A difference between two claims, before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.annotation import Bound
from briefing.model.relation import Difference, DifferenceKind, Field, relation_id
from briefing.relate.subject.counts import Count
from briefing.relate.subject.subject import Subject


@dataclass(frozen=True, slots=True)
class Apart:
    """Two claims, the field in which they part, and the words of each that show it."""

    one: Subject
    other: Subject
    kind: DifferenceKind
    field: Field
    words: tuple[str, str] = ("", "")
    bounds: tuple[Bound, Bound] | None = None
    """How numbers are bound."""

    def told(self, reasons: Mapping[str, str]) -> Difference:
        """The difference with its reason in a line; the earlier claim stands first."""
        claims = (self.one.claim.id, self.other.claim.id)
        reason = reasons.get(f"{self.field}.{self.kind}", "")
        one, other = (self._shown(side, reasons) for side in (0, 1))
        return Difference(
            id=relation_id("d", (*claims, self.field)),
            kind=self.kind,
            claims=claims,
            field=self.field,
            reason=reason.format(one=one, other=other),
        )

    def _shown(self, side: int, reasons: Mapping[str, str]) -> str:
        """The words of one side: a number with its bound, the article's own voice where nobody is cited."""
        words = self.words[side]
        if self.bounds:
            return reasons.get(f"bound.{self.bounds[side]}", "{number}").format(number=words)
        small = reasons.get("small", "").split()
        first = words.replace("’", " ").replace("'", " ").split(" ")[0].lower()
        return (words[0].lower() + words[1:] if first in small else words) or reasons.get("voice", "")


def numbers_apart(one: Subject, other: Subject, kind: DifferenceKind, mine: Count, theirs: Count) -> Apart:
    """Two numbers of the same thing that part."""
    bounds = (mine.quantity.bound, theirs.quantity.bound)
    return Apart(one, other, kind, Field.QUANTITY, (mine.words, theirs.words), bounds)
