"""A language's grammar: all that `parse` needs to know of it, given as values by the language pack."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from briefing.extract.analysis.clauses import clauses
from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.noun_groups import noun_groups
from briefing.extract.analysis.syntax import Syntax
from briefing.extract.analysis.tagging.tagger import Tagger
from briefing.extract.analysis.tokens import Tokens
from briefing.extract.analysis.verb_groups import verb_groups
from briefing.model.span import Span

_LONGEST = 600
"""Words of a sentence whose groups and clauses are told; what is longer is a list, and its words are only tagged."""


class Grammar(Struct, frozen=True, kw_only=True):
    """How a language's sentences are cut, tagged and grouped."""

    tokens: Tokens
    tagger: Tagger
    groups: GroupWords
    marks: str = '«»“”„"‹›<>'
    """What may stand around a quotation, and belongs to it."""

    def parse(self, text: str, span: Span, quotations: Sequence[Span] = (), quotation: Span | None = None) -> Syntax:
        """The analysis of one sentence; `quotations` (with their marks) are one word each."""
        words = self.tagger.tag(self.tokens.cut(text, span, quotations))
        told = words[:_LONGEST]
        nouns, verbs = noun_groups(told, self.groups), verb_groups(told, self.groups)
        return Syntax(span, words, nouns, verbs, clauses(told, nouns, verbs, self.groups), quotation)
