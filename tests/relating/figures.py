"""What the shown and the proposed links of the labelled dossiers are worth: precision, recall and cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.relate.compare.judgement import judged
from briefing.relate.compare.weights import Scales
from briefing.relate.events.stories import Near, stories
from briefing.relate.links.differences import Telling, differences
from briefing.relate.links.groups import groups
from briefing.relate.verdicts import judged_pair, verdict, within
from relating.fitting import Judged
from relating.labelled import Expectation, Labelled

Pair = frozenset[str]


@dataclass(frozen=True)
class Layer:
    """Links of one kind: how many are expected and found of them, shown at all, and shown rightly."""

    expected: int = 0
    found: int = 0
    shown: int = 0
    right: int = 0

    def __add__(self, other: Layer) -> Layer:
        return Layer(
            self.expected + other.expected, self.found + other.found, self.shown + other.shown, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """Share of what is shown that is right; a pair that only differs is no corroboration."""
        return self.right / self.shown if self.shown else 1.0

    @property
    def recall(self) -> float:
        """Share of what is expected that is found."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def cost(self) -> float:
        """How many pairs stand for one that is right."""
        return self.shown / self.right if self.right else 0.0


@dataclass(frozen=True)
class Figures:
    """The four layers; `review` counts what is shown and proposed."""

    same: Layer = Layer()
    differ: Layer = Layer()
    numbers: Layer = Layer()
    review: Layer = Layer()

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.same + other.same, self.differ + other.differ, self.numbers + other.numbers, self.review + other.review
        )


def figures(dossier: Labelled, pairs: Sequence[Judged], scales: Scales) -> Figures:
    """The figures of one dossier, judged by some scales."""
    expected = {frozenset(one.pair.ids): one.expected for one in pairs}
    judgements = list(judged((one.pair for one in pairs), scales))
    every = (judged_pair(one.pair.one, one.pair.other, verdict(one)) for one in judgements)
    found = list(within(every, stories(_near(dossier, pairs))))
    joined = {frozenset(pair) for group in groups(found) for pair in combinations(group.ids, 2)}
    parted = {frozenset(difference.claims) for difference in differences(found, Telling({}, {}))}
    proposed = {frozenset(one.pair.ids) for one in judgements if one.is_proposed} - joined - parted
    wanted = dossier.expectations
    return Figures(
        same=_layer(joined, expected, [e for e in wanted if e.kind == "same"]),
        differ=_layer(parted, expected, [e for e in wanted if e.kind not in ("same", "open")]),
        numbers=_layer(parted, expected, [e for e in wanted if e.field == "quantity"]),
        review=_review(proposed, joined | parted, expected, [e for e in wanted if e.kind != "open"]),
    )


def _near(dossier: Labelled, pairs: Sequence[Judged]) -> Near:
    """How alike the articles of a dossier are."""
    near: dict[str, dict[str, float]] = {article.id: {} for article in dossier.articles}
    for one in pairs:
        here, there = (side.slots.article.id for side in (one.pair.one, one.pair.other))
        near[here][there] = near[there][here] = one.pair.alike
    return near


Expected = dict[Pair, tuple[Expectation, ...]]


def _layer(pairs: Iterable[Pair], expected: Expected, wanted: list[Expectation]) -> Layer:
    names = {id(e) for e in wanted}
    found = [{id(e) for e in expected.get(pair, ())} & names for pair in pairs]
    judged = [(pair, right) for pair, right in zip(pairs, found, strict=True) if right or not _open(pair, expected)]
    return Layer(len(names), len(set().union(*found)), len(judged), sum(bool(right) for _, right in judged))


def _open(pair: Pair, expected: Expected) -> bool:
    return any(e.kind == "open" for e in expected.get(pair, ()))


def _review(proposed: set[Pair], shown: set[Pair], expected: Expected, wanted: list[Expectation]) -> Layer:
    """Recall of both; the cost counts what is proposed alone."""
    names = {id(e) for e in wanted}
    found = set().union(*({id(e) for e in expected.get(pair, ())} for pair in proposed | shown)) & names
    return Layer(len(names), len(found), len(proposed), sum(bool(expected.get(pair)) for pair in proposed))
