"""What a reader takes along: a sentence with its source in one click, from any card; the basket keeps its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from briefing.model.claim import Status
from briefing.model.dossier import Dossier
from sample import EVACUATED, HELD, holding

pytestmark = pytest.mark.browser

ARTICLE = "articles/crue-2024.html"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory, built: Callable[[Path, Dossier], Path]) -> Path:
    """A site with two claims that a person checked, which have pages of their own."""
    claims = (replace(claim, status=Status.REVIEWED) for claim in (EVACUATED, HELD))
    return built(tmp_path_factory.mktemp("checked"), holding(*claims))


@pytest.fixture
def taker(chromium: Browser) -> Iterator[Page]:
    """A page whose clipboard can be read."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def _copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\u00a0", " ").replace("\u202f", " ")


def test_one_click_beside_the_text(taker: Page, site: Path) -> None:
    """Passage, speaker, modality, article and address."""
    taker.goto(f"{site.as_uri()}/{ARTICLE}#{EVACUATED.id}")
    note = taker.locator("details.note", has=taker.locator(f"#n-{EVACUATED.id}"))
    note.get_by_role("button", name="copier la phrase et sa source").click()
    expect(note.get_by_role("button", name="Copié")).to_be_visible()
    for part in ("1 200 habitants", "préfecture (rapporté)", "La crue de mai", f"#{EVACUATED.id}"):
        assert part in _copied(taker)


def test_from_a_card_by_keyboard(taker: Page, site: Path) -> None:
    """Tab goes into the card and on; Escape comes back."""
    taker.goto(f"{site.as_uri()}/index.html")
    link = taker.locator(".ref > a").first
    taker.keyboard.press("Tab")
    link.focus()
    expect(taker.locator("#cite-card .take").first).to_be_visible()
    taker.keyboard.press("Tab")
    taker.keyboard.press("Enter")
    expect(taker.locator("#cite-card")).to_contain_text("Copié")
    assert EVACUATED.evidence.exact in _copied(taker)
    taker.keyboard.press("Tab")
    taker.keyboard.press("Enter")
    expect(taker.locator("#cite-card [aria-pressed=true]")).to_have_text("dans le panier ✓")
    taker.keyboard.press("Escape")
    expect(taker.locator("#cite-card")).to_be_hidden()
    expect(link).to_be_focused()


def test_the_page_of_a_claim(taker: Page, checked: Path) -> None:
    """Its quotation is copied as HTML; opened as a frame would, it shows the card alone."""
    taker.goto(f"{checked.as_uri()}/affirmations/{EVACUATED.id}.html")
    taker.get_by_role("button", name="Copier la citation (HTML)").click()
    assert _copied(taker).startswith("<blockquote ")
    taker.goto(f"{checked.as_uri()}/affirmations/{HELD.id}.html#carte")
    expect(taker.locator("article.card")).to_be_visible()
    expect(taker.locator("h1")).to_be_hidden()
    expect(taker.get_by_text("Intégrer")).to_be_hidden()


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_a_claim_without_script(chromium: Browser, checked: Path, width: int, scheme: str) -> None:
    """All is there but the buttons; it scrolls one way."""
    size = {"width": width, "height": 800}
    context = chromium.new_context(java_script_enabled=False, viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{checked.as_uri()}/affirmations/{EVACUATED.id}.html")
    expect(page.locator("article.card")).to_contain_text("habitants ont été évacués")
    expect(page.locator("button:visible")).to_have_count(0)
    assert page.locator("html").evaluate("html => html.scrollWidth") <= width
    context.close()


def test_nothing_is_asked_of_another_site(reader: Page, checked: Path) -> None:
    """Nor does the policy refuse anything of the page's own."""
    reader.goto(f"{checked.as_uri()}/affirmations/{EVACUATED.id}.html")
    expect(reader.locator("article.card")).to_be_visible()
