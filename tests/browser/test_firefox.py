"""The main ways of a reader in Firefox: its own engine, the site served under the policy that it ships."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from firefox import FIREFOX, Firefox, firefox, until
from sample import EVACUATED, HELD

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(FIREFOX is None, reason="no Firefox on this machine: Debian's package `firefox-esr`"),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Started once."""
    with firefox(tmp_path_factory.mktemp("firefox")) as found:
        yield found


@pytest.fixture
def fox(browser: Firefox, http: str) -> Iterator[Firefox]:
    """A window of a usual size; what its console holds against the site fails the test."""
    browser.resize(1280, 900)
    yield browser
    assert browser.errors(http) == []


def test_a_card_by_mouse_and_keyboard(fox: Firefox, http: str) -> None:
    """It says who and how surely, stays under the pointer, and Escape closes it."""
    fox.open(f"{http}/index.html")
    fox.hover(".ref a")
    until(lambda: fox.shows("#cite-card"))
    assert "rapporté" in fox.text("#cite-card")
    fox.press("Escape")
    until(lambda: not fox.shows("#cite-card"))
    fox.run("document.querySelector('.ref a').focus()")
    until(lambda: fox.shows("#cite-card"))


def test_an_address_opens_the_note_of_its_claim(fox: Firefox, http: str) -> None:
    """The passage is in sight, its note open; another one closes none of its words."""
    fox.open(f"{http}/articles/crue-2024.html#{EVACUATED.id}")
    until(lambda: fox.run("return document.querySelector('details.note[open]') !== null"))
    top = fox.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", EVACUATED.id)
    assert 0 <= top < 900


def test_the_search_finds_claims_by_keyboard(fox: Firefox, http: str) -> None:
    """A slash opens the box; Enter leads to what is chosen."""
    fox.open(f"{http}/index.html")
    fox.press("/", *"digue")
    until(lambda: fox.run("return document.querySelectorAll('[role=option] .modality').length > 0"))
    fox.press("Enter")
    until(lambda: "index.html" not in str(fox.run("return location.href")))


def test_filters_live_in_the_address(fox: Firefox, http: str) -> None:
    """A choice changes the address, and the address restores the choice."""
    fox.open(f"{http}/affirmations.html?modality=alleged")
    shown = "return [...document.querySelectorAll('#claims tbody tr')].filter(row => row.checkVisibility()).length"
    until(lambda: fox.run(shown) == 2)


def test_the_basket_keeps_a_claim(fox: Firefox, http: str) -> None:
    """From the note to the page of the basket."""
    fox.open(f"{http}/articles/crue-2024.html#{HELD.id}")
    fox.click("details.note[open] button[aria-pressed=false]")
    until(lambda: fox.shows("details.note[open] button[aria-pressed=true]"))
    fox.open(f"{http}/panier.html")
    until(lambda: "La digue a tenu" in fox.text("main"))


def test_dark_is_chosen_and_kept(fox: Firefox, http: str) -> None:
    """By the button, on the next page too."""
    fox.open(f"{http}/index.html")
    fox.click("header label[for^=__palette]:not([hidden])")
    scheme = "return document.body.getAttribute('data-md-color-scheme')"
    until(lambda: fox.run(scheme) == "slate")
    fox.open(f"{http}/chronologie.html")
    assert fox.run(scheme) == "slate"


@pytest.mark.parametrize("page", ["index", "accords", "chiffres", "chronologie", "acteurs/index", "articles/crue-2024"])
def test_a_page_never_scrolls_sideways(fox: Firefox, http: str, page: str) -> None:
    """On a small window, by nothing that is wider than it."""
    fox.resize(450, 800)
    fox.open(f"{http}/{page}.html")
    assert fox.run("return document.documentElement.scrollWidth <= innerWidth")
