"""Articles, claims and entities become one dossier, complete with its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, groupby
from operator import itemgetter

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.cache.results import Results
from briefing.extract.names.belonging import Belonging
from briefing.extract.words.questions import Ask
from briefing.extract.words.wording import Wording
from briefing.model.article import Article
from briefing.model.chain import Source
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.model.link import Link
from briefing.model.relation import Corroboration, Difference, SetAside
from briefing.relate.actors import named
from briefing.relate.compare.comparison import Comparison, comparison
from briefing.relate.copies import agency_of, copies, said_again
from briefing.relate.links.differences import Telling, differences
from briefing.relate.links.groups import corroborations, groups
from briefing.relate.links.proposals import proposals
from briefing.relate.links.questions import Told, questions
from briefing.relate.links.series import series
from briefing.relate.origins import Ways, independent
from briefing.relate.relays import Relays
from briefing.relate.rulings import Rulings
from briefing.relate.slots.slots import Slots, slots
from briefing.relate.verdicts import judged_pairs, within


class Tongue(Struct, frozen=True):
    """What a dossier takes from language packs: `known` entities, `wordings` by language, `reasons` of the main one.

    `media` are those of the entities that pass on what others say.
    `belonging` tells by a name what its bearer belongs to, `ask` how a question is put.
    """

    known: tuple[Entity, ...] = ()
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    belonging: Belonging = Belonging()
    ask: Ask = lambda _asked, _answers: ""


_NO_TONGUE = Tongue()


def relate(
    articles: tuple[Article, ...],
    files: tuple[ClaimFile, ...],
    entities: tuple[Entity, ...],
    tongue: Tongue = _NO_TONGUE,
    links: Sequence[Link] = (),
    *,
    kept: Results | None = None,
    proposing: bool = True,
) -> Dossier:
    """The dossier of a project; `links` are what people decided, `kept` what earlier runs made of pairs.

    `proposing`: with the pairs that wait for a person, which no page shows. Without, no pair of two stories is held.
    """
    claims = _claims(articles, files)
    actors = named([claim for _, claim in claims], entities, tongue.known, tongue.belonging)
    by_id = {actor.id: actor for actor in actors}
    rulings = Rulings(links, {claim.id: claim for _, claim in claims})
    same = copies(articles)
    near = compared(articles, files, tongue.wordings, same)
    judged = judged_pairs(near.couples, kept or Results())
    fresh = tuple(judged) if proposing else ()
    ways = _ways(by_id, articles, same, tongue)
    sure = tuple(within(fresh or judged, near.stories))
    found = _with_chains(rulings.corroborations(corroborations(groups(sure, rulings.parted))), claims, ways)
    parted = rulings.differences(differences(sure, Telling(tongue.reasons, by_id)))
    aside = tuple(rulings.set_aside())
    return Dossier(
        articles=articles,
        files=files,
        entities=actors,
        listed=frozenset(entity.id for entity in entities),
        corroborations=found,
        differences=parted,
        proposals=proposals(fresh, _settled(found, parted, aside)),
        set_aside=aside,
        questions=questions(parted, found, Told(_told(claims), by_id), tongue.ask),
        measures=series(sure),
        copies=tuple(sorted(same.items())),
        stories=near.stories,
    )


def _ways(actors: Mapping[str, Entity], articles: tuple[Article, ...], same: Mapping[str, str], tongue: Tongue) -> Ways:
    """What tells by which way a claim came; `same` are copies, each with its original."""
    relays = Relays(tongue.media, tongue.wordings)
    return Ways(actors, _agencies(articles, tongue), same, relays, _unplaced(actors.values(), tongue))


def _with_chains(
    found: Iterable[Corroboration], claims: Iterable[tuple[Article, Claim]], ways: Ways
) -> tuple[Corroboration, ...]:
    """The groups, each with the ways that its claims took, and the origins that these leave."""
    told = _told(claims)
    groups = []
    for group in found:
        chains = ways.chains([told[claim] for claim in group.claims])
        groups.append(replace(group, chains=chains, origins=independent(chains, ways.entities)))
    return tuple(groups)


def _told(claims: Iterable[tuple[Article, Claim]]) -> dict[str, tuple[Article, Claim]]:
    return {claim.id: (article, claim) for article, claim in claims}


def _unplaced(actors: Iterable[Entity], tongue: Tongue) -> frozenset[str]:
    """The services of a government of which nothing tells the state."""
    return frozenset(e.id for e in actors if not e.affiliation and tongue.belonging.is_bare(e.name))


def _agencies(articles: Iterable[Article], tongue: Tongue) -> dict[str, Source]:
    """The agency that each article credits, if one."""
    known = {name.casefold(): e for e in tongue.known for name in (e.name, *e.aliases)}
    found = {}
    for article in articles:
        if name := agency_of(article, tongue.wordings.get(article.meta.language, Wording())):
            entity = known.get(name)
            found[article.id] = Source(entity.name, entity.id) if entity else Source(name.upper(), name)
    return found


def compared(
    articles: tuple[Article, ...],
    files: tuple[ClaimFile, ...],
    wordings: Mapping[str, Wording],
    same: Mapping[str, str],
) -> Comparison:
    """The articles that are compared by their claims; what a copy only repeats is not.

    `same`: the articles that repeat another one, with that one.
    """
    own = {file.article: file.claims for file in files}
    again = frozenset(chain.from_iterable(said_again(own.get(a, ()), own.get(c, ())) for c, a in same.items()))
    claims = [(article, claim) for article, claim in _claims(articles, files) if claim.id not in again]
    return comparison(_slots(claims, wordings), same)


def _settled(
    groups: Iterable[Corroboration], parted: Iterable[Difference], aside: Iterable[SetAside]
) -> frozenset[frozenset[str]]:
    """The pairs of claims that are shown, or that a person decided on."""
    claims = chain((g.claims for g in groups), (d.claims for d in parted), (a.claims for a in aside))
    return frozenset(frozenset(pair) for joined in claims for pair in combinations(joined, 2))


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
