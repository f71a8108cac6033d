"""The search box in a browser: from disk, over http under a strict policy, by keyboard, by touch."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sample import EVACUATED, HELD, MORE
from waiting import until

pytestmark = pytest.mark.browser


def _search(page: Page, text: str) -> Locator:
    """Type into the box as a reader does; the claims among the results."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    return page.get_by_role("option").filter(has=page.locator(".modality"))


def test_an_index_that_is_gone_is_looked_for_anew(chromium: Browser, http: str) -> None:
    """A browser that kept where the last edition's index stood asks again, and finds."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.route("**/where.js", lambda route: route.fulfill(body='briefingSearch.add("where", "search-gone")'))
    page.goto(f"{http}/chiffres.html")
    expect(_search(page, "habitant")).not_to_have_count(0)
    page.close()


@pytest.mark.parametrize("doubled", ["", "/"])
def test_the_index_is_asked_of_no_other_host(chromium: Browser, http: str, doubled: str) -> None:
    """By its path alone, also under an address that begins with two slashes, as if with the name of a host."""
    asked: list[str] = []
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{http}{doubled}/chiffres.html")
    expect(_search(page, "habitant")).not_to_have_count(0)
    scripts = page.eval_on_selector_all("script", "all => all.map(script => script.getAttribute('src'))")
    page.close()

    assert [script for script in scripts if "/search-" in script]
    assert not [script for script in scripts if ":" in script or script.startswith("//")]
    assert not [address for address in asked if not address.startswith(f"{http}/")]


def test_a_result_from_disk(reader: Page, site: Path) -> None:
    """Passage with its words marked, speaker, modality, article; one click leads to the passage."""
    reader.goto(f"{site.as_uri()}/chiffres.html")
    results = _search(reader, "evacuer habitant")
    expect(results).to_have_count(2)
    expect(reader.get_by_role("status")).to_have_text("2 affirmations")
    told = results.filter(has_text="préfecture")
    for words in ("1 200 habitants ont été évacués le 3 mai 2024", "rapporté", "préfecture", "La crue de mai"):
        expect(told).to_contain_text(words)
    assert told.locator("mark").all_inner_texts() == ["habitants", "évacués"]
    expect(told.locator(".m.m-alleged")).to_have_text("rapporté")
    told.click()
    expect(reader.locator(f"mark[id='{EVACUATED.id}']")).to_be_in_viewport()
    assert reader.url.endswith(f"articles/crue-2024.html#{EVACUATED.id}")


def test_over_http_under_a_strict_policy(chromium: Browser, http: str) -> None:
    """Only the site's own scripts run and nothing is fetched; from a page in a folder, the address is right."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{http}/articles/bilan-2024.html")
    results = _search(page, "digue")
    expect(results).to_have_count(1)
    results.click()
    expect(page.locator(f"mark[id='{HELD.id}']")).to_be_in_viewport()
    assert page.url == f"{http}/articles/crue-2024.html#{HELD.id}"
    page.close()


def test_on_the_page_of_a_lost_address(chromium: Browser, http: str) -> None:
    """Its addresses begin at the root of the site, wherever the reader got lost."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{http}/404.html")
    results = _search(page, "digue")
    expect(results).to_have_attribute("href", f"{http}/articles/crue-2024.html#{HELD.id}")
    page.close()


def test_by_keyboard_alone(reader: Page, site: Path) -> None:
    """Slash, arrows, Enter, Escape; a screen reader is told what is open and selected."""
    reader.goto(f"{site.as_uri()}/methode.html")
    results = _search(reader, "evacues")
    box = reader.get_by_role("combobox", name="Rechercher")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(results).to_have_count(2)
    for key, place in (("", 0), ("ArrowDown", 1), ("ArrowDown", 0), ("ArrowUp", 1)):
        if key:
            reader.keyboard.press(key)
        expect(box).to_have_attribute("aria-activedescendant", f"found-{place}")
        expect(results.nth(place)).to_have_attribute("aria-selected", "true")
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("listbox")).to_be_hidden()
    expect(box).not_to_be_focused()
    reader.keyboard.press("/")
    expect(results).to_have_count(2)
    reader.keyboard.press("Enter")
    expect(reader.locator(f"mark[id='{MORE.id}']")).to_be_in_viewport()


def test_a_slash_in_a_field_is_a_slash(reader: Page, site: Path) -> None:
    """The key belongs to who is writing."""
    reader.goto(f"{site.as_uri()}/affirmations.html")
    field = reader.get_by_role("searchbox", name="Mots")
    field.focus()
    reader.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_nothing_found_and_something_near(reader: Page, site: Path) -> None:
    """It says which words it dropped or corrected."""
    reader.goto(f"{site.as_uri()}/index.html")
    status = reader.get_by_role("status")
    results = _search(reader, "dragon")
    expect(status).to_have_text("Aucune affirmation ne contient ces mots.")
    expect(results).to_have_count(0)
    reader.keyboard.press("Control+A")
    reader.keyboard.type("prefetcure")
    expect(status).to_contain_text("prefecture")
    expect(results).to_have_count(1)
    reader.keyboard.press("Control+A")
    reader.keyboard.type("digue dragon")
    expect(status).to_contain_text("ne contient tous ces mots")
    expect(results).to_have_count(1)


def test_enter_without_a_result_leads_to_the_table(reader: Page, site: Path) -> None:
    """The table of claims takes the words up in its address and finds them in all their forms."""
    reader.goto(f"{site.as_uri()}/index.html")
    _search(reader, "dragon")
    expect(reader.get_by_role("status")).to_contain_text("Aucune")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/affirmations.html?words=dragon")
    rows = reader.locator("#claims tbody tr:visible")
    expect(rows).to_have_count(0)
    reader.get_by_role("searchbox", name="Mots").fill("evacuer")
    expect(rows).to_have_count(2)
    reader.get_by_role("searchbox", name="Mots").fill('"La digue"')
    expect(rows).to_have_count(1)


def test_on_a_phone(chromium: Browser, site: Path) -> None:
    """The magnifier opens the box over the page; the arrow closes it; nothing is wider than the screen."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    page.locator(".md-header__button[for=__search]").tap()
    expect(page.get_by_role("combobox", name="Rechercher")).to_be_focused()
    page.keyboard.type("digue")
    expect(page.get_by_role("option").first).to_be_visible()
    until(page, "document.documentElement.scrollWidth <= 360")  # once the theme has opened it
    page.locator(".md-search__icon[for=__search]").tap()
    expect(page.get_by_role("listbox")).to_be_hidden()
    context.close()


def test_without_javascript_there_is_no_box(chromium: Browser, site: Path) -> None:
    """A dead control never shows."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    expect(page.locator("input[name=words]").first).to_be_hidden()
    context.close()
