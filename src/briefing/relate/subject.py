"""What a claim is about, reduced to what can be compared with another claim: its actors and its themes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing.extract.pack import Theme
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.entity import Entity

Reader = Callable[[str, str], tuple[Theme, ...]]
"""The themes of a passage in a language: (language, passage)."""
NATION = "nation"


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim of an article; `actors` are entity ids, what a place or a nationality stands for in its stead."""

    article: Article
    claim: Claim
    actors: frozenset[str]
    themes: frozenset[str]

    @property
    def dates(self) -> tuple[str, ...]:
        """The resolved dates that the claim names."""
        return tuple(date.value for date in self.claim.dates if date.value)


def subject(article: Article, claim: Claim, entities: Mapping[str, Entity], read: Reader) -> Subject:
    """The subject of a claim: « 12 000 soldats nord-coréens » names an actor as much as « la Corée du Nord »."""
    themes = read(article.meta.language, claim.evidence.exact)
    named = {mention.entity for mention in claim.entities if mention.entity}
    named |= {theme.name.partition("/")[2] for theme in themes if theme.kind == NATION}
    return Subject(
        article,
        claim,
        frozenset((entities[e].stands_for or e) if e in entities else e for e in named),
        frozenset(theme.name for theme in themes if theme.kind != NATION),
    )
