"""A reading with its rows by place: what the rules of a sentence ask for again and again."""

from __future__ import annotations

import re
from functools import cached_property
from operator import attrgetter

from briefing.extract.reading import Reading
from briefing.extract.rows import Rows
from briefing.languages.en.grammar import Word, words
from briefing.languages.en.modality.markers import Found, find
from briefing.model.annotation import Attribution, DateMention, Mention, Quantity, Quotation
from briefing.model.article import Block, Sentence
from briefing.model.span import Span

_where = attrgetter("span")
_ASIDE = re.compile(r", (?:who|which|whose)\b[^,]*,|, [a-z]+ed (?:of|to|by)\b[^,]*,")


def _self(span: Span) -> Span:
    return span


class Scene:
    """A reading of which no layer changes while the scene is looked at."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self._words: dict[Span, list[Word]] = {}
        self._asides: dict[Span, Rows[Span]] = {}

    @cached_property
    def units(self) -> list[Span]:
        """Sentences, and the blocks that have none, in order."""
        running = {sentence.block for sentence in self.reading.sentences}
        alone = [block.span for number, block in enumerate(self.reading.blocks) if number not in running]
        return sorted([s.span for s in self.reading.sentences] + alone)

    @cached_property
    def blocks(self) -> Rows[Block]:
        """The lines of the body."""
        return Rows(self.reading.blocks, _where)

    @cached_property
    def sentences(self) -> Rows[Sentence]:
        """The sentences."""
        return Rows(self.reading.sentences, _where)

    @cached_property
    def mentions(self) -> Rows[Mention]:
        """The names."""
        return Rows(self.reading.mentions, _where)

    @cached_property
    def quotations(self) -> Rows[Quotation]:
        """The quotations."""
        return Rows(self.reading.quotations, _where)

    @cached_property
    def attributions(self) -> Rows[Attribution]:
        """The reports, by what they report."""
        return Rows(self.reading.attributions, attrgetter("content.span"))

    @cached_property
    def dates(self) -> Rows[DateMention]:
        """The dates."""
        return Rows(self.reading.dates, _where)

    @cached_property
    def quantities(self) -> Rows[Quantity]:
        """The quantities."""
        return Rows(self.reading.quantities, _where)

    @cached_property
    def markers(self) -> Rows[Found]:
        """The words that decide a modality."""
        return Rows(find(self.text), _where)

    def words(self, span: Span) -> list[Word]:
        """The words and marks of a sentence or clause."""
        if span not in self._words:
            self._words[span] = words(self.text, span)
        return self._words[span]

    def set_aside(self, span: Span, place: int) -> bool:
        """Whether a place stands inside « , who … , » or « , suspected of … , » of a statement."""
        if span not in self._asides:
            self._asides[span] = Rows(
                (Span(*m.span()) for m in _ASIDE.finditer(self.text, span.start, span.end)), _self
            )
        return any(aside.start < place for aside in self._asides[span].touching(Span(place, place + 1)))

    def quoted(self, place: int) -> bool:
        """Whether a place stands inside a quotation."""
        return bool(self.quotations.rows and self.quotations.touching(Span(place, place + 1)))

    @cached_property
    def names(self) -> dict[str, str]:
        """The longest way in which the article names each entity."""
        found: dict[str, str] = {}
        for mention in self.reading.mentions:
            known = found.setdefault(mention.entity or "", mention.exact)
            found[mention.entity or ""] = max(known, mention.exact, key=lambda name: (len(name), name))
        return found
