"""The words of a clause that state: from its subject to what only says more, without what stands before in commas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag
from briefing.model.span import Span

_MARKS = (Tag.COMMA, Tag.STOP, Tag.COORDINATOR)


def cores(sentences: Iterable[Syntax]) -> Iterator[Span]:
    """The stating words of each main clause that has a verb, in the order of the text."""
    for syntax in sentences:
        for clause in syntax.clauses:
            verb = syntax.verb_of(clause)
            if verb is not None and clause.kind is ClauseKind.MAIN:
                first, last = _first(syntax, clause), told_end(syntax, clause, verb.last)
                yield stripped(syntax, first, max(last, first + 1))


def told_end(syntax: Syntax, clause: Clause, told: int) -> int:
    """Where a clause ends to tell: before what only adds to it, never before word `told`."""
    ends = [c.first for c in syntax.clauses if told <= c.first < clause.last and _adds(syntax, c, clause.last)]
    return min(ends, default=clause.last)


def stripped(syntax: Syntax, first: int, last: int) -> Span:
    """Words `first` to `last` without the marks at their ends and the « et » before them."""
    words = syntax.words
    while first < last - 1 and words[first].tag in _MARKS:
        first += 1
    while first < last - 1 and words[last - 1].tag in (Tag.COMMA, Tag.STOP):
        last -= 1
    return syntax.span_of(first, last)


def _first(syntax: Syntax, clause: Clause) -> int:
    """Behind the last comma before subject and verb.

    A clause like « si la grève continue » is part of what is stated, a noun without a preposition part of its subject.
    """
    verb, subject = syntax.verb_of(clause), syntax.subject_of(clause)
    starts = [verb.first if verb else clause.first, subject.first if subject else clause.last]
    found = clause.first
    for place in range(clause.first, min(starts)):
        inner = syntax.clause_at(place)
        if inner is clause:
            noun = syntax.noun_at(place)
            if noun and noun.preposition is None and not noun.when:
                return found
            found = place + 1 if syntax.words[place].tag is Tag.COMMA else found
        elif inner and inner.kind is ClauseKind.CIRCUMSTANCE:
            return found
    return found


def _adds(syntax: Syntax, clause: Clause, last: int) -> bool:
    """Whether it says more of what stands before it; brackets with words behind them do not end what is told."""
    if clause.kind is ClauseKind.INSERTION:
        return all(word.tag in _MARKS for word in syntax.words[clause.last : last])
    behind_comma = clause.first > 0 and syntax.words[clause.first - 1].tag is Tag.COMMA
    return clause.kind is ClauseKind.PARTICIPIAL or (clause.kind is ClauseKind.RELATIVE and behind_comma)
