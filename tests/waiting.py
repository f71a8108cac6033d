"""Waiting for what a page comes to, asked from outside: the site's policy lets no script be evaluated inside."""

from __future__ import annotations

from playwright.sync_api import Page

_TRIES, _PAUSE = 200, 50


def until(page: Page, expression: str) -> None:
    """Return once an expression is true on the page; fail the test where it does not become so in ten seconds."""
    for _ in range(_TRIES):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(_PAUSE)
    raise AssertionError(f"this did not come true: {expression}")
