"""What a reader does: follow a citation to its passage, open cards, filter, read on a phone, in the dark, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sample import BILAN, EVACUATED, HELD

pytestmark = pytest.mark.browser


def _open(page: Page, site: Path, name: str) -> None:
    page.goto(f"{site.as_uri()}/{name}")


def test_from_a_citation_to_the_marked_passage(reader: Page, site: Path) -> None:
    """One click leads to the sentence, and its card is open."""
    _open(reader, site, "index.html")
    reader.locator(".ref > a").first.click()
    passage = reader.locator(f"mark[id='{EVACUATED.id}']")
    expect(passage).to_be_in_viewport()
    expect(passage).to_contain_text("habitants ont été évacués")
    expect(reader.locator(f"#n-{EVACUATED.id}")).to_be_visible()
    expect(reader.locator(f"#n-{EVACUATED.id}")).to_contain_text("Préfecture")


def test_a_permalink_from_elsewhere_opens_its_card(reader: Page, site: Path) -> None:
    """The address of a claim shows the passage and its card."""
    _open(reader, site, f"articles/crue-2024.html#{HELD.id}")
    expect(reader.locator(f"#n-{HELD.id}")).to_be_visible()


@pytest.mark.parametrize("name", ["index.html", "articles/crue-2024.html", "imprimer.html", "methode.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_scrolls_one_way(chromium: Browser, site: Path, name: str, scheme: str) -> None:
    """No page is wider than a phone, in light or dark, and the paper has the scheme's colour."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    _open(page, site, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(253, 252, 249)" if scheme == "light" else "rgb(22, 24, 27)")
    context.close()


@pytest.mark.parametrize("width", [320, 768])
def test_the_matrix_fits_its_window(chromium: Browser, site: Path, width: int) -> None:
    """« Qui dit quoi » is a list on a telephone; on a tablet its columns are narrow, and nothing scrolls sideways."""
    page = chromium.new_page(viewport={"width": width, "height": 740})
    _open(page, site, "accords.html")
    expect(page.locator("table.who-says").first).to_be_visible()
    table = page.locator("table.who-says").first.bounding_box()
    assert table
    assert table["x"] + table["width"] <= width
    page.close()


def test_without_javascript(chromium: Browser, site: Path) -> None:
    """Citations are links, cards open, the whole table stands, and no dead control shows."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    _open(page, site, "affirmations.html")
    expect(page.locator("#claims tbody tr:visible")).to_have_count(5)
    expect(page.locator(".filters")).to_be_hidden()
    _open(page, site, "index.html")
    page.locator(".ref > a").first.click()
    expect(page.locator(f"mark[id='{EVACUATED.id}']")).to_be_in_viewport()
    page.locator("details.note summary").first.click()
    expect(page.locator(f"#n-{EVACUATED.id}")).to_be_visible()
    context.close()


def test_print_opens_the_cards(reader: Page, site: Path) -> None:
    """On paper, closed cards are printed open and controls are gone."""
    _open(reader, site, "articles/crue-2024.html")
    reader.emulate_media(media="print")
    assert reader.locator(f"#n-{HELD.id}").bounding_box() is not None
    expect(reader.locator(".onward")).to_be_hidden()


@pytest.mark.parametrize("name", ["methode", f"n-{HELD.id}", f"articles-{BILAN.id}"])
def test_the_whole_opens_at_the_place_that_is_asked_for(reader: Page, site: Path, name: str) -> None:
    """What stands above is not laid out before somebody scrolls to it, and still has its room."""
    _open(reader, site, f"imprimer.html#{name}")
    expect(reader.locator(f"#{name}")).to_be_in_viewport()
