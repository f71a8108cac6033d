"""Why two claims are linked or not: what speaks for it and by how much, what forbids it, and what was made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.languages import find_pack
from briefing.model.dossier import Dossier
from briefing.problems import BriefingError, Problem, Where, did_you_mean
from briefing.relate.compare.clashes import COUNTED
from briefing.relate.compare.judgement import PROPOSED, SHOWN, Judgement, judged
from briefing.relate.compare.pairs import pairs
from briefing.relate.compare.weights import Scale, scales
from briefing.relate.dossier import compared

_FOLDER = Where("claims")


def explain_link(dossier: Dossier, one: str, other: str) -> Iterator[str]:
    """A line of text each. Raises BriefingError for ids that no claim has."""
    unknown = [name for name in dict.fromkeys((one, other)) if name not in dossier.claims]
    if unknown:
        hints = ((name, did_you_mean(name, dossier.claims)) for name in unknown)
        raise BriefingError(*(Problem(_FOLDER, f"there is no claim “{name}”{hint}") for name, hint in hints))
    for name in (one, other):
        claim = dossier.claims[name]
        yield f"{name} {dossier.article_of(claim).id}: “{claim.evidence.exact}”"
    yield from _standing(dossier, {one, other})
    yield from _told(dossier, one, other)


def _standing(dossier: Dossier, wanted: set[str]) -> Iterator[str]:
    """The links in which both stand."""
    for group in dossier.corroborations:
        if wanted <= set(group.claims):
            yield f"{group.id} {'akin' if group.akin else 'corroboration'}, {group.decided}"
    for difference in dossier.differences:
        if wanted == set(difference.claims):
            yield f"{difference.id} {difference.kind} in {difference.field}, {difference.decided}: {difference.reason}"
    for aside in dossier.set_aside:
        if wanted <= set(aside.claims):
            yield f"rejected: {aside.why}"


def _told(dossier: Dossier, one: str, other: str) -> Iterator[str]:
    if dossier.article_of(dossier.claims[one]) == dossier.article_of(dossier.claims[other]):
        yield "not compared: both stand in one article"
        return
    same = dict(dossier.copies)
    mine, theirs = (dossier.article_of(dossier.claims[name]).id for name in (one, other))
    if same.get(mine, mine) == same.get(theirs, theirs):
        yield "left out: one article repeats the other, and copies bear nothing out"
        return
    packs = {a.meta.language: find_pack(a.meta.language) for a in dossier.articles}
    wordings = {code: pack.wording() for code, pack in packs.items() if pack}
    couples = compared(dossier.articles, dossier.files, wordings, same).couples
    found = (pair for couple in couples if couple.articles == {mine, theirs} for pair in pairs(couple))
    judgement = next(judged((pair for pair in found if set(pair.ids) == {one, other}), scales()), None)
    if judgement is None:
        yield "not compared: they share too little, other claims stand nearer, or the articles tell of two events"
        return
    yield from _weighed(judgement)


def _weighed(judgement: Judgement) -> Iterator[str]:
    """The three scores, each with what it is made of, then what forbids the link and the verdict."""
    values, found = judgement.pair.features, scales()
    yield f"articles alike {judgement.pair.alike:.2f}"
    yield from _scale("says the same", found.same, values)
    yield from _scale("is about one thing", found.related, values)
    if judgement.apart is not None:
        clash, _ = judgement.apart
        yield f"numbers “{clash.one.number.quantity.exact}” and “{clash.other.number.quantity.exact}”"
        yield from _scale("counts one thing", found.counted, clash.features)
    yield f"against it: {judgement.against or 'nothing'}"
    yield f"verdict: {_verdict(judgement)}"


def _scale(name: str, scale: Scale, values: Sequence[float]) -> Iterator[str]:
    """The score, and each feature that is not 0: its value, its weight, and what it adds, the greatest first."""
    rows = [(weight * value, feature, value, weight) for feature, value, weight in zip(
        scale.names, values, scale.weights, strict=True) if value]  # fmt: skip
    yield f"{name}: {scale.of(values):.3f} (bias {scale.bias:+.2f})"
    for adds, feature, value, weight in sorted(rows, key=lambda row: (-abs(row[0]), row[1])):
        yield f"  {feature:13} {value:6.2f} × {weight:+.3f} = {adds:+.2f}"


def _verdict(judgement: Judgement) -> str:
    if judgement.joins:
        return f"shown as saying the same (at least {SHOWN})"
    if judgement.counts_otherwise:
        return f"shown as giving another number (at least {COUNTED})"
    if judgement.denies:
        return "shown as denying it"
    if judgement.is_proposed:
        return f"proposed to a person (at least {PROPOSED}), shown to no reader"
    return f"left out (less than {PROPOSED})"
