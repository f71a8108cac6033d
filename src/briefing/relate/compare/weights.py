"""What each feature weighs (`weights.yaml`, by `make fit`), and what links are worth on dossiers nobody had read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from operator import mul

from msgspec import Struct

from briefing.relate.compare.features import FEATURES
from briefing.relate.compare.number_features import COUNTED
from briefing.relate.events.outlines import OUTLINED
from briefing.yamlfile.packaged import packaged


class Scale(Struct, frozen=True):
    """A linear score of features, as a probability."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def of(self, values: Sequence[float]) -> float:
        """The score of some features, from 0 to 1."""
        total = self.bias + sum(map(mul, self.weights, values))
        return 1 / (1 + math.exp(-total))


class Scales(Struct, frozen=True):
    """Two claims say the same; they are about one thing; two numbers are of one thing; two articles of one event."""

    same: Scale
    related: Scale
    counted: Scale
    event: Scale


class Unseen(Struct, frozen=True):
    """How many of the links that the program shows were right on dossiers that nobody had read while it was made."""

    dossiers: int
    same: int
    same_right: int
    differ: int
    differ_right: int


@cache
def unseen() -> Unseen:
    """The figures that the program is shipped with."""
    return packaged(__package__, "weights", Unseen, below="unseen")


@cache
def scales() -> Scales:
    """The scales that the program is shipped with."""
    return read(packaged(__package__, "weights", dict[str, dict[str, float]]))


def read(written: Mapping[str, Mapping[str, float]]) -> Scales:
    """Scales from the weights by feature, `bias` among them."""
    names = {"same": FEATURES, "related": FEATURES, "counted": COUNTED, "event": OUTLINED}
    return Scales(**{name: _scale(written[name], names[name]) for name in names})


def _scale(weights: Mapping[str, float], names: tuple[str, ...]) -> Scale:
    return Scale(names, tuple(weights[name] for name in names), weights["bias"])
