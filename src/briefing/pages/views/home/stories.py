"""Stories: the articles of a dossier by the event that they tell, in the machine's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from briefing.corpus.text import fold
from briefing.model.annotation import EntityType
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.telling import says
from briefing.pages.views.shown import ArticleShown, ClaimShown, Link

_NAMES = 3
_TOLD, _ENOUGH = 4, 3
"""Words of the title; dates, numbers and names: with more a passage tells no more in a line."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6


class Told(Struct, frozen=True):
    """An article, the claim that tells most of it, if it has one, and how many claims it has."""

    article: ArticleShown
    lead: ClaimShown | None
    claims: int


class Story(Struct, frozen=True):
    """Articles that tell of one event, in order of publication, and whom most of them name."""

    actors: tuple[Link, ...]
    articles: tuple[Told, ...]


def stories(catalogue: Catalogue) -> tuple[tuple[Story, ...], tuple[Told, ...]]:
    """Every article once: the stories of several, that of most first, and the articles that stand alone."""
    told = {
        ident: Told(article, lead(article, claims := catalogue.by_article[ident]), len(claims))
        for ident, article in catalogue.articles.items()
    }
    several = [[told.pop(ident) for ident in idents] for idents in catalogue.dossier.stories]
    found = (Story(_actors(catalogue, [t.article for t in articles]), tuple(articles)) for articles in several)
    return tuple(found), tuple(told.values())


def _actors(catalogue: Catalogue, articles: Sequence[ArticleShown]) -> tuple[Link, ...]:
    """Whom most articles name, then most claims; an event before those who take part in it."""
    claims = list(chain.from_iterable(catalogue.by_article[article.id] for article in articles))
    places = {(claim.article.id, key) for claim in claims for key in claim.actor_keys}
    articles_of = Counter(key for _, key in places)
    claims_of = Counter(key for claim in claims for key in claim.actor_keys)
    links = {key: link for claim in claims for key, link in zip(claim.actor_keys, claim.actors, strict=True)}

    def weight(key: str) -> tuple[int, bool, int, str]:
        known = catalogue.entities.get(key)
        return -articles_of[key], not (known and known.type is EntityType.EVENT), -claims_of[key], key

    return tuple(links[key] for key in sorted(links, key=weight)[:_NAMES])


def lead(article: ArticleShown, claims: Iterable[ClaimShown]) -> ClaimShown | None:
    """The claim that tells most of what the title announces; of equals the first in the text."""
    announced = _words(article.title)

    def told(claim: ClaimShown) -> int:
        return 2 * min(len(announced & _words(claim.passage or "")), _TOLD) + min(says(claim), _ENOUGH)

    shown = [claim for claim in claims if claim.passage]
    return min(shown, key=lambda claim: (-told(claim), claim.number), default=None)


def _words(text: str) -> frozenset[str]:
    """Its longer words, each by its first letters, so that plural and singular are one."""
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text).lower()))
