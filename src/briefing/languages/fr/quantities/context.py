"""What stands around a number: the rules that exclude and complete ask these questions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from briefing.languages.fr.quantities.bounds import Beside
from briefing.languages.fr.quantities.grouping import Group
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind
from briefing.model.span import Span

_LAST_WORD = re.compile(r"([^\W_][\w.°-]*|[§#°])[ ']+$")
_OPENING = re.compile(r"(?:^|[.!?…:;|\n]|[«“\"()\[–•*#])[\s«“\"'(\[*#–-]*$")
_WINDOW = 30


class Spans:
    """Spans that other annotators took, searched by bisection."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def touches(self, span: Span) -> bool:
        """Whether a taken span overlaps this one."""
        at = bisect_right(self._starts, span.end)
        return any(taken.overlap(span) for taken in self._spans[max(0, at - 2) : at])

    def ends_at(self, at: int) -> bool:
        """Whether a taken span ends at `at`."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and self._spans[before].end == at


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A group of numbers in its text.

    `lead`: where it begins, bound words and article included. `word_before`: the word in front, as written (« l » for
    « l' »), empty at a break. `counted`: the values that the text has given so far.
    """

    text: str
    group: Group
    lead: int
    word_before: str
    beside: Beside | None
    dates: Spans
    mentions: Spans
    counted: set[Decimal]

    @property
    def kind(self) -> Kind:
        """What is counted."""
        return self.group.unit.kind if self.group.unit else Kind.THING

    @property
    def last_word(self) -> str:
        """The last word between the number and the end of its unit; empty where the unit is left out."""
        return (self.text[self.group.amount.span.end : self.group.end].split() or [""])[-1]

    @property
    def word_before_opens(self) -> bool:
        """Whether that word begins a sentence or a quotation."""
        return opens(self.text, self.text.rfind(self.word_before, max(0, self.lead - _WINDOW), self.lead))

    def follows(self, phrases: frozenset[str]) -> bool:
        """Whether one of the phrases stands in front; the longest have three words."""
        words = self.text[max(0, self.lead - _WINDOW) : self.lead].lower().split()
        return any(" ".join(words[-size:]) in phrases for size in (1, 2, 3))


def word_before(text: str, at: int) -> str:
    """The word that ends just before `at`, as written; empty at a break."""
    found = _LAST_WORD.search(text[max(0, at - _WINDOW) : at])
    return found[1] if found else ""


def opens(text: str, at: int) -> bool:
    """Whether a sentence or a quotation begins at `at`."""
    return _OPENING.search(text[max(0, at - 12) : at]) is not None
