"""Articles, claims and entities become one dossier, complete with its links."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.relate.actors import named
from briefing.relate.corroborate import corroborations
from briefing.relate.subject import Reader, subject


def relate(
    articles: tuple[Article, ...],
    files: tuple[ClaimFile, ...],
    entities: tuple[Entity, ...],
    *,
    known: Iterable[Entity] = (),
    read: Reader = lambda _language, _passage: (),
) -> Dossier:
    """The dossier of a project; `known` entities and `read` (the themes of a passage) are the language packs'."""
    claims = _claims(articles, files)
    actors = named([claim for _, claim in claims], entities, tuple(known))
    by_id = {actor.id: actor for actor in actors}
    comparable = [(article, claim) for article, claim in claims if claim.quantities or claim.dates]
    subjects = [subject(article, claim, by_id, read) for article, claim in comparable]
    return Dossier(articles=articles, files=files, entities=actors, corroborations=corroborations(subjects, by_id))


def _claims(articles: tuple[Article, ...], files: tuple[ClaimFile, ...]) -> list[tuple[Article, Claim]]:
    """Every claim that nobody rejected, with its article, in order of publication and text."""
    by_article = {file.article: file.claims for file in files}
    return [
        (article, claim)
        for article in articles
        for claim in sorted(by_article.get(article.id, ()), key=lambda c: (c.evidence.start, c.id))
        if claim.status is not Status.REJECTED
    ]
