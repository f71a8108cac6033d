"""Names in quotation marks: « le film “Le Mépris” », « le cargo “Nova” », told by the noun that announces them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.names.cues import has_author
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.plain import is_plain
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType
from briefing.model.span import Span

_WORDS_TO_WORK = 3
_WORDS_TO_THING = 8
_LONGEST = 80
_MOST_WORDS = 4
_MARKS = ' «»“”"„‹›'


def quoted_names(line: Line) -> Iterator[tuple[Span, EntityType]]:
    """The quoted words of a sentence that name something, and what."""
    quotation = Tag.QUOTATION
    for i in [i for i, word in enumerate(line.words) if word.tag is quotation]:
        word = line.words[i]
        if word.end - word.start > _LONGEST:
            continue
        span = _inside(line.text, word.start, word.end)
        if span.end > span.start and (line.text[span.start].isupper() or line.text[span.start].isdecimal()):
            kind = _kind(line, i, span.of(line.text))
            if kind is not None:
                yield span, kind


def _kind(line: Line, i: int, name: str) -> EntityType | None:
    """What the words around tell of a quoted name."""
    if any(line.words[k].lemma in words("works") for k in range(max(0, i - _WORDS_TO_WORK), i)):
        return EntityType.WORK
    explaining = _explaining(line, i)
    if explaining in words("works") or has_author(line, i + 1) or _is_published(line, i):
        return EntityType.WORK
    if line.words[i - 1 - (line.of(i - 1) == i)].lemma in words("bodies"):
        return EntityType.ORGANISATION
    parts = name.split()
    if len(parts) > _MOST_WORDS or not all(part[0].isupper() or part[0].isdecimal() for part in parts):
        return None
    if any(lemma in words("products") for lemma in (explaining, *_announcing(line, i))):
        return EntityType.PRODUCT
    named = not all(is_plain(part.lower()) for part in parts)  # no « Grand Soir »
    return EntityType.OTHER if named and line.determined(i) else None  # nobody is called « le “Nova Star” »


def _announcing(line: Line, i: int) -> Iterator[str]:
    """The lemmas that may say what a name is: of the word before, or « un cargo de 90 mètres, le “Nova” »."""
    row = line.determined(i) and line.tag(i - 2) is Tag.COMMA
    return (word.lemma for word in line.words[max(0, i - (_WORDS_TO_THING if row else 1)) : i])


def _explaining(line: Line, i: int) -> str:
    """« dans “La Vie”, comédie de mœurs », « “Nova”, un cargo »: the noun that follows behind a comma."""
    k = i + 2 + (line.tag(i + 2) is Tag.DETERMINER)
    return line.words[k].lemma if line.tag(i + 1) is Tag.COMMA and line.tag(k) is Tag.NOUN else ""


def _is_published(line: Line, i: int) -> bool:
    """« publie “La Vie” (éd. du Lac) », « “La Vie” (Seuil, 2019) »: publisher or year stand in brackets."""
    if line.form(i + 1) != "(":
        return False
    form = line.form(i + 2)
    year = len(form) == 4 and form.isdecimal()
    return year or form in words("publishers") or line.known_as(i + 2, EntityType.ORGANISATION) is not None


def _inside(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)
