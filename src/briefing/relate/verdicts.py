"""What is made of each pair, in plain values: kept for as long as both articles and those near them stay as they are.

An edited claim, or a new article, changes how rare words are among the articles near it; all other pairs of articles
are read back as they were judged before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from briefing.cache.digest import digest, program
from briefing.cache.results import Results
from briefing.relate.compare.clashes import COUNTED
from briefing.relate.compare.comparison import Couple
from briefing.relate.compare.features import FEATURES
from briefing.relate.compare.judgement import Against, Judgement, judged
from briefing.relate.compare.number_features import told_alike
from briefing.relate.compare.pairs import pairs
from briefing.relate.compare.statements import Statement
from briefing.relate.compare.weights import scales

_STAGE = "judged"
_NEAR = 0.5
"""Equal numbers are of one thing where no more than one other claim stands nearer."""
_THOUSAND = 1000
_MOST = 32
"""No feature comes near it; two bytes hold no more thousandths."""

Numbers = tuple[int, int]
"""Which number of the one claim, and which of the other."""


class Verdict(NamedTuple):
    """What a judgement comes to; `one` and `other` tell which claims of their articles it is on."""

    one: int
    other: int
    same: float
    related: float
    against: Against | None
    joins: bool
    denies: bool
    counts_otherwise: bool
    apart: Numbers | None
    """The two that are likeliest of one thing and cannot both be true."""
    score: float
    """How likely these are of one thing."""
    alike: tuple[Numbers, ...]
    """Those that are of one thing."""
    features: bytes
    """Two bytes for each of FEATURES, in thousandths; nothing where the pair is not proposed."""


class _Verdicts(Struct, frozen=True):
    """Those on two articles."""

    found: tuple[Verdict, ...]


class JudgedPair(Struct, frozen=True, eq=False):
    """Two claims of different articles, the earlier one first, with the verdict on them."""

    one: Statement
    other: Statement
    verdict: Verdict
    ids: tuple[str, str]
    """The ids of both claims."""


def judged_pair(one: Statement, other: Statement, verdict: Verdict) -> JudgedPair:
    """Two claims with the verdict on them."""
    return JudgedPair(one, other, verdict, (one.slots.claim.id, other.slots.claim.id))


def judged_pairs(couples: Iterable[Couple], kept: Results) -> Iterator[JudgedPair]:
    """Every pair of the articles, in order of publication and text; what was judged before is read back."""
    for couple in couples:
        mine, theirs = couple.one.statements, couple.other.statements
        for found in _verdicts(couple, kept):
            yield judged_pair(mine[found.one], theirs[found.other], found)


def within(judged: Iterable[JudgedPair], told: Iterable[Iterable[str]]) -> Iterator[JudgedPair]:
    """The pairs of claims of one story; what links an article of none is proposed, and shown when a person said so."""
    story = {article: number for number, articles in enumerate(told) for article in articles}
    for pair in judged:
        one, other = pair.one.slots.article.id, pair.other.slots.article.id
        if one in story and story[one] == story.get(other):
            yield pair


def _verdicts(couple: Couple, kept: Results) -> tuple[Verdict, ...]:
    key = digest(program(), couple.one.fingerprint, couple.other.fingerprint, couple.near, couple.alike)
    known = kept.get(_STAGE, key, _Verdicts)
    if known is None:
        known = _Verdicts(tuple(map(verdict, judged(pairs(couple), scales()))))
        kept.put(_STAGE, key, known)
    return known.found


def verdict(judgement: Judgement) -> Verdict:
    """What is left of a judgement once all is weighed."""
    pair, apart = judgement.pair, judgement.apart
    return Verdict(
        one=pair.one.place,
        other=pair.other.place,
        same=judgement.same,
        related=judgement.related,
        against=judgement.against,
        joins=judgement.joins,
        denies=judgement.denies,
        counts_otherwise=judgement.counts_otherwise,
        apart=apart[0].places if apart else None,
        score=apart[1] if apart else 0.0,
        alike=tuple(_alike(judgement)),
        features=_packed(pair.features) if judgement.is_proposed else b"",
    )


def _packed(features: Iterable[float]) -> bytes:
    """Values as `features_of` reads them: as numbers they would fill a build's memory."""
    return array("h", [round(_THOUSAND * min(value, _MOST)) if value else 0 for value in features]).tobytes()


def features_of(found: Verdict) -> dict[str, float]:
    """The features of a pair that is proposed, by name; what is 0 is left out."""
    values = zip(FEATURES, array("h", found.features), strict=True)
    return {name: value / _THOUSAND for name, value in values if value}


def _alike(judgement: Judgement) -> Iterator[Numbers]:
    pair, apart = judgement.pair, judgement.apart
    if not (pair.one.slots.is_affirmed and pair.other.slots.is_affirmed):
        return
    if apart is not None and apart[1] >= COUNTED:
        yield apart[0].places
    if pair.features.rank >= _NEAR:
        for x, one in enumerate(pair.one.figures):
            yield from ((x, y) for y, other in enumerate(pair.other.figures) if told_alike(one, other))
