"""The engine: run a language pack's annotators in order, then put claims together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from msgspec.structs import replace

from briefing.corpus.text import fold
from briefing.extract.assemble import assemble
from briefing.extract.pack import LanguagePack
from briefing.extract.reading import Reading
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.problems import BriefingError, Problem, Where


def annotate(
    article: Article, pack: LanguagePack, register: tuple[Entity, ...] = (), ignored: Iterable[str] = ()
) -> Reading:
    """All that the pack's rules find in the article; what is written as one of `ignored` is a mention of nothing.

    Raises BriefingError where a rule fails: a fault of the pack costs this article its claims and no other.
    """
    reading = Reading.of(article, register)
    nothing = frozenset(_written(name) for name in ignored)
    for annotator in pack.annotators():
        try:
            reading = _without(annotator(reading), nothing)
        except Exception as fault:
            raise BriefingError(_stopped(article, pack, fault)) from fault
    return reading


def _without(reading: Reading, nothing: frozenset[str]) -> Reading:
    """The reading without mentions that the project ignores."""
    if not nothing or all(_written(mention.exact) not in nothing for mention in reading.mentions):
        return reading
    return replace(reading, mentions=tuple(m for m in reading.mentions if _written(m.exact) not in nothing))


def _written(name: str) -> str:
    """A name without case, kinds of apostrophe and the way its accents are composed."""
    return fold(unicodedata.normalize("NFC", name)).casefold()


def _stopped(article: Article, pack: LanguagePack, fault: Exception) -> Problem:
    why = f"{type(fault).__name__}: {fault}"
    message = f"the rules for “{pack.code}” stopped at this article ({why}); please report it with it"
    return Problem(Where(article.path), message)


def extract(article: Article, pack: LanguagePack, register: tuple[Entity, ...] = ()) -> tuple[Claim, ...]:
    """The draft claims of an article, in the order of its text."""
    return assemble(annotate(article, pack, register))
