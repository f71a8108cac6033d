"""Words of a stretch of text: cut by the language's pattern, quotations opaque, fixed expressions joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.model.span import Span


class Token(NamedTuple):
    """A word or mark and its offsets; `form` is in lower case, `capital` counts: 1 the first letter, 2 all."""

    start: int
    end: int
    form: str
    capital: int
    quotation: bool = False


@dataclass(frozen=True)
class Tokens:
    """How a language's text is cut: one pattern, and the expressions that read as one word.

    `expressions` holds each by its first word: the other words, in all their variants, longest first.
    """

    pattern: re.Pattern[str]
    expressions: Mapping[str, Sequence[tuple[str, ...]]] = field(default_factory=dict)

    def cut(self, text: str, span: Span, quotations: Sequence[Span] = ()) -> list[Token]:
        """The tokens of a span; each of `quotations` (marks included, in order, apart) is one token."""
        found: list[Token] = []
        start = span.start
        for quotation in quotations:
            self._between(text, start, quotation.start, found)
            found.append(Token(quotation.start, quotation.end, "«»", 0, quotation=True))
            start = quotation.end
        self._between(text, start, span.end, found)
        return found

    def _between(self, text: str, start: int, end: int, found: list[Token]) -> None:
        first = len(found)
        for match in self.pattern.finditer(text, start, end):
            word = match[0]
            lower = word.lower()
            found.append(Token(match.start(), match.end(), lower, 0 if lower == word else _capitals(word)))
        self._join(found, first)

    def _join(self, found: list[Token], first: int) -> None:
        """« parce que » becomes one token, in place."""
        kept = first
        i = first
        while i < len(found):
            token = found[i]
            for rest in self.expressions.get(token.form, ()):
                last = i + 1 + len(rest)
                if last <= len(found) and all(found[i + 1 + k].form == form for k, form in enumerate(rest)):
                    token = Token(
                        token.start,
                        found[last - 1].end,
                        " ".join((token.form, *rest)).replace("' ", "'"),
                        token.capital,
                    )
                    i = last - 1
                    break
            found[kept] = token
            kept += 1
            i += 1
        del found[kept:]


def _capitals(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return 2
    return int(word[0].isupper())
