"""The card of a citation, by mouse, keyboard and touch; from claim to claim; the menu; paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sample import DENIED, EVACUATED, HELD, MORE, RAIN

pytestmark = pytest.mark.browser

ARTICLE = "articles/crue-2024.html"
SAID = ("rapporté", "Préfecture", "habitants ont été évacués", "La crue de mai")


def _open(page: Page, site: Path, name: str) -> None:
    page.goto(f"{site.as_uri()}/{name}")


def _card(page: Page) -> Locator:
    return page.locator("#cite-card")


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A small screen that is touched."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="fr-FR"
    )
    yield context.new_page()
    context.close()


def test_a_card_by_mouse(reader: Page, site: Path) -> None:
    """It says passage, speaker, modality and article; it stays while the pointer is on it, and leaves with it."""
    _open(reader, site, "index.html")
    reader.locator(".ref a").first.hover()
    for words in SAID:
        expect(_card(reader)).to_contain_text(words)
    _card(reader).hover()
    reader.wait_for_timeout(400)
    expect(_card(reader)).to_be_visible()
    reader.mouse.move(2, 2)
    expect(_card(reader)).to_be_hidden()


def test_a_card_by_keyboard(reader: Page, site: Path) -> None:
    """Focus shows it, Escape closes it and leaves the focus where it was; Enter follows the link."""
    _open(reader, site, "index.html")
    link = reader.locator(".ref a").first
    reader.locator("h1").click()
    while not link.evaluate("link => link === document.activeElement"):
        reader.keyboard.press("Tab")
    expect(_card(reader)).to_be_visible()
    reader.keyboard.press("Escape")
    expect(_card(reader)).to_be_hidden()
    expect(link).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.locator(f"mark[id='{EVACUATED.id}']")).to_be_in_viewport()


def test_a_card_by_touch(phone: Page, site: Path) -> None:
    """One tap shows it, within the screen; a tap on it leads to the passage."""
    _open(phone, site, "index.html")
    phone.locator(".ref a").first.tap()
    for words in SAID:
        expect(_card(phone)).to_contain_text(words)
    box = _card(phone).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert phone.url.endswith("index.html")
    _card(phone).get_by_text("Lire dans l’article").tap()
    expect(phone.locator(f"mark[id='{EVACUATED.id}']")).to_be_in_viewport()


def test_a_second_tap_follows_the_link(phone: Page, site: Path) -> None:
    """And a tap elsewhere closes the card."""
    _open(phone, site, "index.html")
    link = phone.locator(".ref a").first
    link.tap()
    phone.locator("h1").tap()
    expect(_card(phone)).to_be_hidden()
    link.tap()
    link.tap()
    phone.wait_for_url(f"**/{ARTICLE}*")


def test_a_screen_reader_hears_the_passage(reader: Page, site: Path) -> None:
    """The description of a number is the passage in the folded list of references."""
    _open(reader, site, "index.html")
    described = reader.locator(".ref a").first.get_attribute("aria-describedby")
    expect(reader.locator(f"#{described}")).to_contain_text("habitants ont été évacués")


def test_a_card_for_a_claim_that_the_page_does_not_hold(reader: Page, site: Path) -> None:
    """What another article says is read from the index, from disk as well."""
    _open(reader, site, f"{ARTICLE}#{EVACUATED.id}")
    reader.locator(f"#n-{EVACUATED.id} a.cite").first.hover()
    for words in ("rapporté", "Source non nommée", "900 habitants auraient été évacués", "Un bilan"):
        expect(_card(reader)).to_contain_text(words)


def test_a_card_stays_in_sight(reader: Page, site: Path) -> None:
    """Near the bottom of the window a card opens upwards."""
    _open(reader, site, "index.html")
    link = reader.locator(".ref a").first
    box = link.bounding_box()
    assert box is not None
    reader.set_viewport_size({"width": 1280, "height": int(box["y"] + box["height"] + 12)})
    link.hover()
    expect(_card(reader)).to_be_in_viewport(ratio=0.99)


def test_a_citation_without_javascript_is_a_link(chromium: Browser, site: Path) -> None:
    """Nothing covers the text."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    _open(page, site, "index.html")
    page.locator(".ref a").first.hover()
    expect(_card(page)).to_have_count(0)
    page.locator(".ref a").first.click()
    expect(page.locator(f"mark[id='{EVACUATED.id}']")).to_be_in_viewport()
    page.context.close()


