"""The chronology as a reader uses it: marks lead to dates, undated claims unfold, on a phone, without script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PAGE = "chronologie.html"


def test_a_mark_of_each_lane_leads_to_what_it_marks(reader: Page, site: Path) -> None:
    """What happened leads to its date on the page, what was published to the article."""
    reader.goto(f"{site.as_uri()}/{PAGE}")
    reader.locator(".strip:not(.issues) a circle").first.click()
    expect(reader.locator("li:target")).to_contain_text("3 mai 2024")
    expect(reader.locator("li:target")).to_be_in_viewport()
    reader.locator(".strip.issues a rect").first.click()
    expect(reader.locator("h1")).to_have_text("La crue de mai")


@pytest.mark.parametrize("script", [True, False])
def test_undated_claims_unfold_by_keyboard(chromium: Browser, site: Path, script: bool) -> None:
    """With and without scripts; the page of a phone scrolls one way."""
    page = chromium.new_context(java_script_enabled=script, viewport={"width": 375, "height": 700}).new_page()
    page.goto(f"{site.as_uri()}/{PAGE}")
    page.locator(".undated summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".undated li").first).to_be_visible()
    assert page.locator("html").evaluate("html => html.scrollWidth") <= 375
    page.context.close()


def test_on_paper_everything_is_unfolded(reader: Page, site: Path) -> None:
    """Nothing that the page holds is lost in print."""
    reader.goto(f"{site.as_uri()}/{PAGE}")
    reader.evaluate("dispatchEvent(new Event('beforeprint'))")
    reader.emulate_media(media="print")
    expect(reader.locator(".undated li").first).to_be_visible()
