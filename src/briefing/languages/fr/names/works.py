"""Titles: « le film “Le Mépris” » in quotation marks, « dans La Chimère » by the capital of its article."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.span import Span

_WORDS_TO_WORK = 3
_LONGEST = 80
_MARKS = ' «»“”"„‹›'


def titles(line: Line) -> Iterator[Span]:
    """The quoted words of a sentence that a noun for a work announces."""
    for i in [i for i, word in enumerate(line.words) if word.tag is Tag.QUOTATION]:
        word = line.words[i]
        if word.end - word.start > _LONGEST:
            continue
        span = _inside(line.text, word.start, word.end)
        before = any(line.words[k].lemma in words("works") for k in range(max(0, i - _WORDS_TO_WORK), i))
        named = before or _is_explained(line, i)
        if named and span.end > span.start and (line.text[span.start].isupper() or line.text[span.start].isdecimal()):
            yield span


def _is_explained(line: Line, i: int) -> bool:
    """« dans “La Vie”, comédie de mœurs », « “La Vie”, de Jean Roy »."""
    if line.tag(i + 1) is not Tag.COMMA:
        return False
    author = line.of(i + 2)
    if author is not None and line.capital(author) and line.is_given(author):
        return True
    k = i + 2 + (line.tag(i + 2) is Tag.DETERMINER)
    return line.tag(k) is Tag.NOUN and line.words[k].lemma in words("works")


def _inside(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)
