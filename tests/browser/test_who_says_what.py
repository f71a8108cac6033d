"""The home page and who says what, by mouse, keyboard and touch, without script, from disk and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sample import DENIED, EVACUATED

pytestmark = pytest.mark.browser

PAGES = ("index.html", "accords.html")
SAID = ("démenti", "L’État dément tout retard", "Un bilan")


def _open(page: Page, site: Path, name: str) -> None:
    page.goto(f"{site.as_uri()}/{name}")


def _sign(claim: str = DENIED.id) -> str:
    return f"a.says[href*='{claim}']"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A small screen that is touched."""
    context = chromium.new_context(
        viewport={"width": 375, "height": 740}, has_touch=True, is_mobile=True, locale="fr-FR"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_sign_shows_its_passage_by_mouse(reader: Page, site: Path, name: str) -> None:
    """From disk, without a request outside the site."""
    _open(reader, site, name)
    reader.locator(_sign()).first.hover()
    for words in SAID:
        expect(reader.locator("#cite-card")).to_contain_text(words)


@pytest.mark.parametrize("name", PAGES)
def test_a_sign_shows_its_passage_by_keyboard(reader: Page, site: Path, name: str) -> None:
    """Focus shows it, Enter leads to it."""
    _open(reader, site, name)
    reader.locator("h1").click()
    link = reader.locator(_sign()).first
    for _ in range(90):
        reader.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(reader.locator("#cite-card")).to_contain_text(SAID[1])
    reader.keyboard.press("Enter")
    expect(reader.locator(f"mark[id='{DENIED.id}']")).to_be_in_viewport()


@pytest.mark.parametrize("name", PAGES)
def test_a_sign_shows_its_passage_by_touch(phone: Page, site: Path, name: str) -> None:
    """One tap, within the screen; a second one leads to it. No page is wider than the screen."""
    _open(phone, site, name)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 375
    link = phone.locator(_sign()).first
    link.tap()
    expect(phone.locator("#cite-card")).to_contain_text(SAID[1])
    box = phone.locator("#cite-card").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 375
    link.tap()
    phone.wait_for_url("**/articles/*")


def test_a_number_on_its_track_shows_its_passage(reader: Page, site: Path) -> None:
    """The question of how many is drawn with bounds; each number leads to its sentence."""
    _open(reader, site, "index.html")
    value = reader.locator(".questions .chart a.cite").first
    expect(value).to_contain_text("habitants")
    value.hover()
    expect(reader.locator("#cite-card")).to_contain_text("habitants ont été évacués")


def test_without_a_script_a_sign_is_a_link_and_says_what_it_is(chromium: Browser, site: Path) -> None:
    """Its words are there for those who do not see it; the folded list opens."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    _open(page, site, "index.html")
    expect(page.locator(_sign()).first).to_contain_text("démenti, Source non nommée")
    expect(page.locator("#denied")).to_be_hidden()
    page.locator("details.fold summary").first.click()
    expect(page.locator("#overview")).to_be_visible()
    page.locator(_sign()).first.click()
    expect(page.locator(f"mark[id='{DENIED.id}']")).to_be_in_viewport()
    context.close()


def test_from_a_question_to_its_row(reader: Page, site: Path) -> None:
    """The title of a question leads to the parties that answer it."""
    _open(reader, site, "index.html")
    reader.locator(".question h3 a").first.click()
    expect(reader.locator("th:target")).to_be_in_viewport()
    expect(reader.locator(f"tr:has(th:target) {_sign(EVACUATED.id)}").first).to_be_visible()


def test_on_a_phone_who_says_what_is_a_list(phone: Page, site: Path) -> None:
    """Each question with those who answer it, and no empty cell."""
    _open(phone, site, "accords.html")
    cells = phone.locator(".who-says td:visible")
    assert cells.count() > 0
    assert all(cells.nth(place).inner_text().strip() for place in range(cells.count()))
    expect(cells.first).to_have_css("display", "block")


@pytest.mark.parametrize("name", PAGES)
def test_on_paper_signs_stay_and_what_is_folded_opens(reader: Page, site: Path, name: str) -> None:
    """The list of the machine and the references are printed."""
    _open(reader, site, name)
    reader.emulate_media(media="print")
    expect(reader.locator(_sign()).first).to_be_visible()
    if name == "index.html":
        box = reader.locator("details.fold .ledger, details.fold .who").first.bounding_box()
        assert box is not None
        assert box["height"] > 0
