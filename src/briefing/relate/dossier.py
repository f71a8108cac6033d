"""Articles, claims and entities become one dossier, complete with its links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter

from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.model.link import Link
from briefing.relate.actors import named
from briefing.relate.corroborate import corroborations, groups
from briefing.relate.differ.clashes import set_aside
from briefing.relate.differ.differences import differences
from briefing.relate.measures import measures
from briefing.relate.origins import copies
from briefing.relate.pairs import pairs
from briefing.relate.rulings import Rulings
from briefing.relate.stories import stories
from briefing.relate.subject.parties import Parties
from briefing.relate.subject.reader import Reader
from briefing.relate.subject.subject import Subject, Subjects


def relate(
    articles: tuple[Article, ...],
    files: tuple[ClaimFile, ...],
    entities: tuple[Entity, ...],
    *,
    known: Iterable[Entity] = (),
    read: Reader = lambda _language, _passage: (),
    reasons: Mapping[str, str] | None = None,
    links: Sequence[Link] = (),
) -> Dossier:
    """The dossier of a project.

    `known` entities and `read` (the themes of a passage) are the language packs', `reasons` those of the main language;
    `links` are what people decided.
    """
    read, known = cache(read), tuple(known)
    claims = _claims(articles, files)
    actors = named([claim for _, claim in claims], entities, known)
    by_id = {actor.id: actor for actor in actors}
    everyone = {entity.id: entity for entity in (*known, *actors)}
    parties = Parties(((article.meta.language, claim) for article, claim in claims), everyone, read)
    subjects = _subjects(claims, Subjects(parties, read, stories(articles)))
    weighed = pairs(subjects)
    rulings = Rulings(links, {claim.id: claim for _, claim in claims})
    same = copies(articles)
    found = tuple(g for g in groups(subjects, weighed, rulings.parted) if _independent(g.articles, same))
    parted = differences(subjects, found, weighed, parties.nations, reasons or {})
    shown = frozenset(frozenset(difference.claims) for difference in parted)
    return Dossier(
        articles=articles,
        files=files,
        entities=actors,
        corroborations=rulings.corroborations(corroborations(found, by_id), by_id),
        differences=rulings.differences(parted),
        set_aside=(*rulings.set_aside(), *set_aside(weighed, shown, reasons or {})),
        measures=measures(subjects, found),
        copies=tuple(sorted(same.items())),
    )


def _independent(articles: Iterable[str], same: Mapping[str, str]) -> bool:
    """Whether the articles are more than copies of one."""
    return len({same.get(article, article) for article in articles}) > 1


def _subjects(claims: list[tuple[Article, Claim]], subjects: Subjects) -> list[Subject]:
    """What each claim is about, in order of publication and text."""
    return [
        subject
        for article, own in groupby(claims, key=itemgetter(0))
        for subject in subjects.of(article, tuple(claim for _, claim in own))
    ]


def _claims(articles: tuple[Article, ...], files: tuple[ClaimFile, ...]) -> list[tuple[Article, Claim]]:
    """Every claim that nobody rejected, with its article, in order of publication and text."""
    by_article = {file.article: file.claims for file in files}
    return [
        (article, claim)
        for article in articles
        for claim in sorted(by_article.get(article.id, ()), key=lambda c: (c.evidence.start, c.id))
        if claim.status is not Status.REJECTED
    ]
