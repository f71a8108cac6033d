"""The engine: run a language pack's annotators in order, then put claims together."""

from __future__ import annotations

from briefing.extract.assemble import assemble
from briefing.extract.pack import LanguagePack
from briefing.extract.reading import Reading
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.entity import Entity


def annotate(article: Article, pack: LanguagePack, register: tuple[Entity, ...] = ()) -> Reading:
    """All that the pack's rules find in the article."""
    reading = Reading.of(article, register)
    for annotator in pack.annotators:
        reading = annotator(reading)
    return reading


def extract(article: Article, pack: LanguagePack, register: tuple[Entity, ...] = ()) -> tuple[Claim, ...]:
    """The draft claims of an article, in the order of its text."""
    return assemble(annotate(article, pack, register))
