"""The text of a PDF: its paragraphs, without what the paper prints on every page."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from collect.making import PrintedLine, pdf

BODY = "La pluie pourrait durer encore plusieurs jours, selon les prévisionnistes de la région."


def _found(raw: bytes) -> Found:
    found = read_original(Original("source", raw), today=date(2026, 1, 31))
    assert isinstance(found, Found), found
    return found


COLUMN = [
    "La rivière est sortie de son lit dans la nuit de jeudi à vendredi, a annoncé la sous-",
    "préfète. Selon elle, 1 200 habitants ont été évacués vers les gymnases, et le gouver-",
    "nement promet une aide. « La digue a tenu », dit le maire.",
    "La pluie pourrait durer encore plusieurs jours, selon les prévisionnistes qui surveillent",
    "la situation de près dans la région.",
]


def _printed(number: int) -> list[PrintedLine]:
    title = f"La digue a{' encore' * (number - 1)} tenu"
    body: list[PrintedLine] = [(60, 700 - 14 * n - (8 if n > 2 else 0), 11, line) for n, line in enumerate(COLUMN)]
    return [
        (60, 800, 8, f"La Voix de la Vallée - 4 mai 2024 - page {number}"),
        (60, 740, 20, title),
        (60, 720, 11, "Par Jeanne Morel, le 4 mai 2024"),
        *body,
    ]


def test_a_pdf_gives_its_paragraphs() -> None:
    """Lines are joined, broken words made whole, compound ones left; running heads go, the words stay."""
    found = _found(pdf([_printed(1)], title="Microsoft Word - brouillon.doc"))

    assert (found.title, found.author, found.published) == ("La digue a tenu", "Jeanne Morel", "2024-05-04")
    assert found.text == (
        "La rivière est sortie de son lit dans la nuit de jeudi à vendredi, a annoncé la sous-préfète. Selon elle, "
        "1 200 habitants ont été évacués vers les gymnases, et le gouvernement promet une aide. « La digue a tenu », "
        "dit le maire.\n"
        "La pluie pourrait durer encore plusieurs jours, selon les prévisionnistes qui surveillent la situation de "
        "près dans la région."
    )


def test_what_every_page_of_a_pdf_repeats_is_no_text() -> None:
    """Heads and page numbers stand on several pages."""
    found = _found(pdf([_printed(1), _printed(2)]))

    assert "Voix de la Vallée" not in found.text
    assert "La digue a encore tenu" in found.text


def _pages(*edges: tuple[float, str]) -> list[list[PrintedLine]]:
    """A page for each line given, which stands at its height; the text is in the middle."""
    words = [[f"{BODY[:-1]}, {page}{n}." for n in ("à midi", "le soir", "la nuit", "demain")] for page in ("", "puis ")]
    return [
        [*((60.0, 500.0 - 14 * n, 11.0, line) for n, line in enumerate(words[number % 2])), (60, height, 11, edge)]
        for number, (height, edge) in enumerate(edges)
    ]


@pytest.mark.parametrize(
    "edges",
    [
        [(300, "Total 2023"), (300, "Total 2024")],
        [(300, "Total 12"), (300, "Total 47")],
        [(300, "Il pleut."), (200, "Il pleut.")],
        [(300, "1 250 habitants"), (300, "1 320 habitants")],
        [(300, "2023")],
        [(300, "1200")],
    ],
)
def test_a_line_that_does_not_recur_is_text(edges: list[tuple[float, str]]) -> None:
    """Years and totals of a table are no page numbers, and the same words at another height are no running head."""
    found = _found(pdf(_pages(*edges)))

    assert [line for _, line in edges if line not in found.text] == []


@pytest.mark.parametrize(
    "edges",
    [
        [(300, "Total 2023"), (300, "Total 2023")],
        [(20, "La Voix - 3"), (20, "La Voix - 4")],
        [(20, "- 1 -"), (20, "- 2 -")],
        [(20, "Page 1 sur 2"), (20, "Page 2 sur 2")],
        [(820, "17"), (820, "18")],
        [(20, "17")],
    ],
)
def test_a_line_that_recurs_at_its_place_is_none(edges: list[tuple[float, str]]) -> None:
    """The same words, or a number that grows with the page."""
    found = _found(pdf(_pages(*edges)))

    assert [line for _, line in edges if line in found.text.replace("jours", "")] == []


def test_two_lines_of_one_page_are_no_running_head() -> None:
    """A table repeats words on its own page."""
    lines: list[PrintedLine] = [
        (60, 700, 11, BODY),
        (60, 686, 11, BODY),
        (60, 60, 11, "Total 1"),
        (60, 46, 11, "Total 2"),
    ]

    assert "Total 1" in _found(pdf([lines])).text
    assert "Total 2" in _found(pdf([lines])).text


@pytest.mark.parametrize(
    "edges",
    [
        [(20, "© L'Écho 2024. Tous droits réservés.")],
        [(20, "Mentions légales | CGU | Politique de confidentialité")],
        [(20, "Plan du site - Contact")],
    ],
)
def test_the_footer_of_a_printed_page_is_none_of_its_text(edges: list[tuple[float, str]]) -> None:
    """A browser prints the site's too."""
    found = _found(pdf(_pages(*edges)))

    assert [line for _, line in edges if line in found.text] == []
    assert BODY[:40] in found.text


def test_the_menu_above_the_headline_is_none_of_its_text() -> None:
    """The headline is the largest line."""
    menu: list[PrintedLine] = [(60, 820, 8, "Accueil  Politique  Monde  Sport"), (60, 760, 20, "La digue a tenu")]
    found = _found(pdf([[*menu, *_pages((20, "17"))[0]]]))

    assert found.title == "La digue a tenu"
    assert "Politique" not in found.text
