"""A language's grammar: all that `parse` needs to know of it, given as values by the language pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extract.clauses import clauses
from briefing.extract.group_words import GroupWords
from briefing.extract.noun_groups import noun_groups
from briefing.extract.syntax import Syntax
from briefing.extract.tagging import Tagger
from briefing.extract.tokens import Tokens
from briefing.extract.verb_groups import verb_groups
from briefing.model.span import Span


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """How a language's sentences are cut, tagged and grouped."""

    tokens: Tokens
    tagger: Tagger
    groups: GroupWords

    def parse(self, text: str, span: Span, quotations: Sequence[Span] = (), quotation: Span | None = None) -> Syntax:
        """The analysis of one sentence; `quotations` (with their marks) are one word each."""
        words = self.tagger.tag(self.tokens.cut(text, span, quotations))
        nouns, verbs = noun_groups(words, self.groups), verb_groups(words, self.groups)
        return Syntax(span, words, nouns, verbs, clauses(words, nouns, verbs), quotation)
