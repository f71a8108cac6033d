"""Words of a stretch of text: cut by the language's pattern, quotations opaque, fixed expressions joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from briefing.model.span import Span


class Token(Struct, frozen=True):
    """A word or mark and its offsets; `form` is in lower case, `capital` counts: 1 the first letter, 2 all."""

    start: int
    end: int
    form: str
    capital: int
    quotation: bool = False
    opening: str = ""
    """The first word of a quotation, in lower case."""
    ended: bool = False
    """Whether a quotation ends with a mark of its own: « Qui paiera ? »."""


class Expression(dict[str, "Expression"]):
    """The words that may go on an expression; `complete` tells that it may end here."""

    complete = False

    def end(self, forms: Sequence[str], at: int) -> int:
        """Where the longest expression ends that begins with a form; behind the form itself where none does."""
        node, end = self, at + 1
        for k in range(at, len(forms)):
            following = node.get(forms[k])
            if following is None:
                break
            node = following
            if node.complete:
                end = k + 1
        return end


def expression_tree(expressions: Iterable[Sequence[str]]) -> Expression:
    """The expressions by their first word, second word and so on."""
    root = Expression()
    for words in expressions:
        node = root
        for word in words:
            node = node.setdefault(word, Expression())
        node.complete = True
    return root


class Tokens(Struct, frozen=True):
    """How a language's text is cut: one pattern, and the expressions that read as one word, the longest first."""

    pattern: re.Pattern[str]
    expressions: Expression = field(default_factory=Expression)
    accented: Mapping[str, str] = field(default_factory=dict)
    """Words that open a sentence without the accent of their capital, and as they are spelled: « [A] Paris, »."""

    def cut(self, text: str, span: Span, quotations: Sequence[Span] = ()) -> list[Token]:
        """The tokens of a span; each of `quotations` (marks included, in order, apart) is one token."""
        found: list[Token] = []
        start = span.start
        for quotation in quotations:
            self._between(text, start, quotation.start, found)
            found.append(self._quoted(text, quotation))
            start = quotation.end
        self._between(text, start, span.end, found)
        return found

    def forms(self, text: str) -> tuple[str, ...]:
        """The words of a text, in lower case."""
        return tuple(token.form for token in self.cut(text, Span(0, len(text))))

    def _quoted(self, text: str, span: Span) -> Token:
        words = (match[0] for match in self.pattern.finditer(text, span.start, span.end))
        opening = next((word for word in words if word[0].isalnum()), "")
        ended = span.of(text).rstrip(_CLOSING)[-1:] in tuple("?!…,")
        capital = int(opening[:1].isupper())
        return Token(span.start, span.end, "«»", capital, quotation=True, opening=opening.lower(), ended=ended)

    def _between(self, text: str, start: int, end: int, found: list[Token]) -> None:
        first = len(found)
        for match in self.pattern.finditer(text, start, end):
            at, behind = match.span()
            word = match[0]
            lower = word.lower()
            capital = 0 if lower == word or text[at - 1 : at].isdigit() else _capitals(word)  # « 17H00 » names nothing
            if capital and lower in self.accented and _opens(found) and text[behind : behind + 1].isspace():
                lower = self.accented[lower]
            found.append(Token(at, behind, lower, capital))
        self._join(found, first)

    def _join(self, found: list[Token], first: int) -> None:
        """« parce que » becomes one token, in place."""
        cut = found[first:]
        forms = [token.form for token in cut]
        del found[first:]
        i = 0
        while i < len(cut):
            token = cut[i]
            last = self.expressions.end(forms, i) if token.form in self.expressions else i + 1
            if last > i + 1:
                form = " ".join(forms[i:last]).replace("' ", "'")
                token = Token(token.start, cut[last - 1].end, form, token.capital)
            found.append(token)
            i = last


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _opens(found: Sequence[Token]) -> bool:
    """Whether the next word opens its sentence: no word stands before it."""
    return not found or not (found[-1].form[0].isalnum() or found[-1].form[-1] == "'")


_CLOSING = "»”\"’'›\u00a0\u202f "


def _capitals(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return 2
    return int(word[0].isupper())
