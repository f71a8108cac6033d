"""The engine: run a language pack's annotators in order, then put claims together."""

from __future__ import annotations

from briefing.extract.assemble import assemble
from briefing.extract.pack import LanguagePack
from briefing.extract.reading import Reading
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.entity import Entity
from briefing.problems import BriefingError, Problem, Where


def annotate(article: Article, pack: LanguagePack, register: tuple[Entity, ...] = ()) -> Reading:
    """All that the pack's rules find in the article.

    Raises BriefingError where a rule fails: a fault of the pack costs this article its claims and no other.
    """
    reading = Reading.of(article, register)
    for annotator in pack.annotators:
        try:
            reading = annotator(reading)
        except Exception as fault:
            raise BriefingError(_stopped(article, pack, fault)) from fault
    return reading


def _stopped(article: Article, pack: LanguagePack, fault: Exception) -> Problem:
    why = f"{type(fault).__name__}: {fault}"
    message = f"the rules for “{pack.code}” stopped at this article ({why}); please report it with it"
    return Problem(Where(article.path), message)


def extract(article: Article, pack: LanguagePack, register: tuple[Entity, ...] = ()) -> tuple[Claim, ...]:
    """The draft claims of an article, in the order of its text."""
    return assemble(annotate(article, pack, register))
