"""Articles, claims and entities become one dossier, complete with its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, groupby
from operator import itemgetter

from briefing.extract.words.wording import Wording
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.model.link import Link
from briefing.model.relation import Corroboration, Difference, SetAside
from briefing.relate.actors import named
from briefing.relate.compare.comparison import compared
from briefing.relate.compare.judgement import Judgement, judged
from briefing.relate.compare.weights import scales
from briefing.relate.copies import copies
from briefing.relate.differences import differences
from briefing.relate.groups import corroborations, groups
from briefing.relate.proposals import proposals
from briefing.relate.rulings import Rulings
from briefing.relate.series import series
from briefing.relate.slots.slots import Slots, slots

_LEFT_OUT = 50
"""How many pairs the method page may show that were weighed and left out."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a dossier takes from language packs: `known` entities, `wordings` by language, `reasons` of the main one."""

    known: tuple[Entity, ...] = ()
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


def relate(
    articles: tuple[Article, ...],
    files: tuple[ClaimFile, ...],
    entities: tuple[Entity, ...],
    tongue: Tongue = Tongue(),
    links: Sequence[Link] = (),
) -> Dossier:
    """The dossier of a project; `links` are what people decided."""
    claims = _claims(articles, files)
    actors = named([claim for _, claim in claims], entities, tongue.known)
    by_id = {actor.id: actor for actor in actors}
    rulings = Rulings(links, {claim.id: claim for _, claim in claims})
    same = copies(articles)
    judgements = tuple(judged(compared(_slots(claims, tongue.wordings)), scales()))
    fresh = tuple(j for j in judgements if not _is_copy(j, same))
    found = rulings.corroborations(corroborations(groups(fresh, rulings.parted), by_id), by_id)
    parted = rulings.differences(differences(fresh, tongue.reasons))
    aside = tuple(rulings.set_aside())
    return Dossier(
        articles=articles,
        files=files,
        entities=actors,
        corroborations=found,
        differences=parted,
        proposals=proposals(fresh, _settled(found, parted, aside)),
        set_aside=(*aside, *_left_out(fresh, _settled(found, parted, aside), tongue.reasons)),
        measures=series(fresh),
        copies=tuple(sorted(same.items())),
    )


def _is_copy(judgement: Judgement, same: Mapping[str, str]) -> bool:
    """Whether both claims stand in articles of one wire: the same words bear nothing out."""
    one, other = (side.slots.article.id for side in (judgement.pair.one, judgement.pair.other))
    return same.get(one, one) == same.get(other, other)


def _settled(
    groups: Iterable[Corroboration], parted: Iterable[Difference], aside: Iterable[SetAside]
) -> frozenset[frozenset[str]]:
    """The pairs of claims that are shown, or that a person decided on."""
    claims = chain((g.claims for g in groups), (d.claims for d in parted), (a.claims for a in aside))
    return frozenset(frozenset(pair) for joined in claims for pair in combinations(joined, 2))


def _left_out(
    judgements: Iterable[Judgement], settled: frozenset[frozenset[str]], reasons: Mapping[str, str]
) -> Iterator[SetAside]:
    """Pairs that share much and were not joined, the likeliest first, with what spoke against it."""
    left = [j for j in judgements if j.against and frozenset(j.pair.ids) not in settled]
    for judgement in sorted(left, key=lambda j: (-j.related, j.pair.ids))[:_LEFT_OUT]:
        yield SetAside(
            kind="corroboration", claims=judgement.pair.ids, why=reasons.get(f"aside.{judgement.against}", "")
        )


def _slots(claims: list[tuple[Article, Claim]], wordings: Mapping[str, Wording]) -> Iterator[Slots]:
    """The slots of each claim, in order of publication and text."""
    for article, own in groupby(claims, key=itemgetter(0)):
        wording = wordings.get(article.meta.language, Wording())
        yield from slots(article, tuple(claim for _, claim in own), wording)


def _claims(articles: tuple[Article, ...], files: tuple[ClaimFile, ...]) -> list[tuple[Article, Claim]]:
    """Every claim that nobody rejected, with its article, in order of publication and text."""
    by_article = {file.article: file.claims for file in files}
    return [
        (article, claim)
        for article in articles
        for claim in sorted(by_article.get(article.id, ()), key=lambda c: (c.evidence.start, c.id))
        if claim.status is not Status.REJECTED
    ]
