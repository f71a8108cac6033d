"""Stories: the articles of a dossier by the event that they tell, in the machine's own words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.model.annotation import EntityType
from briefing.model.claim import Modality
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ArticleShown, ClaimShown, Link

_NAMES = 3
_FIT = 110
"""Characters of a passage that a line holds."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article, the claim that tells most of it, if it has one, and how many claims it has."""

    article: ArticleShown
    lead: ClaimShown | None
    claims: int


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that a link between their claims joins, in order of publication, and whom most of them name."""

    actors: tuple[Link, ...]
    articles: tuple[Told, ...]


def stories(catalogue: Catalogue) -> tuple[tuple[Story, ...], tuple[Told, ...]]:
    """Every article once: the stories of several, that of most first, and the articles that stand alone."""
    groups, differences = catalogue.dossier.corroborations, catalogue.dossier.differences
    links: list[tuple[str, ...]] = [*(g.claims for g in groups), *(d.claims for d in differences)]
    joined = _joined([[catalogue.claims[c].article.id for c in claims if c in catalogue.claims] for claims in links])
    grouped: dict[str, list[Told]] = defaultdict(list)
    for article in catalogue.articles.values():
        claims = catalogue.by_article[article.id]
        grouped[joined.get(article.id, article.id)].append(Told(article, lead(claims), len(claims)))
    several = sorted((told for told in grouped.values() if len(told) > 1), key=len, reverse=True)
    alone = tuple(told for (told, *others) in grouped.values() if not others)
    return tuple(Story(_actors(catalogue, [t.article for t in told]), tuple(told)) for told in several), alone


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


def lead(claims: Iterable[ClaimShown]) -> ClaimShown | None:
    """The claim that tells most in a line; of equals the first in the text."""
    shown = [claim for claim in claims if claim.passage]
    return min(shown, key=lambda claim: (-says(claim), unfit(claim), claim.number), default=None)


def says(claim: ClaimShown) -> int:
    """How much of what a reader can check a claim holds; two of a kind are enough, and a guess holds less."""
    held = 2 * len(claim.figures[:2]) + len(claim.dates[:2]) + len(claim.actors[:2]) + claim.speaker.named
    return held - 2 * (claim.modality is Modality.POSSIBLE)


def unfit(claim: ClaimShown) -> tuple[bool, bool, int]:
    """How little a passage can stand for others: whole sentences of a line or so do best."""
    return claim.passage is None, bool(claim.before.strip()), abs(len(claim.passage or "") - _FIT)
