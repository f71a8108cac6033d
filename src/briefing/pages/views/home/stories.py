"""Stories: the articles of a dossier by the event that they tell, in the machine's own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.corpus.text import fold
from briefing.model.annotation import EntityType
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.inside.telling import says
from briefing.pages.views.shown import ArticleShown, ClaimShown, Link

_NAMES = 3
_SEVERAL = 2
"""Claims that name an event and so tell of it."""
_TOLD, _ENOUGH = 4, 3
"""Words of the title; dates, numbers and names: with more a passage tells no more in a line."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6


@dataclass(frozen=True, slots=True)
class Told:
    """An article, the claim that tells most of it, if it has one, and how many claims it has."""

    article: ArticleShown
    lead: ClaimShown | None
    claims: int


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that a link between their claims or an event joins, in order of publication, and whom most name."""

    actors: tuple[Link, ...]
    articles: tuple[Told, ...]


def stories(catalogue: Catalogue) -> tuple[tuple[Story, ...], tuple[Told, ...]]:
    """Every article once: the stories of several, that of most first, and the articles that stand alone."""
    groups, differences = catalogue.dossier.corroborations, catalogue.dossier.differences
    links: list[tuple[str, ...]] = [*(g.claims for g in groups), *(d.claims for d in differences)]
    told = [[catalogue.claims[c].article.id for c in claims if c in catalogue.claims] for claims in links]
    joined = _joined([*told, *_events(catalogue)])
    grouped: dict[str, list[Told]] = defaultdict(list)
    for article in catalogue.articles.values():
        claims = catalogue.by_article[article.id]
        grouped[joined.get(article.id, article.id)].append(Told(article, lead(article, claims), len(claims)))
    several = sorted((told for told in grouped.values() if len(told) > 1), key=len, reverse=True)
    alone = tuple(told for (told, *others) in grouped.values() if not others)
    return tuple(Story(_actors(catalogue, [t.article for t in told]), tuple(told)) for told in several), alone


def _events(catalogue: Catalogue) -> Iterator[list[str]]:
    """The articles that tell of each event: its name is in their titles, or in several of their claims.

    What most articles tell of is the dossier's own subject and tells none of them apart.
    """
    for key, entity in catalogue.entities.items():
        if entity.type is not EntityType.EVENT:
            continue
        naming = Counter(c.article.id for c in catalogue.claims.values() if key in c.actor_keys)
        titled = (a.id for a in catalogue.articles.values() if fold(entity.name) in fold(a.title))
        told = {article for article, claims in naming.items() if claims >= _SEVERAL}.union(titled)
        if 2 * len(told) <= len(catalogue.articles):
            yield sorted(told)


def _joined(links: Iterable[Sequence[str]]) -> dict[str, str]:
    """One article for all that links join, by article."""
    first: dict[str, str] = {}
    for articles in links:
        known = {first.get(article, article) for article in articles}
        top = min(known, default="")
        first |= {article: top for article, old in first.items() if old in known} | dict.fromkeys(articles, top)
    return first


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
