"""The words and marks of one sentence, with their places in the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.languages.fr.modality.syntax.forms import Word, word
from briefing.model.span import Span

_INVERTED = r"(?:je|tu|ils?|elles?|on|nous|vous|ce|t)\b"
_TOKEN = re.compile(
    r"\d+(?:[.,  ]\d+)*"  # « 12 000 », « 3,5 »
    r"|[Ss]ans doute\b"
    rf"|[^\W\d_]+(?:-(?!{_INVERTED})[^\W\d_]+)*(?:'(?=\w))?"  # « accord », « l' », « peut-être »
    rf"|-t-|-(?={_INVERTED})"  # « a-t-il », « est-ce »
    r"|[^\w\s]"
)
BREAKS = frozenset(",;:()[]–")
"""Marks that may end a clause."""
QUOTES = frozenset('«»“”"')
PAUSES = BREAKS | QUOTES | frozenset("…!?.")
"""All marks."""
INVERSIONS = frozenset({"-t-", "-"})
"""Between a verb and the subject that follows it."""
_LONGEST = 2000
"""Only so many code points of a sentence are read, so that a text without full stops stays linear."""
_PADDING = 6
"""Empty words behind the last, so that looking a little past either end is safe."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence cut into lower-case words and marks; parallel lists, one place for each token."""

    words: tuple[str, ...]
    """Followed by empty ones, which also stand for what is before the first."""
    forms: tuple[Word, ...]
    """What each may be as a verb."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: frozenset[int]
    """Tokens that begin with a capital without beginning the sentence: names, not verbs."""

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> str:
        """The word at `index`; empty a little outside the sentence."""
        return self.words[index]

    def span(self, first: int, last: int) -> Span:
        """From token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def inverted(self, index: int) -> bool:
        """Whether the subject follows the verb: « a-t-il ajouté »."""
        return self.words[index + 1] in INVERSIONS


def tokenize(text: str, span: Span) -> Tokens:
    """The tokens of the sentence that `span` covers in the folded `text`."""
    matches = list(_TOKEN.finditer(text, span.start, min(span.end, span.start + _LONGEST)))
    raw = [match.group() for match in matches]
    first = next((n for n, token in enumerate(raw) if token not in PAUSES), 0)
    words = [token.lower() for token in raw] + [""] * _PADDING
    return Tokens(
        words=tuple(words),
        forms=tuple(map(word, words)),
        starts=tuple(match.start() for match in matches),
        ends=tuple(match.end() for match in matches),
        capitals=frozenset(n for n, token in enumerate(raw) if n > first and token[0].isupper()),
    )


def split_words(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase of a word list."""
    elided = phrase.endswith("'")
    found = [match.group().lower() for match in _TOKEN.finditer(phrase + "x" if elided else phrase)]
    return tuple(found[:-1] if elided else found)
