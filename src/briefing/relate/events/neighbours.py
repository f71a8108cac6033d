"""Which articles may tell of one event, so that their claims are compared.

It opens a comparison and never makes a link: of 252 pairs of made-up articles about one event 249 are likely enough,
of those about two one in nine. Only the nearest articles are compared, which keeps the work linear in a dossier of
any size; they are looked for by the words that are frequent in an article and rare in the others.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from briefing.relate.events.outlines import ArticleFeatures, Vector, compared, outline, unit
from briefing.relate.slots.moments import days_between
from briefing.relate.slots.slots import Articles, Slots

NEAREST = 6
"""With how many other articles one is compared."""
LIKELY = 0.15
"""Articles that are less likely of one event are not compared."""
_DAYS = 400
"""Articles farther apart in time tell of two events."""
_TELLING, _HOLDERS = 40, 48
"""By how many of its most telling words an article looks for others, and how many holders of a word it looks at."""


def neighbours(articles: Articles, likely: Callable[[ArticleFeatures], float]) -> dict[str, dict[str, float]]:
    """For each article those that may tell of its event, with how `likely` that is."""
    outlines = {ident: outline(claims) for ident, claims in articles.items()}
    found: dict[str, dict[str, float]] = {ident: {} for ident in articles}
    for ident, others in _candidates(articles).items():
        near = (other for other in others if _near(articles, ident, other))
        scored = ((likely(compared(outlines[ident], outlines[other])), other) for other in near)
        close = [(value, other) for value, other in scored if value >= LIKELY]
        for value, other in sorted(close, key=lambda pair: (-pair[0], pair[1]))[:NEAREST]:
            found[ident][other] = found[other][ident] = value
    return found


def _near(articles: Articles, one: str, other: str) -> bool:
    first, second = (next(iter(articles[ident])).article.meta.published for ident in (one, other))
    apart = days_between(first, second)
    return apart is None or apart <= _DAYS


def _candidates(articles: Articles) -> dict[str, list[str]]:
    """The articles that share most of an article's telling words; all others where there are few."""
    idents = list(articles)
    if len(idents) <= _HOLDERS:
        return {ident: [other for other in idents if other != ident] for ident in idents}
    vectors = [_vector(claims) for claims in articles.values()]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for stem in vector:
            holders[stem].append(number)
    rarity = {stem: math.log((len(idents) + 1) / (len(held) + 0.5)) for stem, held in holders.items()}
    return {
        ident: [idents[n] for n in _sharing(number, {s: w * rarity[s] for s, w in vectors[number].items()}, holders)]
        for number, ident in enumerate(idents)
    }


def _vector(claims: Sequence[Slots]) -> Vector:
    """The words of an article, each weighed by how often it stands there; of length 1."""
    counts = Counter(chain.from_iterable(claim.stems for claim in claims))
    return unit({stem: 1 + math.log(count) for stem, count in sorted(counts.items())})


def _sharing(number: int, telling: Vector, holders: Mapping[str, list[int]]) -> list[int]:
    shared: dict[int, float] = defaultdict(float)
    for stem in sorted(telling, key=lambda stem: (-telling[stem], stem))[:_TELLING]:
        for other in _closest(number, holders[stem]):
            shared[other] += telling[stem]
    shared.pop(number, None)
    return sorted(shared, key=lambda other: (-shared[other], other))[: 2 * NEAREST]


def _closest(number: int, held: list[int]) -> Iterator[int]:
    """The holders published closest to an article."""
    if len(held) <= _HOLDERS:
        return iter(held)
    first = bisect(held, number)
    return iter(held[max(0, first - _HOLDERS // 2) : first + _HOLDERS // 2])
