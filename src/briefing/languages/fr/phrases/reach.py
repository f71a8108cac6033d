"""How far a name reaches behind its noun: what the grammars of bodies and of events share."""

from __future__ import annotations

import re

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.grammar.lexicon import adverbial
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.plain import plain_tags
from briefing.model.annotation import EntityType

GENTILE = re.compile(r"[^\W\d]+(?:ais|aise|ois|oise|ien|ienne|éen|éenne|and|ande)s?$")
"""How the adjectives and inhabitants of places end."""

Found = tuple[int, tuple[str, ...]] | None
"""Where a name ends and what it is about; None where there is no name."""


def capitals(line: Line, i: int) -> Found:
    """« Necker », « Chido »: capitals that are not of style."""
    last = line.chain(i)
    place = line.known_as(i, EntityType.PLACE)
    return (last, (place[1],) if place else ()) if last > i else None


def of_capitals(line: Line, i: int) -> Found:
    """« de Bobigny », « de la Tête-d'Or »."""
    start = line.of(i)
    return capitals(line, start) if start is not None else None


def nation(line: Line, i: int) -> Found:
    """« ukrainien »."""
    place = line.nation(i)
    return (i + 1, (place,)) if place else None


def at_place(line: Line, i: int) -> Found:
    """« en Ukraine », « du Mali », « contre l'Iran »: any preposition before a known place."""
    if line.tag(i) is not Tag.PREPOSITION and line.of(i) is None:
        return None
    place = line.known_as(line.skip_article(i + 1), EntityType.PLACE)
    return (place[0], (place[1],)) if place else None


def where(line: Line, i: int) -> Found:
    """« en Ukraine », « à Mayotte »: capitals behind a preposition other than « de »."""
    if line.tag(i) is not Tag.PREPOSITION or line.of(i) is not None:
        return None
    return capitals(line, line.skip_article(i + 1))


def noun(line: Line, i: int) -> bool:
    """Whether a common noun in lower case stands here."""
    return line.tag(i) is Tag.NOUN and not line.words[i].capital


def year(line: Line, i: int) -> int:
    """The index past a year, a preposition and a month before it; `i` itself where there is none."""
    k = i + (line.tag(i) is Tag.PREPOSITION)
    k += line.form(k) in adverbial()
    digits = line.form(k)
    return k + 1 if len(digits) == 4 and digits.isdecimal() and digits[:2] in ("19", "20") else i


def with_gentile(line: Line, first: int, last: int) -> int:
    """« la Sèvre niortaise », « le Vexin normand »: the adjective of a place goes with a name that has its article."""
    alone = last - first == 1 and line.determined(first) and not line.surface(first, last).isupper()
    local = Tag.ADJECTIVE in plain_tags(line.form(last)) and not line.capital(last) and line.near(last)
    own = alone and local and line.tag(first) is Tag.NAME and line.known(first) is None
    return last + 1 if own and GENTILE.match(line.form(last)) else last
