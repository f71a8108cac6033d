"""What speaks for two articles telling of one event: whom and what they name, in their titles above all, and the days.

Two explosions are told in the same words, in other towns on other days: words tell nothing here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from briefing.model.article import Article
from briefing.relate.slots.slots import Slots

_NAME = re.compile(r"[^\W\d_]{3,}")
_INSIDE = re.compile(r"(?<=[\w,;:][ ’'\N{NO-BREAK SPACE}-])[^\W\d_]{3,}")
"""A word at which no sentence begins."""
_DAY = len("2026-11-21")
_TITLE = 2
"""How many times more a name counts that stands in the title."""

_SOME = 0.1
"""Of 49 pairs about one event (tests/relating) that name one day, the names of 48 are more alike than that."""

Vector = Mapping[str, float]


class Outline(Struct, frozen=True):
    """What tells an article's event from others."""

    names: Vector
    """Each name by how often it stands there; of length 1."""
    days: frozenset[str]


class ArticleFeatures(NamedTuple):
    """Two articles compared; symmetric. Weights: `weights.yaml`, by these names."""

    names: float
    """Cosine of all names."""
    day: float
    """Whether both name one day, and some of the same: much happens on a day, and « France » is named every day."""


OUTLINED = ArticleFeatures._fields


def outline(claims: Sequence[Slots]) -> Outline:
    """The outline of an article, by its claims."""
    article = claims[0].article
    days = frozenset(day for day in chain.from_iterable(claim.dates for claim in claims) if _is_day(day))
    return Outline(unit({name: 1 + math.log(count) for name, count in _names(article).items()}), days)


def _names(article: Article) -> Counter[str]:
    """How often each name stands there: words with a capital where none need be, and nowhere written small."""
    small = {word for word in _NAME.findall(article.text) if word.islower()}
    counts = Counter(word for word in _INSIDE.findall(article.text) if word[0].isupper() and word.lower() not in small)
    counts.update({word: _TITLE for word in _NAME.findall(article.meta.title or "") if word[0].isupper()})
    return counts


def compared(one: Outline, other: Outline) -> ArticleFeatures:
    """Compare two articles."""
    names = _cosine(one.names, other.names)
    return ArticleFeatures(names, day=float(names >= _SOME and not one.days.isdisjoint(other.days)))


def unit(weights: Vector) -> Vector:
    """The same vector, of length 1."""
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


def _cosine(one: Vector, other: Vector) -> float:
    one, other = sorted((one, other), key=len)
    return sum(weight * other[stem] for stem, weight in one.items() if stem in other)


def _is_day(date: str) -> bool:
    return len(date) >= _DAY and date[:4].isdecimal()
