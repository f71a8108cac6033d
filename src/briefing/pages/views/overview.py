"""The briefing itself: what is established, claimed, denied, and where articles part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from briefing.model.article import Rights
from briefing.model.claim import Modality, Status
from briefing.pages.paths import HOME
from briefing.pages.views.across.timeline import Moment, in_order, moments
from briefing.pages.views.article import modality_counts, readers
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.entities import EntityPage
from briefing.pages.views.figures import Series, series
from briefing.pages.views.gathered import DifferencePage, GroupPage
from briefing.pages.views.shown import ClaimShown, DifferenceHead

_LINES, _ALONE, _DIFFERENCES, _MOMENTS, _WHO, _MARKS = 8, 5, 4, 7, 10, 8
_A_LINE = 90


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """A statement of the overview: the claim whose words stand for it, the claims that carry it, and their group."""

    lead: ClaimShown
    claims: tuple[ClaimShown, ...]
    group: GroupPage | None = None

    @property
    def differences(self) -> tuple[DifferenceHead, ...]:
        """The differences of all its claims, each once."""
        return tuple({d.id: d for claim in self.claims for d in claim.differences}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the home page says. Each tuple may be empty; its section is then left out."""

    articles: int
    claims: int
    origins: int
    period: tuple[str, ...]
    reviewed: int
    """How many claims were checked by hand."""
    readers: tuple[str, ...]
    established: tuple[OverviewLine, ...]
    """What a person confirmed: these claims, and that they say the same."""
    contested: tuple[OverviewLine, ...]
    """Said by several articles, contradicted by another."""
    alleged: tuple[OverviewLine, ...]
    proposed: tuple[OverviewLine, ...]
    """Groups that nobody has confirmed."""
    single: tuple[OverviewLine, ...]
    """Asserted, in one article only."""
    denied: tuple[OverviewLine, ...]
    counted: dict[str, int]
    """How many claims of each modality there are in all."""
    differences: tuple[DifferencePage, ...]
    differences_in_all: int
    figures: Series | None
    moments: tuple[Moment, ...]
    who: tuple[EntityPage, ...]


def overview(
    catalogue: Catalogue,
    groups: tuple[GroupPage, ...],
    differences: tuple[DifferencePage, ...],
    entities: tuple[EntityPage, ...],
) -> Overview:
    """The overview of a dossier, made of what its other pages show.

    What the home page's own text cites is not said twice; groups are, for the text does not say their counts.
    """
    claims = tuple(catalogue.claims.values())
    home = catalogue.paths.url(HOME)
    left = tuple(c for c in claims if all(back.page.path != home for back in c.backlinks))
    published = sorted(a.published for a in catalogue.articles.values() if a.published)
    counted = series(catalogue)
    confirmed = tuple(g for g in groups if g.decision.stands and not g.head.akin)
    parted = tuple(difference for difference in differences if difference.decision.stands)
    alleged = _lines(g for g in confirmed if not _established(g) and not _denied(g) and not g.against)
    return Overview(
        articles=len(catalogue.articles),
        claims=len(claims),
        origins=len({s.key for c in claims for s in c.speakers if s.named and c.status is Status.REVIEWED}),
        period=tuple(dict.fromkeys((published[0], published[-1]))) if published else (),
        reviewed=sum(c.status is Status.REVIEWED for c in claims),
        readers=readers(claims),
        established=_lines(g for g in confirmed if _established(g)),
        contested=_lines(g for g in confirmed if g.against and not _denied(g)),
        alleged=(alleged + _alone(left, Modality.ALLEGED))[:_LINES],
        proposed=_lines(g for g in groups if not g.decision.stands),
        single=_alone(left, Modality.ASSERTED)[:_ALONE],
        denied=(_lines(g for g in confirmed if _denied(g)) + _alone(left, Modality.DENIED))[:_LINES],
        counted=dict(modality_counts(claims)),
        differences=parted[:_DIFFERENCES],
        differences_in_all=len(differences),
        figures=_recent(counted[0]) if counted and len(counted[0].marks) > 1 else None,
        moments=_most_told(moments(c for c in claims if c.modality is not Modality.OPINION)),
        who=tuple(e for e in entities if e.entity.type.value in ("person", "organisation"))[:_WHO],
    )


def _lines(groups: Iterable[GroupPage]) -> tuple[OverviewLine, ...]:
    """A line a group, each led by words that lead no other."""
    lines: list[OverviewLine] = []
    for group in islice(groups, _LINES):
        used = {line.lead.id for line in lines}
        lead = min(group.claims, key=lambda c: (c.id in used, _unfit(c), c.id))
        lines.append(OverviewLine(lead, group.claims, group))
    return tuple(lines)


def _alone(claims: Iterable[ClaimShown], modality: Modality) -> tuple[OverviewLine, ...]:
    """Claims that no other article corroborates: those that say most (dates, numbers, known names) come first."""
    enough = 0 if modality is Modality.DENIED else 1
    found = [c for c in claims if c.modality is modality and not c.groups and c.passage and _says(c) > enough]
    return tuple(OverviewLine(c, (c,)) for c in sorted(found, key=lambda c: (-_says(c), _unfit(c), c.id)))


def _says(claim: ClaimShown) -> int:
    """How much of what a reader can check a claim holds; two of a kind are enough."""
    return 2 * len(claim.figures[:2]) + len(claim.dates[:2]) + len(claim.actors[:2]) + claim.speaker.named


def _unfit(claim: ClaimShown) -> tuple[bool, bool, int]:
    """How little a passage can stand for others: whole sentences of a line or so do best."""
    return claim.passage is None, bool(claim.before.strip()), abs(len(claim.passage or "") - _A_LINE)


def _established(group: GroupPage) -> bool:
    """Two articles assert it at least, a person read their claims, and nobody contradicts it."""
    read = (c for c in group.claims if c.modality is Modality.ASSERTED and c.status is Status.REVIEWED)
    asserting = {c.article.id for c in read}
    return len(asserting) >= 2 and not group.against


def _denied(group: GroupPage) -> bool:
    return all(c.modality is Modality.DENIED for c in group.claims)


def _recent(counted: Series) -> Series:
    """The last numbers given; the figures page has them all."""
    return replace(counted, marks=counted.marks[-_MARKS:])


def _most_told(found: Iterable[Moment]) -> tuple[Moment, ...]:
    """The dates that most articles give, in order of time; those whose text may not be shown are left out."""
    shown = [m for m in found if any(c.article.rights is not Rights.NONE for c, _ in m.claims)]
    ranked = sorted(shown, key=lambda m: (-len({c.article.id for c, _ in m.claims}), -len(m.claims), m.value))
    return tuple(sorted(ranked[:_MOMENTS], key=lambda m: in_order(m.value)))
