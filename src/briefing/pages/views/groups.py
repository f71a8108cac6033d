"""Claims gathered for the pages that run across articles: groups, differences, quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.chain import Source
from briefing.model.entity import slug
from briefing.model.relation import Corroboration, Decided, Difference
from briefing.model.ruling import Ruling
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.contrast import Row, differing_rows
from briefing.pages.views.inside.chain import ChainShown, chains
from briefing.pages.views.inside.differing import Pieces, differing_pieces
from briefing.pages.views.shown import ArticleShown, ClaimShown, DifferenceHead, GroupHead, QuotationShown, Speaker
from briefing.relate.origins import origins_of

_NOBODY = "nobody"


class Origin(Struct, frozen=True):
    """The claims of a group that go back to one speaker; None gathers those whose speaker nobody names."""

    speaker: Speaker | None
    claims: tuple[ClaimShown, ...]


class Decision(Struct, frozen=True):
    """Who stands behind a link; `suspect`: a claim changed since a person decided."""

    by: Decided
    ruling: Ruling | None
    suspect: bool

    @property
    def stands(self) -> bool:
        """Whether a person confirmed or added it, and nothing changed since."""
        return self.by in (Decided.CONFIRMED, Decided.ADDED) and not self.suspect


class GroupPage(Struct, frozen=True, kw_only=True):
    """A corroboration, its claims by origin, and the claims that contradict it, as a person confirmed."""

    head: GroupHead
    claims: tuple[ClaimShown, ...]
    origins: tuple[Origin, ...]
    chains: tuple[ChainShown, ...]
    against: tuple[ClaimShown, ...]
    differences: tuple[DifferenceHead, ...]
    """In what its claims do not agree, with each other or with others."""
    copies: tuple[tuple[ArticleShown, ArticleShown], ...]
    """Articles of the group that repeat another almost word for word, with that one; they count once."""
    shared: tuple[str, ...]
    decision: Decision

    @property
    def unidentified(self) -> int:
        """How many of its claims name no origin."""
        return sum(len(origin.claims) for origin in self.origins if origin.speaker is None)

    @property
    def period(self) -> tuple[str, ...]:
        """The first and the last date of publication."""
        days = sorted(claim.article.published for claim in self.claims if claim.article.published)
        return tuple(dict.fromkeys((days[0], days[-1]))) if days else ()


class DifferencePage(Struct, frozen=True, kw_only=True):
    """Two claims about the same thing that do not agree."""

    head: DifferenceHead
    claims: tuple[ClaimShown, ...]
    pieces: tuple[Pieces | None, ...]
    """The passages in parts: words, and whether they are what differs; None where a passage is shown as it stands."""
    rows: tuple[Row, ...]
    """What each has that the other has not; first what the difference is in."""
    decision: Decision


class Said(Struct, frozen=True):
    """A speaker and the words quoted from them, with the claims that quote them."""

    speaker: Speaker
    quotations: tuple[tuple[QuotationShown, ClaimShown], ...]

    @property
    def is_by_nobody(self) -> bool:
        """Whether the articles say of none of them whose words they are."""
        return self.speaker.key == _NOBODY


def group_page(catalogue: Catalogue, group: Corroboration) -> GroupPage:
    """The page of a corroboration."""
    claims = catalogue.chosen(group.claims)
    others = (
        o
        for c in group.claims
        for d in catalogue.dossier.differing.get(c, ())
        if d.kind.value == "contradiction" and d.decided is not Decided.PROPOSED
        for o in d.claims
    )
    against = dict.fromkeys(o for o in others if o not in group.claims)
    return GroupPage(
        head=catalogue.groups[group.id],
        claims=claims,
        origins=tuple(_origins(catalogue, group, claims)),
        chains=chains(catalogue, group),
        against=catalogue.chosen(against),
        differences=tuple({d.id: d for claim in claims for d in claim.differences}.values()),
        copies=_copies(catalogue, claims),
        shared=group.shared,
        decision=Decision(group.decided, group.ruling, group.suspect),
    )


def _copies(catalogue: Catalogue, claims: Iterable[ClaimShown]) -> tuple[tuple[ArticleShown, ArticleShown], ...]:
    here = {claim.article.id for claim in claims}
    found = ((copy, original) for copy, original in catalogue.dossier.copies if copy in here)
    return tuple((catalogue.articles[copy], catalogue.articles[original]) for copy, original in found)


def origins_named(catalogue: Catalogue, claim: ClaimShown) -> tuple[Speaker, ...]:
    """The named origins of a claim, several of a joint statement; a place resolved to what it stands for."""
    found: dict[str, Source] = {}
    for source in origins_of(catalogue.dossier.claims[claim.id], catalogue.dossier.entity):
        if source.is_named:
            found.setdefault(source.counted_as, source)
    return tuple(_speaker(catalogue, source) for source in found.values())


def _speaker(catalogue: Catalogue, source: Source) -> Speaker:
    link = catalogue.link(source.entity or "")
    key = catalogue.page_of(source.entity) if source.entity else source.name
    return Speaker(name=source.name, key=slug(key), path=link.path if link else None, named=True)


def _origins(catalogue: Catalogue, group: Corroboration, claims: Iterable[ClaimShown]) -> Iterator[Origin]:
    """The claims by the origin that the group counts; those without a named one together at the end."""
    shown = {claim.id: claim for claim in claims}
    found: dict[str, list[ClaimShown]] = defaultdict(list)
    speakers: dict[str, Speaker] = {}
    for chain in (chain for chain in group.chains if chain.claim in shown):
        source = next((source for source in chain.origins if source.is_named), None)
        if source:
            speakers.setdefault(source.counted_as, _speaker(catalogue, source))
        found[source.counted_as if source else ""].append(shown[chain.claim])
    unnamed = found.pop("", [])
    yield from (Origin(speakers[key], tuple(said)) for key, said in found.items())
    if unnamed:
        yield Origin(None, tuple(unnamed))


def difference_pages(catalogue: Catalogue) -> tuple[DifferencePage, ...]:
    """Every difference, contradictions first."""
    order = {"contradiction": 0, "difference": 1, "update": 2}
    differences: list[Difference] = sorted(catalogue.dossier.differences, key=lambda d: (order[d.kind.value], d.id))
    shown = [(d, catalogue.chosen(d.claims)) for d in differences]
    whole = [(d, claims) for d, claims in shown if len(claims) == 2]
    return tuple(_difference_page(catalogue, d, claims) for d, claims in whole)


def _difference_page(catalogue: Catalogue, difference: Difference, claims: tuple[ClaimShown, ...]) -> DifferencePage:
    pieces = differing_pieces(catalogue, difference)
    return DifferencePage(
        head=catalogue.differences[difference.id],
        claims=claims,
        pieces=pieces,
        rows=differing_rows(catalogue, difference, pieces),
        decision=Decision(difference.decided, difference.ruling, difference.suspect),
    )


def quotations(claims: Iterable[ClaimShown]) -> tuple[Said, ...]:
    """What is quoted, speaker by speaker: who says most first, unnamed speakers and then nobody last; each once."""
    found: dict[str, dict[tuple[str, str], tuple[QuotationShown, ClaimShown]]] = defaultdict(dict)
    speakers: dict[str, Speaker] = {}
    for claim in claims:
        for quotation in claim.quotations:
            key = _NOBODY if _is_said_by_nobody(quotation, claim) else quotation.speaker.key
            speakers.setdefault(key, replace(quotation.speaker, key=key))
            found[key].setdefault((claim.article.id, quotation.exact), (quotation, claim))
    last = ("uncertain-speaker", "unnamed-source", _NOBODY)
    order = sorted(found, key=lambda key: (last.index(key) if key in last else -1, -len(found[key]), key))
    return tuple(Said(speakers[key], tuple(found[key].values())) for key in order)


def _is_said_by_nobody(quotation: QuotationShown, claim: ClaimShown) -> bool:
    """Whether the article itself states what holds the quotation: a title, or words that it only sets apart."""
    return quotation.speaker.key == "unnamed-source" and claim.speaks_itself
