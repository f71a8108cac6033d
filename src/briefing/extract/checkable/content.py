"""What a claim states: the words around its quotations, or, where it is mostly quoted, the quoted ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag
from briefing.extract.modality.scene import Scene, clauses_in, mains_of, words_in
from briefing.extract.modality.signs import Signs
from briefing.extract.reading import Reading, Statement
from briefing.extract.rows import Rows
from briefing.model.annotation import Quotation
from briefing.model.span import Span

_ENDING = 4
"""How many words and marks of a line may stand behind the credit of a picture."""


def _is_said(scene: Scene) -> bool:
    """Whether quoted words are more than a term: a sentence, « merci », « ne pas savoir »."""
    opening = scene.syntax.words[:4]
    return bool(scene.mains) or "courtesy" in scene.signs or any(word.tag is Tag.INFINITIVE for word in opening)


class Contents(Struct, frozen=True):
    """The content of each claim of a reading."""

    reading: Reading
    quotations: Rows[Quotation]
    signs: Signs
    """Those that tell how sure something is, and those of what cannot be checked."""
    quoted: str
    """The rule of statements that are quoted."""

    def of(self, statement: Statement) -> tuple[Scene, ...]:
        """The sentences that carry a statement, each with its signs."""
        number = self.reading.parsed.outer_number(statement.span.start)
        around = () if number is None else (self.scene(self.reading.parsed.outer[number], statement.span),)
        if not self._is_quoted(statement, around):
            return around
        inner = (self.scene(syntax, statement.span) for syntax in self.within(statement.span))
        return tuple(scene for scene in inner if _is_said(scene)) or around

    def _is_quoted(self, statement: Statement, around: Sequence[Scene]) -> bool:
        """Whether most of a statement is quoted, or all but the words that say so."""
        quoted = self.quotations.touching(statement.span)
        only_reports = statement.because.rule == self.quoted and all(len(scene.mains) < 2 for scene in around)
        most = 2 * sum(q.span.overlap(statement.span) for q in quoted) >= len(statement.span)
        return bool(quoted) and (only_reports or most)

    def line_ends_with(self, kind: str, line: Span) -> bool:
        """Whether the last words of a line are a sign of a kind."""
        number = self.reading.parsed.outer_number(line.end - 1)
        scene = None if number is None else self.scene(self.reading.parsed.outer[number], line)
        last = max((sign.last for sign in scene.signs.get(kind, ())), default=None) if scene else None
        return scene is not None and last is not None and scene.last - last < _ENDING

    def within(self, span: Span) -> Iterator[Syntax]:
        """The analysed quotations, or sentences of one, that touch a span."""
        inner = self.reading.parsed.inner
        first = bisect_left(inner, span.start, key=lambda syntax: syntax.span.start)
        for syntax in inner[max(0, first - 1) :]:
            if syntax.span.start >= span.end:
                return
            if syntax.span.overlap(span):
                yield syntax

    def scene(self, syntax: Syntax, span: Span) -> Scene:
        """What the rules look at: the words of an analysis that lie in a span."""
        first, last = words_in(syntax, span)
        clauses = clauses_in(syntax, first, last)
        return Scene(
            reading=self.reading,
            span=span,
            kind=self.reading.blocks[0].kind,
            syntax=syntax,
            first=first,
            last=last,
            clauses=clauses,
            mains=mains_of(syntax, clauses),
            signs=self.signs.find(syntax, first, last),
            attributions=(),
            quotations=(),
            quantities=(),
            dates=(),
            mentions=(),
        )
