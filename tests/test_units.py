"""Which units may count one thing, which numbers are the same although they are written otherwise, and which moved."""

from __future__ import annotations

from itertools import product

import pytest

from briefing.extract.pipeline import extract
from briefing.extract.words.wording import Wording
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.relate.slots.numbers import SURELY, Number
from briefing.relate.slots.slots import slots
from briefing.relate.slots.units import Kind, unit

UNITS = ("%", "EUR", "USD", "mort", "personne", "gréviste", "tour", "usine", "an", "hectare", "cas")


def _wording() -> Wording:
    pack = find_pack("fr")
    assert pack is not None
    return pack.wording()


def _numbers(text: str) -> list[Number]:
    pack = find_pack("fr")
    assert pack is not None
    article = Article(id="a", text=text, meta=Metadata(published="2026-03-03"), path="a.md")
    return [number for found in slots(article, extract(article, pack), pack.wording()) for number in found.numbers]


def _number(text: str) -> Number:
    return _numbers(text)[0]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("%", Kind.SHARE),
        ("EUR", Kind.MONEY),
        ("jour", Kind.TIME),
        ("hectare", Kind.SIZE),
        ("gréviste", Kind.PEOPLE),
        ("décès", Kind.PEOPLE),
        ("personne", Kind.PEOPLE),
        ("tour", Kind.THING),
        ("arrestation", Kind.THING),
    ],
)
def test_what_a_unit_counts(written: str, kind: Kind) -> None:
    """By closed lists and by who can speak; what neither knows is a thing."""
    assert unit(written, _wording()).kind is kind


@pytest.mark.parametrize(("one", "other"), list(product(UNITS, UNITS)))
def test_units_fit_each_other_alike(one: str, other: str) -> None:
    """In both directions; wholly where they are one."""
    mine, theirs = unit(one, _wording()), unit(other, _wording())

    assert mine.fits(theirs) == theirs.fits(mine)
    assert (mine.fits(theirs) == 1.0) is (one == other)


@pytest.mark.parametrize(
    ("one", "other"), [("gréviste", "usine"), ("mort", "tour"), ("EUR", "USD"), ("%", "gréviste"), ("an", "hectare")]
)
def test_units_of_two_kinds_never_fit(one: str, other: str) -> None:
    """« quatre malades » are not « deux tours »."""
    assert unit(one, _wording()).fits(unit(other, _wording())) == 0.0


def test_a_case_may_be_a_person() -> None:
    """« vingt-sept cas », « dix-neuf malades »."""
    assert unit("cas", _wording()).fits(unit("malade", _wording())) >= SURELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quelque 450 riverains ont fui.", "Les 450 voisins ont fui."),
        ("Elle obtient 53,4 % des voix.", "Elle obtient plus de 53 % des voix."),
        ("La dette atteint 520 millions d'euros.", "La dette dépasse 500 millions d'euros."),
    ],
)
def test_numbers_that_are_one(one: str, other: str) -> None:
    """Written with another noun, or without their last digits."""
    assert _number(one).is_told_by(_number(other))
    assert _number(other).is_told_by(_number(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quelque 450 riverains ont fui.", "Les 450 usines ont fermé."),
        ("L'incendie a fait deux morts.", "L'incendie a fait deux blessés."),
        ("Il y a 12 000 soldats.", "Il y a plus de 2 000 soldats."),
        ("La dette atteint 520 millions d'euros.", "La dette atteint 500 millions d'euros."),
    ],
)
def test_numbers_that_are_two(one: str, other: str) -> None:
    """Of other things, or too far apart to be rounded, or both exact."""
    assert not _number(one).is_told_by(_number(other))
    assert not _number(other).is_told_by(_number(one))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Le soutien est tombé de 58 à 47 %.", 58, 47),
        ("Le coût, d'abord fixé à 800 millions d'euros, est désormais évalué à 900 millions d'euros.", 800e6, 900e6),
        ("Sur les 14 000 foyers privés d'électricité, il n'en reste que 300.", 14000, 300),
    ],
)
def test_a_number_that_took_the_place_of_another(text: str, old: float, new: float) -> None:
    """The sentence says so itself."""
    assert [(n.replaces, n.value) for n in _numbers(text) if n.replaces is not None] == [(old, new)]


@pytest.mark.parametrize(
    "text",
    [
        "L'incendie a fait deux morts et quatorze blessés.",
        "Il a obtenu 51,4 % des suffrages contre 48,6 % à sa rivale.",
        "Le feu a détruit 40 hectares. Il en reste 200 hectares.",
    ],
)
def test_numbers_that_stand_beside_each_other(text: str) -> None:
    """Of two things, of two people, of two sentences."""
    assert [n.value for n in _numbers(text) if n.replaces is not None] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("Un enseignant sur deux est en grève.", 50), ("Quelque 340 emplois sur 780 disparaîtraient.", 340)],
)
def test_a_ratio_is_told_by_a_small_whole(text: str, value: float) -> None:
    """« 340 emplois sur 780 » counts jobs."""
    assert _number(text).value == value


@pytest.mark.parametrize(
    ("text", "is_past"),
    [
        ("En 1997, l'usine a fabriqué 3 000 moteurs.", True),
        ("L'entraîneur avait été suspendu deux ans en 2013.", True),
        ("La rivière a atteint 7 mètres mardi, son plus haut niveau depuis 1958.", False),
        ("L'usine a fabriqué 3 000 moteurs depuis 2019.", False),
        ("L'usine, fermée depuis 2019, avait ouvert en 1958.", True),
        ("La rivière a atteint 7 mètres mardi.", False),
    ],
)
def test_what_holds_since_long_ago_is_no_thing_of_the_past(text: str, is_past: bool) -> None:
    """« depuis 1958 » says from when on; « en 1958 » says when."""
    pack = find_pack("fr")
    assert pack is not None
    article = Article(id="a", text=text, meta=Metadata(published="2026-03-03"), path="a.md")

    assert [found.is_past for found in slots(article, extract(article, pack), pack.wording())] == [is_past]
