"""The scores of a set of annotated articles, and which of them the rules misread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .layers import LAYERS, PARTIAL
from .matching import Score

Scores = Mapping[str, Score]
"""Scores by layer."""


@dataclass(frozen=True)
class Measurement:
    """What came of a set: texts and scores by article, and the scores of the links between articles."""

    name: str
    texts: Mapping[str, str]
    articles: Mapping[str, Scores]
    links: Scores

    @cached_property
    def scores(self) -> Scores:
        """The scores of the layers that are annotated in this set, every fault with its article's name."""
        inside = {
            layer: sum((scores[layer].within(name) for name, scores in self.articles.items()), Score())
            for layer in LAYERS
        }
        return {layer: score for layer, score in (inside | dict(self.links)).items() if score.wanted}

    @property
    def figures(self) -> dict[str, float]:
        """F1 by layer."""
        return {layer: round(score.f1, 4) for layer, score in self.scores.items()}

    @cached_property
    def failing(self) -> Mapping[str, list[str]]:
        """The layers in which an article is not read as annotated, by article; flawless articles left out."""
        wrong = {
            name: [layer for layer, score in scores.items() if _is_misread(layer, score)]
            for name, scores in self.articles.items()
        }
        return {name: layers for name, layers in wrong.items() if layers}


def _is_misread(layer: str, score: Score) -> bool:
    return not score.is_perfect and (layer not in PARTIAL or score.wanted > 0)
