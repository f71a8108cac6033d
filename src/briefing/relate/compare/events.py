"""Which articles may tell of one event: they share more words and names than articles by chance do.

Cosine of the words that a text holds, names counted twice. It opens a comparison and never makes a link: of 126
articles of 26 made-up events, 244 of 252 pairs about one event are above .08, and one in nine about two. How alike two
articles count beyond that (`stories.py`) is less where they name little in common: two explosions are told in the same
words. Only the nearest articles are compared, which keeps the work linear in a dossier of any size.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from briefing.relate.slots.moments import days_between
from briefing.relate.slots.slots import Slots

NEAREST = 6
"""With how many other articles one is compared."""
ALIKE = 0.08
"""Articles that share less tell of two events."""
_NAME = 2.0
_STRANGERS, _ONE_NAME = 0.2, 0.35
"""What is left of how alike two articles are that have no name and no day in common (two explosions), or one name."""
_DAY = len("2026-11-21")
_DAYS = 400
"""Articles farther apart in time tell of two events."""
_TELLING, _HOLDERS = 40, 48
"""By how many of its rarest words an article looks for others, and how many holders of a word it looks at."""

Vector = Mapping[str, float]
Articles = Mapping[str, Sequence[Slots]]
"""The slots of each article, by its id, in order of publication."""


def neighbours(articles: Articles) -> dict[str, dict[str, float]]:
    """For each article those that may tell of its event, with how alike they are."""
    vectors = {ident: _vector(claims) for ident, claims in articles.items()}
    named = {ident: _named(claims) for ident, claims in articles.items()}
    found: dict[str, dict[str, float]] = {ident: {} for ident in articles}
    for ident, others in _candidates(vectors).items():
        alike = ((_cosine(vectors[ident], vectors[other]), other) for other in others)
        close = [
            (value * _meeting(named[ident] & named[other]), other)
            for value, other in alike
            if value >= ALIKE and _near(articles, ident, other)
        ]
        for value, other in sorted(close, key=lambda pair: (-pair[0], pair[1]))[:NEAREST]:
            found[ident][other] = found[other][ident] = value
    return found


def _named(claims: Sequence[Slots]) -> frozenset[str]:
    """The people, bodies, places and days of an article."""
    days = (day for claim in claims for day in claim.dates if _is_day(day))
    return frozenset(chain(days, *(claim.acting for claim in claims)))


def _meeting(shared: Collection[str]) -> float:
    """What is left of how alike two articles are that name so much in common; a day tells more than a name."""
    if len(shared) > 1 or any(map(_is_day, shared)):
        return 1.0
    return _ONE_NAME if shared else _STRANGERS


def _is_day(name: str) -> bool:
    return len(name) >= _DAY and name[:4].isdecimal()


def _near(articles: Articles, one: str, other: str) -> bool:
    first, second = (next(iter(articles[ident])).article.meta.published for ident in (one, other))
    apart = days_between(first, second)
    return apart is None or apart <= _DAYS


def _vector(claims: Sequence[Slots]) -> Vector:
    """The words of an article, each weighed by how often it stands there; of length 1."""
    counts = Counter(chain.from_iterable(claim.stems for claim in claims))
    names = Counter(chain.from_iterable(claim.names for claim in claims))
    weights = {
        stem: (1 + math.log(count)) * (_NAME if 2 * names[stem] >= count else 1.0)
        for stem, count in sorted(counts.items())
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


def _cosine(one: Vector, other: Vector) -> float:
    one, other = sorted((one, other), key=len)
    return sum(weight * other[stem] for stem, weight in one.items() if stem in other)


def _candidates(vectors: Mapping[str, Vector]) -> dict[str, list[str]]:
    """The articles that share most of an article's rarest words; all others where there are few."""
    idents = list(vectors)
    if len(idents) <= _HOLDERS:
        return {ident: [other for other in idents if other != ident] for ident in idents}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, ident in enumerate(idents):
        for stem in vectors[ident]:
            holders[stem].append(number)
    return {
        ident: [idents[n] for n in _sharing(number, vectors[ident], holders)] for number, ident in enumerate(idents)
    }


def _sharing(number: int, vector: Vector, holders: Mapping[str, list[int]]) -> list[int]:
    rarest = sorted(vector, key=lambda stem: (len(holders[stem]), stem))[:_TELLING]
    shared = Counter(chain.from_iterable(_closest(number, holders[stem]) for stem in rarest))
    del shared[number]
    return sorted(shared, key=lambda other: (-shared[other], other))[: 2 * NEAREST]


def _closest(number: int, held: list[int]) -> Iterator[int]:
    """The holders published closest to an article."""
    if len(held) <= _HOLDERS:
        return iter(held)
    first = bisect(held, number)
    return iter(held[max(0, first - _HOLDERS // 2) : first + _HOLDERS // 2])
