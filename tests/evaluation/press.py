"""The figures on articles whose texts stay with their publishers: measured from a folder, kept without their words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from msgspec import convert

from .measurement import Measurement

FILE = Path(__file__).parent / "press.json"


@dataclass(frozen=True, slots=True)
class Share:
    """A layer's figures; nothing of what was missed."""

    precision: float
    recall: float
    f1: float
    wanted: int
    found: int


@dataclass(frozen=True, slots=True)
class Press:
    """How many articles were measured with which rules, and the figures by layer."""

    articles: int
    rules: str
    scores: Mapping[str, Share]


def press_of(measurement: Measurement, rules: str) -> Press:
    """What may be told of a measurement in a repository that has not the articles."""
    shares = {
        layer: Share(round(s.precision, 4), round(s.recall, 4), round(s.f1, 4), s.wanted, s.found)
        for layer, s in measurement.scores.items()
    }
    return Press(len(measurement.texts), rules, shares)


def read_press() -> Press | None:
    """The last figures, None before the first."""
    return convert(json.loads(FILE.read_text("utf-8")), Press) if FILE.exists() else None


def write_press(press: Press) -> None:
    """Keep the figures for every later page."""
    FILE.write_text(json.dumps(asdict(press), indent=1) + "\n", "utf-8")
