"""Capitalised words that stand together, cut into the names that they hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.languages.fr.names.capitals.page import Page
from briefing.languages.fr.names.capitals.shapes import CAPITAL, RUN, TOKEN, is_acronym, is_first_name
from briefing.languages.fr.names.demonyms import adjectives_of_origin
from briefing.languages.fr.names.known import Hits
from briefing.languages.fr.names.lists import words
from briefing.model.annotation import EntityType
from briefing.model.span import Span

_ELISIONS = ("L'", "D'", "Qu'", "Jusqu'", "Lorsqu'", "Puisqu'", "Quoiqu'", "S'", "N'", "J'", "C'", "M'", "T'")
_GAP = 9
"""More characters between two words than a foreign particle takes: something was cut out between them."""
_GOES_ON = re.compile(rf" (?:de |d')[{CAPITAL}]")
_MOST_WORDS = 4
PARTICLES = (" de ", " d'", " de La ", " du ", " des ")
_OF = ("de ", "de la ", "de l'", "du ", "des ", "d'", "à ", "au ", "aux ", "en ", "chez ")


class Taken:
    """Spans that are names already, in which no run is looked for."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def covers(self, pos: int) -> bool:
        """Whether a span holds the character at `pos`."""
        at = bisect_right(self._starts, pos) - 1
        return at >= 0 and pos < self._ends[at]


@dataclass(frozen=True, slots=True)
class Token:
    """A capitalised word."""

    word: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """In lower case, without the full stop of an abbreviation."""
        return self.word.lower().removesuffix(".")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be one name. `titled`: a title in capitals stood before it (« Maître Vergès »)."""

    tokens: tuple[Token, ...]
    opens: bool
    titled: bool = False
    article: Token | None = None
    """A first word that was cut off and may be of the name after all: « De (Gaulle) »."""

    @property
    def start(self) -> int:
        """Of the first word."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Of the last word, without a full stop after it."""
        return self.tokens[-1].end - self.tokens[-1].word.endswith(".")


def runs(page: Page, hits: Hits, taken: Taken, span: Span) -> Iterator[Run]:
    """The runs of a block; titles, first words of a sentence, days and what is `taken` are cut off."""
    before: Run | None = None
    for found in RUN.finditer(page.text, span.start, span.end):
        if found[0].lower() in words("openers"):
            continue
        tokens = [Token(m[0], m.start(), m.end()) for m in TOKEN.finditer(page.text, *found.span())]
        for part in _parts(page.text, hits, [t for t in tokens if not taken.covers(t.start)]):
            run = _trimmed(page, hits, part)
            if before and run and _is_particle(page, hits, before, run):
                run = replace(before, tokens=before.tokens + run.tokens)
            elif before:
                yield before
            before = run or None
    if before:
        yield before


def _is_particle(page: Page, hits: Hits, before: Run, run: Run) -> bool:
    """Whether « de » joins two runs in a person's name: « Zoé de Brie », not « Zoé Brun du PS »."""
    if (
        page.text[before.end : run.start] not in PARTICLES
        or len(before.tokens) > _MOST_WORDS
        or run.start in hits.names
    ):
        return False
    if is_first_name(before.tokens[0].word):
        return True
    alone = len(before.tokens) == 1 and before.start not in hits.names
    return alone and (before.titled or page.has_title(before.start))


def _parts(text: str, hits: Hits, tokens: list[Token]) -> Iterator[list[Token]]:
    """Two names in a row are cut apart: « (le patron de) Renault Luca de Meo », « LFI Éric Coquerel »."""
    first = 0
    for i in range(1, len(tokens)):
        before = tokens[first:i]
        more = i + 1 < len(tokens) or _GOES_ON.match(text, tokens[i].end) is not None
        ended = tokens[i - 1].word.endswith(".") and tokens[i].low in words("openers")
        apart = ended or tokens[i].start - tokens[i - 1].end > _GAP
        begins_person = more and _is_given(tokens[i]) and not _is_given(before[0])
        if apart or begins_person or (more and _complements(text, hits, before)):
            yield before
            first = i
    if tokens:
        yield tokens[first:]


def _is_given(token: Token) -> bool:
    return is_first_name(token.word) and not token.word.endswith(".")


def _complements(text: str, hits: Hits, before: list[Token]) -> bool:
    """Whether words are a known name that ends a noun phrase: « (la présidente de la) BCE Christine Lagarde »."""
    end, aliases = hits.names.get(before[0].start, (0, ()))
    if end != before[-1].end or all(a.entity.type is EntityType.PERSON for a in aliases):
        return False
    lead = text[max(0, before[0].start - 6) : before[0].start]
    return lead.endswith(_OF) or before[-1].word.isupper()


def _trimmed(page: Page, hits: Hits, tokens: list[Token]) -> Run | None:
    """The run without what is not of its name."""
    opens = page.opens(tokens[0].start) or _follows_stop(page.text, tokens[0])
    titled, article = False, None
    bare = _without_elision(tokens[0], hits) if opens else tokens[0]
    opens = opens and bare is tokens[0]
    tokens = [bare, *tokens[1:]]
    while tokens and not _is_known(hits, tokens):
        low = tokens[0].low
        is_title = len(tokens) > 1 and (
            (low in words("titles") and not is_acronym(tokens[0].word)) or low in adjectives_of_origin()
        )
        epithet = opens and low in words("opening adjectives")
        if not (is_title or epithet or (opens and low in words("openers")) or low in words("days")):
            break
        titled = titled or is_title
        opens = epithet
        article = tokens[0]
        tokens = tokens[1:]
    while tokens and tokens[-1].low in words("days"):
        tokens = tokens[:-1]
    return Run(tuple(tokens), opens, titled, article) if tokens else None


def _follows_stop(text: str, token: Token) -> bool:
    """« (l'annexe) B. Le texte »: a first word, though the stop looks like that of an initial."""
    return token.low in words("openers") and text.endswith(". ", 0, token.start)


def _is_known(hits: Hits, tokens: list[Token]) -> bool:
    """Whether a known name begins here: « Le Monde », « Premier League »."""
    end = hits.names.get(tokens[0].start, (0,))[0]
    return end > tokens[-1].end or any(end == t.end for t in (tokens[1:] or tokens))


def _without_elision(token: Token, hits: Hits) -> Token:
    """« L'Ukraine » → « Ukraine », unless the article is of the name (« L'Équipe »)."""
    if token.start in hits.names and hits.names[token.start][0] >= token.end:
        return token
    for elision in _ELISIONS:
        rest = token.word.removeprefix(elision)
        if rest != token.word and rest[:1].isupper():
            return Token(rest, token.start + len(elision), token.end)
    return token
