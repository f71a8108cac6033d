"""Numbers that are compared: which of them cannot both be true of one thing."""

from __future__ import annotations

import pytest

from briefing.extract.pipeline import annotate
from briefing.extract.words.wording import Wording
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.relate.slots.numbers import Number, numbers
from briefing.relate.slots.words import words


def _number(text: str) -> Number:
    """The only number of a sentence."""
    pack = find_pack("fr")
    assert pack is not None
    (quantity,) = annotate(Article(id="a", text=text, meta=Metadata(published="2024-11-30")), pack).quantities
    (found,) = numbers([quantity], 0, words(text, Wording(), (), ()), pack.wording())
    return found


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("12 000 soldats", "des milliers de soldats", False),
        ("plus de 50 blessés", "120 blessés", False),
        ("plus de 50 blessés", "40 blessés", True),
        ("au moins 50 blessés", "plus de 90 blessés", False),
        ("moins de 50 blessés", "20 blessés", False),
        ("moins de 50 blessés", "plus de 60 blessés", True),
        ("environ 100 blessés", "105 blessés", False),
        ("environ 100 blessés", "150 blessés", True),
        ("50 blessés", "51 blessés", True),
    ],
)
def test_a_bound_excludes_only_what_lies_beyond_it(one: str, other: str, *, parts: bool) -> None:
    """Both ways: who says « plus de 50 » does not deny that it were 120."""
    first, second = (_number(f"On compte {words}.") for words in (one, other))

    assert first.parts_from(second) == second.parts_from(first) == parts
