"""From an article's page to what was not taken, and from there to its place in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/crue-2024.html"


def test_what_is_no_claim_is_shown_on_request(reader: Page, site: Path) -> None:
    """Plain at first; a wave under it once the box is checked."""
    reader.goto(f"{site.as_uri()}/{ARTICLE}")
    opinion = reader.locator(".aside", has_text="Deux ponts fermés")
    expect(opinion).to_have_css("text-decoration-style", "solid")
    reader.get_by_label("montrer ce qui n’est pas retenu").check(force=True)
    expect(opinion).to_have_css("text-decoration-style", "wavy")


@pytest.mark.parametrize("script", [True, False])
def test_from_the_reason_to_the_sentence(chromium: Browser, site: Path, script: bool) -> None:
    """By keyboard, with and without scripts: open a reason, follow a sentence to its place."""
    page = chromium.new_context(java_script_enabled=script, viewport={"width": 375, "height": 700}).new_page()
    page.goto(f"{site.as_uri()}/{ARTICLE}")
    page.get_by_role("link", name="pourquoi", exact=True).click()
    reason = page.locator(".not-taken summary", has_text="Jugements")
    expect(reason).to_be_in_viewport()
    reason.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".aside:target")).to_have_text("Deux ponts fermés")
    expect(page.locator(".aside:target")).to_be_in_viewport()
    page.context.close()
