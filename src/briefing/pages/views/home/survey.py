"""The machine's own list: what is established, contested, reported, denied, and what only one article says."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from briefing.model.claim import Modality, Status
from briefing.pages.paths import HOME
from briefing.pages.views.article import modality_counts
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.entities import EntityPage
from briefing.pages.views.groups import GroupPage
from briefing.pages.views.inside.telling import says, unfit
from briefing.pages.views.shown import ClaimShown, DifferenceHead

_LINES, _ALONE, _WHO = 8, 5, 10


class Line(Struct, frozen=True):
    """A statement: the claim whose words stand for it, the claims that carry it, and their group."""

    lead: ClaimShown
    claims: tuple[ClaimShown, ...]
    group: GroupPage | None = None

    @property
    def differences(self) -> tuple[DifferenceHead, ...]:
        """What the others say otherwise: of each field the first difference of its claims."""
        found = [difference for claim in self.claims for difference in claim.differences]
        return tuple({difference.field: difference for difference in reversed(found)}.values())[::-1]


class Survey(Struct, frozen=True, kw_only=True):
    """The lists. Each may be empty; its section is then left out."""

    established: tuple[Line, ...]
    """What a person confirmed: these claims, and that they say the same."""
    contested: tuple[Line, ...]
    """Said by several articles, contradicted by another."""
    alleged: tuple[Line, ...]
    proposed: tuple[Line, ...]
    """Groups that nobody has confirmed."""
    single: tuple[Line, ...]
    """Asserted, in one article only."""
    denied: tuple[Line, ...]
    counted: dict[str, int]
    """How many claims of each modality there are in all."""
    who: tuple[EntityPage, ...]


def survey(catalogue: Catalogue, groups: tuple[GroupPage, ...], entities: tuple[EntityPage, ...]) -> Survey:
    """The lists of a dossier.

    What the home page's own text cites is not said twice; groups are, for the text does not say their counts.
    """
    claims, home = catalogue.checkable, catalogue.paths.url(HOME)
    left = tuple(c for c in claims if all(back.page.path != home for back in c.backlinks))
    confirmed = tuple(g for g in groups if g.decision.stands and not g.head.akin)
    alleged = _lines(g for g in confirmed if not _established(g) and not _denied(g) and not g.against)
    return Survey(
        established=_lines(g for g in confirmed if _established(g)),
        contested=_lines(g for g in confirmed if g.against and not _denied(g)),
        alleged=(alleged + _alone(left, Modality.ALLEGED))[:_LINES],
        proposed=_lines(g for g in groups if not g.decision.stands),
        single=_alone(left, Modality.ASSERTED)[:_ALONE],
        denied=(_lines(g for g in confirmed if _denied(g)) + _alone(left, Modality.DENIED))[:_LINES],
        counted=dict(modality_counts(claims)),
        who=tuple(e for e in entities if e.entity.type.value in ("person", "organisation"))[:_WHO],
    )


def _lines(groups: Iterable[GroupPage]) -> tuple[Line, ...]:
    """A line a group, each led by words that lead no other."""
    lines: list[Line] = []
    for group in islice(groups, _LINES):
        used = {line.lead.id for line in lines}
        lead = min(group.claims, key=lambda c: (c.id in used, unfit(c), c.id))
        lines.append(Line(lead, group.claims, group))
    return tuple(lines)


def _alone(claims: Iterable[ClaimShown], modality: Modality) -> tuple[Line, ...]:
    """Claims that no other article corroborates: those that say most (dates, numbers, known names) come first."""
    enough = 0 if modality is Modality.DENIED else 1
    found = [c for c in claims if c.modality is modality and not c.groups and c.passage and says(c) > enough]
    return tuple(Line(c, (c,)) for c in sorted(found, key=lambda c: (-says(c), unfit(c), c.id)))


def _established(group: GroupPage) -> bool:
    """Two articles assert it at least, a person read their claims, and nobody contradicts it."""
    read = (c for c in group.claims if c.modality is Modality.ASSERTED and c.status is Status.REVIEWED)
    asserting = {c.article.id for c in read}
    return len(asserting) >= 2 and not group.against


def _denied(group: GroupPage) -> bool:
    return all(c.modality is Modality.DENIED for c in group.claims)
