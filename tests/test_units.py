"""Which units may count one thing, and which numbers are the same although they are written otherwise."""

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


def _number(text: str) -> Number:
    pack = find_pack("fr")
    assert pack is not None
    article = Article(id="a", text=text, meta=Metadata(published="2026-03-03"), path="a.md")
    (found, *_) = (n for s in slots(article, extract(article, pack), pack.wording()) for n in s.numbers)
    return found


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
