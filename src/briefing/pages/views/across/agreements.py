"""Who says what on each subject, and who agrees with whom: speakers beside the links that join their claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.model.claim import Modality
from briefing.pages.typography import capital
from briefing.pages.views.across.paged import chunks
from briefing.pages.views.across.triangle import MOST, Meeting, Triangle, triangle
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.gathered import DifferencePage, GroupPage, origin_named
from briefing.pages.views.shown import ClaimShown, DifferenceHead, GroupHead, Link, Speaker

_Origins = Mapping[str, Speaker | None]

_COLUMNS = 7
_PAIRS = 60
_SUBJECTS = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """A corroboration or a difference, and the claims of each column's speaker; the last column is everybody else."""

    group: GroupHead | None
    difference: DifferenceHead | None
    columns: tuple[tuple[ClaimShown, ...], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two speakers, what both say, and on what they contradict each other."""

    speakers: tuple[Speaker, Speaker]
    agree: tuple[GroupHead, ...]
    contradict: tuple[DifferenceHead, ...]

    @property
    def anchor(self) -> str:
        """The pair's place on the page."""
        return f"p-{self.speakers[0].key}--{self.speakers[1].key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """A page of subjects; pairs and their drawing stand on the first one."""

    speakers: tuple[Speaker, ...]
    subjects: tuple[Subject, ...]
    total: int
    modalities: tuple[str, ...]
    """Those of its claims, for the key."""
    pairs: tuple[Pair, ...] = ()
    drawing: Triangle | None = None


def agreements(
    catalogue: Catalogue, groups: Sequence[GroupPage], differences: Sequence[DifferencePage]
) -> list[Agreements]:
    """Who says what, subject by subject, then pair by pair; a place speaks as what it stands for."""
    joined = [page.claims for page in groups] + [page.claims for page in differences]
    origins = {claim.id: origin_named(catalogue, claim) for claims in joined for claim in claims}
    known = {origin.key: origin for origin in origins.values() if origin}
    counts = Counter(key for claims in joined for key in _keys(origins, claims))
    columns = sorted(known, key=lambda key: (-counts[key], key))[:_COLUMNS]
    subjects = [Subject(page.head, None, _columns(origins, page.claims, columns)) for page in groups]
    subjects += [Subject(None, page.head, _columns(origins, page.claims, columns)) for page in differences]
    pairs = _pairs(known, origins, groups, differences)
    return [
        Agreements(
            speakers=tuple(known[key] for key in columns),
            subjects=rows,
            total=len(subjects),
            modalities=_modalities(rows),
            pairs=() if number else pairs[:_PAIRS],
            drawing=None if number else _drawing(pairs[:_PAIRS]),
        )
        for number, rows in enumerate(chunks(subjects, _SUBJECTS))
    ]


def _modalities(subjects: Iterable[Subject]) -> tuple[str, ...]:
    used = {claim.modality for subject in subjects for claims in subject.columns for claim in claims}
    return tuple(modality.value for modality in Modality if modality in used)


def _keys(origins: _Origins, claims: Iterable[ClaimShown]) -> list[str]:
    """The origins of some claims, each once, sorted."""
    return sorted({origin.key for claim in claims if (origin := origins[claim.id])})


def _columns(
    origins: _Origins, claims: Iterable[ClaimShown], keys: Sequence[str]
) -> tuple[tuple[ClaimShown, ...], ...]:
    """The claims of each origin; those of nobody among them in one more."""
    found: dict[str, list[ClaimShown]] = defaultdict(list)
    for claim in claims:
        origin = origins[claim.id]
        found[origin.key if origin and origin.key in keys else ""].append(claim)
    return tuple(tuple(found[key]) for key in (*keys, ""))


def _pairs(
    known: Mapping[str, Speaker],
    origins: _Origins,
    groups: Iterable[GroupPage],
    differences: Iterable[DifferencePage],
) -> tuple[Pair, ...]:
    """Every two who meet, those who meet most first."""
    agree: dict[tuple[str, str], dict[str, GroupHead]] = defaultdict(dict)
    contradict: dict[tuple[str, str], dict[str, DifferenceHead]] = defaultdict(dict)
    for group in groups:
        for pair in combinations(_keys(origins, group.claims), 2):
            agree[pair][group.head.id] = group.head
    for difference in differences:
        if difference.head.kind == "contradiction":
            for pair in combinations(_keys(origins, difference.claims), 2):
                contradict[pair][difference.head.id] = difference.head
    found = [
        Pair((known[pair[0]], known[pair[1]]), tuple(agree[pair].values()), tuple(contradict[pair].values()))
        for pair in sorted(agree.keys() | contradict.keys())
    ]
    return tuple(sorted(found, key=lambda p: (-len(p.contradict) - len(p.agree), p.anchor)))


def _drawing(pairs: Sequence[Pair]) -> Triangle | None:
    """Those who meet most, each with each."""
    counts = Counter(who for pair in pairs for who in pair.speakers for _ in (*pair.agree, *pair.contradict))
    order = sorted(counts, key=lambda who: (-counts[who], who.key))[:MOST]
    if len(order) < 3:
        return None
    place = {who: number for number, who in enumerate(order)}
    meetings = {}
    for pair in pairs:
        if all(who in place for who in pair.speakers):
            column, row = sorted(place[who] for who in pair.speakers)
            meetings[row, column] = Meeting(f"#{pair.anchor}", len(pair.agree), len(pair.contradict))
    return triangle([Link(capital(who.name)) for who in order], meetings)
