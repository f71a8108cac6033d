"""Texts that nobody writes: the rules need a time that grows with the text, not with its square or worse."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from briefing.export.linked.context import contexts
from briefing.model.annotation import Quantity
from briefing.model.dossier import Dossier
from briefing.model.measure import Measure, Measured
from briefing.model.span import Span
from growing import LANGUAGES, UNITS, exponent, seconds

_STEEPEST = 1.5
"""Power of the length: 1 is linear, 2 a square. `make fuzz` measures long texts and allows 1.15; of short ones, on a
machine that other tests share, a time varies by half."""


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("Corée du Nord ", 1600),  # names side by side: was quadratic, 5.6 s
        ("pourrait ", 200),  # verbs in a row: was cubic in a sentence, 1.6 s
        ("– dit-il – ", 200),
        ("et a dit ", 400),  # verbs that share a subject: was exponential
        ("dont il dit que ", 200),
        ("« oui », dit-il, ", 100),
        ("accusé d'avoir « qui. ", 400),
        ("« ", 3000),
        ("[a](b) ", 2000),
        ("le 3 mai ", 800),
        ("Jean ", 3000),
    ],
)
def test_a_word_over_and_over(unit: str, times: int) -> None:
    """Ten times what it takes, or more, but far less than what it took."""
    seconds("a ", 100, "fr")  # the lists are loaded

    assert seconds(unit, times * len(unit), "fr") < 1.2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(language: str, unit: str) -> None:
    """Eight times the text takes about eight times as long in every language; a square would take sixty-four."""
    seconds("a ", 100, language)
    small, large = (seconds(unit, size, language) for size in (1_250, 10_000))

    assert large < 0.2 or exponent(small, large, 8) <= _STEEPEST


def test_a_passage_that_repeats_itself() -> None:
    """A claim that is one link twenty thousand times: its neighbourhood is found in one pass."""
    text = "[a](https://exemple.fr) " * 20_000
    began = time.process_time()

    assert contexts(text, [Span(0, len(text) - 1)])
    assert time.process_time() - began < 2


@pytest.mark.parametrize("size", [2, 10_000], ids=["many measures", "one of many claims"])
def test_the_measure_of_two_claims_is_found_at_once(size: int) -> None:
    """Each difference asks for its own: neither all measures are looked through, nor all numbers of one."""
    given = [Measured(f"c-{number}", Quantity(start=0, end=2, exact="12", value=12)) for number in range(10_000)]
    measures = tuple(Measure(id=f"m-{n}", unit="", values=tuple(given[n : n + size])) for n in range(0, 10_000, size))
    dossier = Dossier(articles=(), measures=measures)
    began = time.process_time()

    for number, (one, other) in enumerate(pairwise(given)):
        shared = number // size == (number + 1) // size
        assert dossier.measure_of((one.claim, other.claim)) is (measures[number // size] if shared else None)
    assert dossier.numbers_of("c-1", measures[0]) == (given[1].quantity,)
    assert time.process_time() - began < 2
