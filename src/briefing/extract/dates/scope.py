"""What a date dates: « en 1973 » may date what its sentence states, or a war that it only mentions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag
from briefing.extract.cores import stripped, told_end
from briefing.extract.reading import Reading
from briefing.model.annotation import DateMention
from briefing.model.dossier import Dated
from briefing.model.span import Span

_SAYS_MORE = (ClauseKind.RELATIVE, ClauseKind.PARTICIPIAL)
"""Clauses that say more of the noun before them."""
_BESIDE = (*_SAYS_MORE, ClauseKind.CIRCUMSTANCE)
"""Clauses that tell something else than their sentence states."""
_MARKS = (Tag.COMMA, Tag.STOP, Tag.BRACKET)


def dated(reading: Reading, times: Collection[str]) -> Iterator[Dated]:
    """Each date of the reading that has a value, with the words that it dates.

    `times` are the prepositions, as the sentence's words have them, behind which a noun names an event: « depuis ».
    """
    spans = [date.span for date in reading.dates]
    for date in reading.dates:
        syntax = reading.parsed.at(date.start) if date.value else None
        if syntax is not None and (place := syntax.index_at(date.start)) is not None:
            yield _Dating(syntax, spans, times).found(date, place)


class _Dating(Struct, frozen=True):
    """A sentence, the dates of its article, and the prepositions of time."""

    syntax: Syntax
    dates: Sequence[Span]
    times: Collection[str]

    def found(self, date: DateMention, place: int) -> Dated:
        """What the date at word `place` dates."""
        last = (self.syntax.index_at(date.end - 1) or place) + 1
        clause = self.syntax.clause_at(place)
        if clause is None:
            return Dated(date, self.syntax.span)
        noun = self._before(clause.first) if clause.verb is None or clause.kind in _SAYS_MORE else None
        if clause.verb is None:  # « la guerre du Vietnam (1955-1975) », else a piece that tells nothing by itself
            return (
                Dated(date, self._span(noun.first, clause.last), aside=True) if noun else Dated(date, self.syntax.span)
            )
        event = self._event(clause, place)
        if event is not None:
            return Dated(date, self._span(event, last), aside=True)
        since = self._bounded(clause, place, last)
        if since is not None:
            return Dated(date, self._span(since, last), aside=True)
        first = noun.first if noun else clause.first
        return Dated(date, self._span(first, self._end(clause, last)), aside=clause.kind in _BESIDE)

    def _before(self, place: int) -> NounGroup | None:
        """The noun group that ends right before a place, marks and dates aside, with what it is a complement of."""
        found: NounGroup | None = None
        while (place := self._without_dates(place)) > 0:
            group = next((g for g in self.syntax.nouns if g.first < place <= max(g.last, g.whole)), None)
            found = group or found
            if group is None or group.preposition is None or self._is_time(group.preposition):
                break
            place = group.preposition
        return found

    def _without_dates(self, place: int) -> int:
        """The place before the marks and the dates that stand there, and before what introduces a date."""
        words, dating = self.syntax.words, False
        while place > 0:
            word = words[place - 1]
            is_date = any(date.contains(word.span) for date in self.dates)
            if not (is_date or word.tag in _MARKS or (dating and word.tag in (Tag.PREPOSITION, Tag.DETERMINER))):
                break
            dating, place = is_date or (dating and word.tag is Tag.DETERMINER), place - 1
        return place

    def _event(self, clause: Clause, place: int) -> int | None:
        """Where the noun begins that stands between a preposition of time behind the verb and the date."""
        verb = self.syntax.verb_of(clause)
        for group in self.syntax.nouns:
            behind = verb is not None and verb.last <= group.first and group.last <= place and not group.when
            at = group.preposition
            if behind and at is not None and self._is_time(at) and self.syntax.clause_at(group.head) is clause:
                return group.first
        return None

    def _bounded(self, clause: Clause, place: int, last: int) -> int | None:
        """« Ils ont défilé jeudi, pour [la douzième marche depuis janvier] »: the noun bounded by another date."""
        groups = (g for g in self.syntax.nouns if max(g.last, g.whole) == place - 1 and not g.when)
        noun = next(groups, None) if place and self._is_time(place - 1) else None
        inside = Span(self.syntax.words[clause.first].start, self.syntax.words[clause.last - 1].end)
        own = self.syntax.words[last - 1].span
        others = any(inside.contains(other) and not other.overlap(own) for other in self.dates)
        return noun.first if noun is not None and others else None

    def _is_time(self, word: int) -> bool:
        return self.syntax.words[word].form in self.times

    def _end(self, clause: Clause, last: int) -> int:
        """Where what is dated ends: before the clause that only adds to it, never before the date or the verb."""
        verb = self.syntax.verb_of(clause)
        return told_end(self.syntax, clause, max(last, verb.last if verb else 0))

    def _span(self, first: int, last: int) -> Span:
        return stripped(self.syntax, first, last)
