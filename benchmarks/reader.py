"""What a reader waits for: the first result of a search, and the claims of one kind among all."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_WORD = "maire"
"""One that every made-up corpus holds."""


def waits(site: Path) -> dict[str, float]:
    """Seconds of each, by its name, in a browser that has seen nothing of the site; nothing without Chromium."""
    if CHROMIUM is None:
        return {}
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, wait in {"first search result": _searched, "claims of one modality": _filtered}.items():
            found[name] = wait(browser.new_context().new_page(), site.as_uri())
        browser.close()
    return found


def _searched(page: Page, site: str) -> float:
    """From the first letter typed."""
    page.goto(f"{site}/chiffres.html")
    page.keyboard.press("/")
    began = time.perf_counter()
    page.keyboard.type(_WORD)
    page.get_by_role("option").first.wait_for()
    return time.perf_counter() - began


def _filtered(page: Page, site: str) -> float:
    """From the address of the filtered table to its rows."""
    began = time.perf_counter()
    page.goto(f"{site}/affirmations.html?modality=alleged")
    page.locator("#claims:not([aria-busy]) tbody tr:visible").first.wait_for()
    return time.perf_counter() - began
