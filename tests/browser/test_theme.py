"""The frame of the theme without the theme's scripts: colours, the way to the top, the table of contents, icons."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from waiting import until

pytestmark = pytest.mark.browser
_SCHEME = "document.body.dataset.mdColorScheme"


def _open(page: Page, site: Path, name: str) -> None:
    page.goto(f"{site.as_uri()}/{name}")


def test_a_reader_chooses_the_colours(reader: Page, site: Path) -> None:
    """By mouse and by keyboard; the choice holds on the next page, and no page shows the other colours first."""
    _open(reader, site, "index.html")
    assert reader.evaluate(_SCHEME) == "default"
    reader.get_by_title("Passer au mode sombre").click()
    assert reader.evaluate(_SCHEME) == "slate"
    _open(reader, site, "articles/crue-2024.html")
    assert reader.evaluate(_SCHEME) == "slate"
    expect(reader.get_by_title("Passer au mode clair")).to_be_visible()
    expect(reader.get_by_title("Passer au mode sombre")).to_be_hidden()
    reader.locator("input[name=__palette]:checked").focus()
    reader.keyboard.press("Enter")
    assert reader.evaluate(_SCHEME) == "default"


def test_without_a_choice_the_system_decides(chromium: Browser, site: Path) -> None:
    """Also when it changes while the page is open."""
    page = chromium.new_page(color_scheme="dark")
    _open(page, site, "index.html")
    assert page.evaluate(_SCHEME) == "slate"
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.close()


def test_a_store_that_is_refused_or_spoilt(chromium: Browser, site: Path) -> None:
    """The colours of the system, and a choice for this page."""
    page = chromium.new_page(color_scheme="light")
    page.add_init_script("Storage.prototype.getItem = () => '{'; Storage.prototype.setItem = () => { throw 1 }")
    _open(page, site, "index.html")
    assert page.evaluate(_SCHEME) == "default"
    page.close()


def test_the_header_names_the_page_that_scrolled_away(reader: Page, site: Path) -> None:
    """And the way to the top is offered to who turns back."""
    _open(reader, site, "imprimer.html")
    header, back = reader.locator(".md-header__title"), reader.locator(".md-top")
    expect(header).not_to_contain_class("md-header__title--active")
    reader.mouse.wheel(0, 2000)
    expect(header).to_contain_class("md-header__title--active")
    expect(back).to_have_attribute("hidden", "")
    reader.mouse.wheel(0, -300)
    expect(back).not_to_have_attribute("hidden", "")
    back.click()
    until(reader, "scrollY === 0")


def test_icons_are_there_from_disk(reader: Page, site: Path) -> None:
    """A sign has a shape; nothing was refused, as the fixture sees."""
    _open(reader, site, "affirmations.html")
    shapes = reader.evaluate(
        "[...document.querySelectorAll('.modality')].map(m => getComputedStyle(m, '::before').clipPath.split('(')[0])"
    )
    assert shapes
    assert set(shapes) <= {"polygon", "circle"}