def test_from_claim_to_claim(reader: Page, site: Path) -> None:
    """Alt and an arrow, or the links, lead to the next and the one before; its card opens, the address says where."""
    _open(reader, site, f"{ARTICLE}#{EVACUATED.id}")
    reader.keyboard.press("Alt+ArrowDown")
    assert reader.url.endswith(HELD.id)
    expect(reader.locator(f"#n-{HELD.id}")).to_be_visible()
    expect(reader.locator(f"#n-{EVACUATED.id}")).to_be_hidden()
    expect(reader.locator(f".call[href='#n-{HELD.id}']")).to_be_focused()
    reader.locator(".jump .after").click()
    assert reader.url.endswith(RAIN.id)
    expect(reader.locator(".jump output")).to_have_text("3 / 3")
    reader.keyboard.press("Alt+ArrowDown")
    assert reader.url.endswith(RAIN.id)
    reader.keyboard.press("Alt+ArrowUp")
    assert reader.url.endswith(HELD.id)


def test_cards_stand_beside_their_passages(reader: Page, site: Path) -> None:
    """Each begins at the height of its sentence or just below the card before it; none covers another."""
    _open(reader, site, ARTICLE)
    before = 0.0
    for claim in (EVACUATED, HELD, RAIN):
        passage = reader.locator(f"mark[id='{claim.id}']").bounding_box()
        card = reader.locator("details.note", has=reader.locator(f"#n-{claim.id}")).bounding_box()
        assert passage is not None
        assert card is not None
        assert card["y"] >= before
        assert card["y"] >= passage["y"] - 8
        before = card["y"] + card["height"]


def test_the_first_key_leads_past_the_menu(reader: Page, site: Path) -> None:
    """Tab, Enter, and the content has the focus."""
    _open(reader, site, ARTICLE)
    reader.keyboard.press("Tab")
    expect(reader.locator(".md-skip")).to_be_focused()
    expect(reader.locator(".md-skip")).to_have_css("opacity", "1")
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_by_keyboard(phone: Page, site: Path) -> None:
    """A button opens it, all sections stand in it, Escape closes it; closed, no key leads into it."""
    _open(phone, site, "index.html")
    button = phone.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(phone.locator(".menu a", has_text="Chronologie")).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(".menu a", has_text="Chronologie")).to_be_visible()
    expect(phone.locator(".menu a", has_text="Méthode")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(phone.locator(".menu a", has_text="Chronologie")).to_be_hidden()


@pytest.mark.parametrize("name", [ARTICLE, "imprimer.html", "methode.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white(chromium: Browser, site: Path, name: str, scheme: str) -> None:
    """Whatever the screen was; what is for the screen is gone."""
    context = chromium.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    _open(page, site, name)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    expect(page.locator(".briefing h1")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".jump, .md-header").first).to_be_hidden()
    context.close()


def test_printing_unfolds(reader: Page, site: Path) -> None:
    """Every card of an article and every list of references."""
    _open(reader, site, ARTICLE)
    reader.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert reader.locator("details.note[open]").count() == 3
    _open(reader, site, "index.html")
    reader.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert reader.locator("details.fold:not([open])").count() == 0


def test_the_address_of_a_link_is_printed(reader: Page, site: Path) -> None:
    """Of one that leads to another site; not of those within."""
    _open(reader, site, "imprimer.html")
    reader.emulate_media(media="print")
    shown = "link => getComputedStyle(link, '::after').content"
    assert "https://echo.example" in reader.locator(".printed a[rel=noopener]").first.evaluate(shown)
    assert reader.locator(f".ref a[href='#{DENIED.id}']").first.evaluate(shown) in ('"]"', "normal")


def test_every_number_of_the_page_to_print_leads_to_its_passage(reader: Page, site: Path) -> None:
    """Within the page."""
    _open(reader, site, "imprimer.html")
    reader.locator(f".ref a[href='#{MORE.id}']").first.click()
    expect(reader.locator(f"mark[id='{MORE.id}']")).to_be_in_viewport()
