"""What the rules are worth on annotated articles never falls unnoticed; `make eval` measures, and sets the floor."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest

from briefing.pages.citations import citations
from evaluation.layers import LAYERS
from evaluation.matching import Score
from evaluation.measure import PAGE, SETS, measure, read_floor
from evaluation.measurement import Measurement
from evaluation.page import inert, page

TOLERANCE = 0.001
_measured = cache(measure)


@pytest.mark.parametrize("name", SETS)
def test_no_layer_falls_below_its_floor(name: str) -> None:
    """F1 of every layer is at least that of the last `make eval`."""
    figures = _measured(name).figures
    fallen = {
        layer: f"{least:.4f} → {figures.get(layer, 0.0):.4f}"
        for layer, least in read_floor()[name].items()
        if figures.get(layer, 0.0) < least - TOLERANCE
    }
    assert fallen == {}


def test_a_sentence_that_is_misread_is_published_as_such() -> None:
    """The page lists every hard sentence that still fails; another one that fails is a regression."""
    published = PAGE.read_text("utf-8")
    assert [name for name in _measured("cases").failing if f"<code>{name}</code>" not in published] == []


def test_the_same_figures_make_the_same_page() -> None:
    """No clock, no order of chance."""
    measurements = [_measured(name) for name in SETS]
    assert page(measurements, "fr 1") == page([measure(name) for name in SETS], "fr 1")


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "**gras** `x` [a](b)", "[@c-00000000]", "# titre", "a | b", "&lt;b&gt;", "x\n\n- y"],
)
def test_what_an_article_says_is_no_markup(text: str) -> None:
    """What HTML, Markdown or a citation is made of is coded wherever the page says it; a reader sees the same words."""
    faulty = dict.fromkeys(LAYERS, Score(1, 1, missed=(text,), invented=(text,)))
    written = page([Measurement(name, {"a": text}, {"a": faulty}, {}) for name in SETS], "fr 1")

    assert not set("<>*`[]#|&@\n") & set(re.sub(r"&#\d+;", "", inert(text)))
    assert html.unescape(inert(text)) == " ".join(text.split())
    assert written.count(inert(text)) == len(SETS) * len(LAYERS) * 2 + 1
    assert not list(citations(written, "docs/evaluation.md", "evaluation.md"))
