"""Clauses while a sentence is read: those found so far, and the stack of those that are still open."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.syntax import ClauseKind, NounGroup, VerbGroup, Word


class OpenClause(Struct):
    """A clause that is being read."""

    kind: ClauseKind
    first: int
    parent: int | None
    opener: int | None = None
    verb: int | None = None
    coordinated: int | None = None
    last: int = 0
    subject: int | None = None


class ClauseTree(Struct):
    """The clauses so far, and the stack of those still open (indexes)."""

    words: Sequence[Word]
    nouns: Sequence[NounGroup]
    verbs: Sequence[VerbGroup]
    grammar: GroupWords
    clauses: list[OpenClause] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)

    @property
    def top(self) -> OpenClause:
        """The innermost clause that is open."""
        return self.clauses[self.stack[-1]]

    def open(self, clause: OpenClause) -> None:
        """Open a clause within the innermost one."""
        self.clauses.append(clause)
        self.stack.append(len(self.clauses) - 1)

    def close_to(self, depth: int, last: int) -> None:
        """Close what is open above a depth of the stack."""
        while len(self.stack) > depth:
            self.clauses[self.stack.pop()].last = last
