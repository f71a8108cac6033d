"""Numbers that are compared: which of them cannot both be true of one thing."""

from __future__ import annotations

import pytest

from briefing.extract.pipeline import annotate
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.relate.slots.numbers import Number, numbers
from briefing.relate.slots.words import words


def _number(text: str) -> Number:
    """The only number of a sentence."""
    pack = find_pack("fr")
    assert pack is not None
    (quantity,) = annotate(Article(id="a", text=text, meta=Metadata(published="2024-11-30")), pack).quantities
    (found,) = numbers([quantity], 0, words(text, pack.wording(), (), ()), pack.wording())
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


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("Le conseil compte neuf membres.", "Les trois membres les plus anciens siègent.", False),
        ("Le conseil compte neuf membres.", "On y voit trois membres parmi les élus.", False),
        ("On compte 72 cas.", "On compte douze nouveaux cas.", False),
        ("On compte 12 morts.", "On compte trois morts de plus.", False),
        ("Les neuf ministres ont dîné.", "Les trois ministres ont signé.", False),
        ("Les neuf ministres ont dîné.", "Trois ministres ont signé.", True),
        ("Les 1 500 vacanciers sont partis.", "Les 1 200 vacanciers sont partis.", True),
        ("On compte trois morts et plus de dégâts.", "On compte cinq morts.", True),
        ("Le bilan est de trois morts. Plus rien ne bouge.", "On compte cinq morts.", True),
    ],
)
def test_a_part_excludes_no_whole_nor_one_small_known_group_another(one: str, other: str, *, parts: bool) -> None:
    """« trois membres les plus anciens » says nothing against « neuf membres »."""
    first, second = _number(one), _number(other)

    assert first.parts_from(second) == second.parts_from(first) == parts


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("200 personnes", "200 kilomètres", False),
        ("200 personnes", "200 tonnes", False),
        ("200 personnes", "200 manifestants", True),
        ("200 kilomètres", "200 kilomètres", True),
    ],
)
def test_a_measure_counts_no_people(one: str, other: str, *, fits: bool) -> None:
    """People are counted by many names, none of which is a unit of length or weight."""
    first, second = (_number(f"On compte {words}.") for words in (one, other))

    assert bool(first.fits(second)) == bool(second.fits(first)) == fits


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ils n'ont fait que riposter.", False),
        ("Le message n'est parvenu aux habitants que mardi.", False),
        ("Ils n'ont pas riposté.", True),
        ("Il ne dit pas que la digue a cédé.", True),
        ("Il nie que la digue ait cédé.", True),
        ("Il ne peut venir.", True),
    ],
)
def test_a_restriction_denies_nothing(text: str, *, denied: bool) -> None:
    """« ne … que » leaves what it tells in force."""
    pack = find_pack("fr")
    assert pack is not None

    assert bool(words(text, pack.wording(), (), ()).negated) == denied


@pytest.mark.parametrize(
    ("text", "is_counted"),
    [
        ("On compte 46 000 civils.", True),
        ("Le chantier coûte 3,5 millions d’euros.", True),
        ("On compte trois personnes.", True),
        ("On compte trois postes.", False),
        ("On en compte 46 000.", False),
    ],
)
def test_numbers_of_one_kind_bring_claims_together_unless_any_sentence_could_give_them(
    text: str, *, is_counted: bool
) -> None:
    """« 41 000 personnes chassées de chez elles », « 46 000 civils ont fui » share no word."""
    assert _number(text).is_counted is is_counted
