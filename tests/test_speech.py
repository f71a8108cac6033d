"""What holds for quotations, attributions and speakers of any text; sentences are in cases/."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract.parsing import parsing
from briefing.extract.reading import Reading
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.layout import blocks, sentences
from briefing.languages.fr.reporting.cues import stance_of
from briefing.languages.fr.speech.quotations import quotations
from briefing.languages.fr.speech.spoken import spoken
from briefing.model.article import Article
from briefing.model.span import Passage

FRAGMENTS = st.sampled_from(
    [
        "« ",
        " »",
        "“",
        "”",
        '"',
        "– ",
        "\n",
        " ",
        ", ",
        ". ",
        " : ",
        "(",
        ")",
        "le maire ",
        "Anne Petit ",
        "affirme que ",
        "a-t-il dit",
        "dit-elle",
        "selon ",
        "D'après ",
        "Pour ",
        "qui ",
        "l'un d'eux ",
        "ce que ",
        "en ajoutant ",
        "et ",
        "ne ",
        "pas ",
        "il ",
        "la digue ",
        "tiendra",
        "’",
        "3 %",
        "é",
        "\u00a0",
        "œ",
        "İ",
        "😀",
    ]
)


def read(text: str) -> Reading:
    """A text with the three layers of speech, and no names."""
    reading = sentences(blocks(Reading.of(Article(id="texte", text=text))))
    return spoken(parsing(grammar)(quotations(reading)))


def _is_verbatim(passage: Passage, text: str) -> bool:
    return passage.exact == text[passage.start : passage.end] and bool(passage.exact.strip())


@given(st.lists(FRAGMENTS, max_size=60).map("".join) | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_cited_verbatim(text: str) -> None:
    """No text raises, and every passage stands in the article as it is written."""
    reading = read(text)
    assert all(_is_verbatim(quotation, text) for quotation in reading.quotations)
    assert all(_is_verbatim(attribution.content, text) for attribution in reading.attributions)
    assert all(attribution.cue in text for attribution in reading.attributions)


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@settings(max_examples=100, deadline=None)
def test_quotations_nest_or_stand_apart(text: str) -> None:
    """Two quotations never cross, they stand in order, and a second reading finds the same."""
    rows = read(text).quotations
    assert list(rows) == sorted(rows, key=lambda row: (row.start, -row.end))
    for first, second in itertools.pairwise(rows):
        assert second.start >= first.end or second.end <= first.end
    assert rows == read(text).quotations


def test_a_cue_tells_its_stance() -> None:
    """The stance of the verb in an attribution's cue, whatever its form."""
    assert stance_of("ont toujours nié") == "denial"
    assert stance_of("craignant qu’") == "fear"
    assert stance_of("n’excluent pas") == "opinion"  # what is not ruled out is held possible
    assert stance_of("Selon") is None
