"""What the rules are worth on annotated articles never falls unnoticed; `make eval` measures, and sets the floor."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest

from briefing.model.annotation import Quotation
from briefing.model.article import Article
from briefing.model.claim import Because, Claim, Modality
from briefing.pages.citations import citations
from evaluation.annotated import Annotations, Dated, Quoted, Reported
from evaluation.comparing import Compared
from evaluation.folding import same_date
from evaluation.layers import LAYERS
from evaluation.matching import Score
from evaluation.measure import PAGE, SETS, measure, read_floor
from evaluation.measurement import Measurement
from evaluation.page import inert, page
from evaluation.press import press_of
from sample import passage

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


def test_the_figures_stand_in_tables() -> None:
    """A row for each layer of a set, with bars that Markdown reads."""
    scores = dict.fromkeys(LAYERS, Score(1, 1))
    written = page([Measurement(name, {}, {"a": scores}, {}) for name in SETS], "fr 1")
    rows = [line for line in written.splitlines() if line.startswith("| ") and line.count("|") == 7]
    assert len(rows) == len(SETS) * (len(LAYERS) + 1)


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


ARTICLE = Article(
    id="pont", text="Selon le maire, le pont ferme. « Nous rouvrirons », dit Anne Petit. Un beau jour pour la ville."
)
CLAIM = Claim(
    id="c-1",
    evidence=passage(ARTICLE, "« Nous rouvrirons », dit Anne Petit."),
    modality=Modality.ALLEGED,
    because=Because("person"),
    quotes=(Quotation(exact="Nous rouvrirons", start=33, end=48, speaker="le maire"),),
)


def _said(**row: object) -> Score:
    annotations = Annotations(quotes=(Quoted(text="Nous rouvrirons", **row),))  # type: ignore[arg-type]
    return LAYERS["speakers"](Compared.of(ARTICLE.text, annotations, [CLAIM]))


@pytest.mark.parametrize(
    ("row", "wanted", "found", "right"),
    [
        ({"speaker": "Anne Petit"}, 1, 1, 0),
        ({"speaker": "Anne Petit", "alt": ["maire"]}, 1, 1, 1),
        ({"speaker": "Anne Petit", "inferred": True}, 0, 1, 0),
        ({"speaker": "le maire", "inferred": True}, 1, 1, 1),
        ({}, 0, 1, 0),
    ],
    ids=["another name", "an alternative", "nobody owed, wrong", "nobody owed, right", "nobody is named"],
)
def test_a_wrong_name_is_a_fault_where_nobody_was_owed(
    row: dict[str, object], wanted: int, found: int, right: int
) -> None:
    """Precision counts the names that were given, recall those that the text names."""
    score = _said(**row)
    assert (score.wanted, score.found, score.right) == (wanted, found, right)


def test_what_is_optional_is_no_fault() -> None:
    """Found it is right, missed it is not counted, and nothing within it is an invention."""
    rows = (Reported(text="le pont ferme", source="le maire", optional=True),)
    assert LAYERS["attributions"](Compared.of(ARTICLE.text, Annotations(attributions=rows), [])) == Score()


@pytest.mark.parametrize(
    ("value", "mod", "alike"),
    [("2019-12", None, True), ("2019", "END", True), ("2019", None, False), ("2019-06", None, False)],
)
def test_the_end_of_a_year_is_its_last_month(value: str, mod: str | None, alike: bool) -> None:
    """« fin 2019 » as the annotation has it, and as a product may."""
    assert same_date(Dated(text="fin 2019", value="2019", mod="END"), value, mod) is alike


def test_the_press_has_no_words() -> None:
    """Of articles whose texts are not here, the page tells figures alone."""
    faulty = Measurement(
        "press", {"a": "mot"}, {"a": dict.fromkeys(LAYERS, Score(2, 1, 1, 1, missed=("mot secret",)))}, {}
    )
    kept = press_of(faulty, "fr 1")
    written = page([_measured(name) for name in SETS], "fr 1", kept)

    assert kept.articles == 1
    assert "66,7" in written
    assert "secret" not in written
