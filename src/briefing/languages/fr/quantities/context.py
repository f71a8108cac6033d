"""What stands around a number: the rules that exclude and complete ask these questions."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct, field

from briefing.extract.analysis.syntax import Syntax, Tag, Word
from briefing.extract.quantities.arithmetic import Spans
from briefing.languages.fr.quantities.bounds import Beside
from briefing.languages.fr.quantities.joined import Figure
from briefing.languages.fr.quantities.lexicon.vocabulary import Kind
from briefing.model.span import Span

_OPENING = frozenset({Tag.STOP, Tag.BRACKET, Tag.COMMA, Tag.QUOTATION, Tag.OTHER})


class Known(Struct, frozen=True, kw_only=True):
    """What is known of the article before a number is judged. `counted`: what was counted so far, with its unit."""

    text: str
    dates: Spans
    mentions: Spans
    counted: set[tuple[Decimal, str | None]] = field(default_factory=set)


class FigureContext(Struct, frozen=True, kw_only=True):
    """A figure in its sentence. `lead`: the word with which it begins, bound words and article included."""

    known: Known
    syntax: Syntax
    figure: Figure
    lead: int
    beside: Beside | None

    @property
    def kind(self) -> Kind:
        """What is counted."""
        return self.figure.unit.kind if self.figure.unit else Kind.THING

    @property
    def span(self) -> Span:
        """From the number to the end of the unit that stands with it."""
        return self.syntax.span_of(self.figure.amount.first, self.figure.last)

    @property
    def before(self) -> Word | None:
        """The word in front, bound words left out."""
        return self.syntax.words[self.lead - 1] if self.lead else None

    @property
    def form_before(self) -> str:
        """That word in lower case, empty at the head of the sentence."""
        return self.syntax.words[self.lead - 1].form if self.lead else ""

    def after(self, n: int = 0) -> Word | None:
        """The word behind the figure."""
        at = self.figure.last + n
        return self.syntax.words[at] if at < len(self.syntax.words) else None

    def phrase_before(self, size: int) -> str:
        """Some words in front, as one phrase."""
        return " ".join(word.form for word in self.syntax.words[max(0, self.lead - size) : self.lead])

    @property
    def opens(self) -> bool:
        """Whether a sentence or a part of it begins with the number."""
        return self.lead == 0 or self.syntax.words[self.lead - 1].tag in _OPENING
