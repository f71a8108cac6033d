"""Claims gathered for the pages that run across articles: groups, differences, dates, figures, quotations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.relation import Corroboration, Decided, Difference
from briefing.pages.typography import precision
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import ClaimShown, DateShown, DifferenceHead, GroupHead, QuotationShown, Speaker

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Origin:
    """The claims of a group that go back to one speaker; None gathers those whose speaker nobody names."""

    speaker: Speaker | None
    claims: tuple[ClaimShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage:
    """A corroboration, its claims by origin, and the claims of other groups that contradict it."""

    head: GroupHead
    claims: tuple[ClaimShown, ...]
    origins: tuple[Origin, ...]
    against: tuple[ClaimShown, ...]
    shared: tuple[str, ...]
    decided: Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencePage:
    """Two claims about the same thing that do not agree."""

    head: DifferenceHead
    number: int
    claims: tuple[ClaimShown, ...]
    decided: Decided


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and the claims that give it; `precise` is day, month, year or span."""

    value: str
    precise: str
    claims: tuple[tuple[ClaimShown, DateShown], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker and the words quoted from them, with the claims that quote them."""

    speaker: Speaker
    quotations: tuple[tuple[QuotationShown, ClaimShown], ...]


def group_page(catalogue: Catalogue, group: Corroboration) -> GroupPage:
    """The page of a corroboration."""
    claims = catalogue.chosen(group.claims)
    others = (
        o
        for c in group.claims
        for d in catalogue.dossier.differing.get(c, ())
        if d.kind.value == "contradiction"
        for o in d.claims
    )
    against = dict.fromkeys(o for o in others if o not in group.claims)
    return GroupPage(
        head=catalogue.group(group),
        claims=claims,
        origins=tuple(_origins(claims)),
        against=catalogue.chosen(against),
        shared=group.shared,
        decided=group.decided,
    )


def _origins(claims: Iterable[ClaimShown]) -> Iterator[Origin]:
    by_speaker: dict[str, list[ClaimShown]] = defaultdict(list)
    unnamed = []
    for claim in claims:
        if claim.speaker.named:
            by_speaker[claim.speaker.key].append(claim)
        else:
            unnamed.append(claim)
    for said in by_speaker.values():
        yield Origin(said[0].speaker, tuple(said))
    if unnamed:
        yield Origin(None, tuple(unnamed))


def difference_pages(catalogue: Catalogue) -> tuple[DifferencePage, ...]:
    """Every difference, contradictions first."""
    order = {"contradiction": 0, "difference": 1, "update": 2}
    differences: list[Difference] = sorted(catalogue.dossier.differences, key=lambda d: (order[d.kind.value], d.id))
    shown = [(d, catalogue.chosen(d.claims)) for d in differences]
    whole = [(d, claims) for d, claims in shown if len(claims) == 2]
    return tuple(
        DifferencePage(head=catalogue.difference(d), number=n, claims=claims, decided=d.decided)
        for n, (d, claims) in enumerate(whole, 1)
    )


def moments(claims: Iterable[ClaimShown]) -> tuple[Moment, ...]:
    """The dates that claims give, the earliest first, a year before its months."""
    found: dict[str, dict[str, tuple[ClaimShown, DateShown]]] = defaultdict(dict)
    for claim in claims:
        for date in claim.dates:
            found[date.value].setdefault(claim.id, (claim, date))
    return tuple(Moment(value, precision(value), tuple(found[value].values())) for value in sorted(found))


def years(found: tuple[Moment, ...]) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """The moments year by year."""
    grouped: dict[str, list[Moment]] = defaultdict(list)
    for moment in found:
        year = _YEAR.search(moment.value)
        grouped[year[0] if year else moment.value].append(moment)
    return tuple((year, tuple(inside)) for year, inside in grouped.items())


def quotations(claims: Iterable[ClaimShown]) -> tuple[Said, ...]:
    """What is quoted, speaker by speaker: who says most first, unnamed speakers last; a quotation once."""
    found: dict[str, dict[tuple[str, str], tuple[QuotationShown, ClaimShown]]] = defaultdict(dict)
    speakers: dict[str, Speaker] = {}
    for claim in claims:
        for quotation in claim.quotations:
            speakers.setdefault(quotation.speaker.key, quotation.speaker)
            found[quotation.speaker.key].setdefault((claim.article.id, quotation.exact), (quotation, claim))
    order = sorted(found, key=lambda key: (key == "unnamed-source", -len(found[key]), key))
    return tuple(Said(speakers[key], tuple(found[key].values())) for key in order)


def choices(claims: Iterable[ClaimShown]) -> dict[str, list[tuple[str, str, int]]]:
    """What the explorer's filters offer: for each, its keys, words and number of claims, the most frequent first."""
    labels: dict[str, dict[str, str]] = {"speaker": {}, "actor": {}}
    counts: dict[str, Counter[str]] = {"speaker": Counter(), "actor": Counter()}
    for claim in claims:
        for speaker in claim.speakers:
            labels["speaker"][speaker.key] = speaker.name
        counts["speaker"].update({speaker.key for speaker in claim.speakers})
        labels["actor"].update(zip(claim.actor_keys, (a.label for a in claim.actors), strict=True))
        counts["actor"].update(claim.actor_keys)
    return {
        name: [(key, labels[name][key], n) for key, n in sorted(found.items(), key=lambda kn: (-kn[1], kn[0]))]
        for name, found in counts.items()
    }
