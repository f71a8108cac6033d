"""What a reader does: follow a citation to its passage, open cards, filter, read on a phone, in the dark, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sample import EVACUATED, HELD

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


def test_a_card_by_mouse_and_by_keyboard(reader: Page, site: Path) -> None:
    """Hover or focus shows passage, speaker, modality and article; Escape closes it."""
    _open(reader, site, "index.html")
    reference = reader.locator(".ref").first
    card = reference.locator(".card")
    expect(card).to_be_hidden()
    reference.locator("a").hover()
    for words in ("allégué", "Préfecture", "habitants ont été évacués", "La crue de mai"):
        expect(card).to_contain_text(words)
    expect(card).to_be_visible()
    reader.mouse.move(0, 0)
    expect(card).to_be_hidden()
    reference.locator("a").focus()
    expect(card).to_be_visible()
    reader.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_filters_live_in_the_address(reader: Page, site: Path) -> None:
    """A choice changes the address; the address restores the choice; words match without accents."""
    _open(reader, site, "affirmations.html")
    rows = reader.locator("#claims tbody tr:visible")
    expect(rows).to_have_count(5)
    reader.locator("label.chip", has_text="allégué").click()
    expect(rows).to_have_count(2)
    expect(reader.locator("output")).to_have_text("2 affirmations affichées")
    assert "modality=alleged" in reader.url
    reader.reload()
    expect(rows).to_have_count(2)
    reader.get_by_label("Mots du passage").fill("evacues tempete")
    expect(rows).to_have_count(0)
    expect(reader.locator(".nothing")).to_be_visible()
    reader.get_by_role("button", name="Tout afficher").click()
    expect(rows).to_have_count(5)


def test_a_filter_by_speaker(reader: Page, site: Path) -> None:
    """The link of a filtered table can be sent to somebody."""
    _open(reader, site, "affirmations.html?speaker=prefecture")
    expect(reader.locator("#claims tbody tr:visible")).to_have_count(1)
    expect(reader.get_by_label("Locuteur")).to_have_value("prefecture")


def test_a_permalink_from_elsewhere_opens_its_card(reader: Page, site: Path) -> None:
    """The address of a claim shows the passage and its card."""
    _open(reader, site, f"articles/crue-2024.html#{HELD.id}")
    expect(reader.locator(f"#n-{HELD.id}")).to_be_visible()


@pytest.mark.parametrize("name", ["index.html", "articles/crue-2024.html", "affirmations.html", "chiffres.html"])
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


def test_a_card_stays_in_sight(reader: Page, site: Path) -> None:
    """Near the bottom of the window a card opens upwards."""
    _open(reader, site, "index.html")
    reference = reader.locator(".ref").first
    box = reference.locator("a").bounding_box()
    assert box is not None
    reader.set_viewport_size({"width": 1280, "height": int(box["y"] + box["height"] + 12)})
    reference.locator("a").hover()
    expect(reference.locator(".card")).to_be_in_viewport(ratio=0.99)
