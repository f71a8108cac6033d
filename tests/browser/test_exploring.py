"""The table of claims in a browser: what a reader chooses stands in the address; charts lead to passages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Locator, Page, expect

from briefing.model.dossier import Dossier
from sample import DENIED, DOSSIER, EVACUATED, MORE

pytestmark = pytest.mark.browser
HURRIED = """async () => {
  const choose = (...names) => names.forEach(name => document.querySelector(`[name=modality][value=${name}]`).click());
  const rows = document.querySelector("#claims tbody").rows;
  choose("alleged");
  while (rows.length !== 25) await new Promise(done => setTimeout(done));
  choose("alleged", "possible");
}"""
"""Another choice is made when the first rows of the one before stand there."""


def _open(page: Page, site: Path, query: str = "") -> Locator:
    """The table's rows."""
    page.goto(f"{site.as_uri()}/affirmations.html{query}")
    expect(page.locator("#claims:not([aria-busy])")).to_be_visible()
    return page.locator("#claims tbody tr:visible")


def _passages(rows: Locator) -> list[str]:
    return [text.strip("«» \u00a0") for text in rows.locator("th").all_inner_texts()]


def test_filters_live_in_the_address(reader: Page, site: Path) -> None:
    """A choice changes the address, and the address restores the choice."""
    rows = _open(reader, site)
    expect(rows).to_have_count(5)
    reader.locator("label.chip", has_text="rapporté").click()
    expect(rows).to_have_count(2)
    expect(reader.locator("output")).to_have_text("2 affirmations affichées")
    assert reader.url.endswith("affirmations.html?modality=alleged")
    reader.reload()
    expect(rows).to_have_count(2)
    expect(reader.get_by_role("checkbox", name="rapporté")).to_be_checked()
    reader.get_by_role("link", name="Tout afficher").click()
    expect(rows).to_have_count(5)
    assert reader.url.endswith("affirmations.html")


def test_the_back_button_undoes_a_choice(reader: Page, site: Path) -> None:
    """Each choice is a step; words are one step however many letters they have."""
    rows = _open(reader, site)
    reader.get_by_role("checkbox", name="démenti").check()
    expect(rows).to_have_count(1)
    reader.get_by_role("checkbox", name="rapporté").check()
    expect(rows).to_have_count(3)
    reader.get_by_role("searchbox", name="Mots").press_sequentially("evacuer")
    expect(rows).to_have_count(2)
    reader.go_back()
    expect(rows).to_have_count(3)
    expect(reader.get_by_role("searchbox", name="Mots")).to_have_value("")
    reader.go_back()
    expect(rows).to_have_count(1)
    reader.go_back()
    expect(rows).to_have_count(5)
    reader.go_forward()
    expect(rows).to_have_count(1)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?speaker=prefecture", 1),
        ("?actor=etat", 1),
        ("?article=bilan-2024", 2),
        ("?from=2024-06-01", 2),
        ("?to=2024-05-31", 3),
        ("?from=2024-05-04&to=2024-05-04", 3),
        ("?status=draft", 5),
        ("?status=reviewed", 0),
        ("?article=bilan-2024&modality=denied", 1),
        ("?speaker=nobody-here", 0),
        ("?words=évacués", 2),
        ("?words=evacues", 2),
        ("?words=%22La%20digue%22", 1),
        ("?words=dragon", 0),
        ("?page=99", 5),
        ("?unknown=1", 5),
    ],
)
def test_an_address_can_be_sent(reader: Page, site: Path, query: str, count: int) -> None:
    """Whoever opens it sees the same claims; what nothing answers says so."""
    rows = _open(reader, site, query)
    expect(rows).to_have_count(count)
    expect(reader.locator(".nothing")).to_be_visible(visible=count == 0)


def test_rows_lead_to_the_passage(reader: Page, site: Path) -> None:
    """A chosen row says what the written one says, and leads to the same place."""
    written = _open(reader, site).filter(has_text="1 200 habitants")
    words, address = written.inner_text(), written.locator("th a").get_attribute("href")
    chosen = _open(reader, site, "?speaker=prefecture")
    assert chosen.inner_text() == words
    assert str(chosen.locator("th a").get_attribute("href")).endswith(str(address).removeprefix("."))
    chosen.locator("th a").click()
    expect(reader.locator(f"mark[id='{EVACUATED.id}']")).to_be_in_viewport()


@pytest.mark.parametrize("query", ["", "?modality=alleged"])
def test_a_row_has_a_card(reader: Page, site: Path, query: str) -> None:
    """As every mark of a chart: who says it, and the buttons to take it along, also in rows that were chosen."""
    _open(reader, site, query).first.locator("th a").hover()
    expect(reader.locator("#cite-card")).to_be_visible()
    expect(reader.locator("#cite-card .take")).to_have_count(2)


def test_sorting_by_list_and_by_heading(reader: Page, site: Path) -> None:
    """Both say the same, and the heading is told to screen readers."""
    rows = _open(reader, site)
    newest = _passages(rows)
    assert newest[:2] == [MORE.evidence.exact, DENIED.evidence.exact]
    reader.get_by_label("Trier par").select_option("oldest")
    expect(rows.first).to_contain_text("1 200 habitants")
    heading = reader.get_by_role("columnheader", name="Modalité")
    heading.get_by_role("button").click()
    expect(rows.first).to_contain_text("La digue")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(reader.get_by_label("Trier par")).to_have_value("modality")
    assert reader.url.endswith("?sort=modality")


def test_by_keyboard_alone(reader: Page, site: Path) -> None:
    """A filter keeps the focus where it was, and the count is announced."""
    rows = _open(reader, site)
    box = reader.get_by_role("checkbox", name="possible")
    box.focus()
    reader.keyboard.press("Space")
    expect(rows).to_have_count(1)
    expect(box).to_be_focused()
    expect(reader.locator("output[aria-live=polite]")).to_have_text("1 affirmation affichée")


def test_without_javascript_the_table_stands(chromium: Browser, site: Path) -> None:
    """All rows, no dead control, and each chart's marks are links that lead somewhere."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/affirmations.html?modality=denied")
    expect(page.locator("#claims tbody tr:visible")).to_have_count(5)
    expect(page.locator(".filters")).to_be_hidden()
    page.goto(f"{site.as_uri()}/chiffres.html")
    page.locator(".chart a.cite").first.click()
    expect(page.locator(f"mark[id='{EVACUATED.id}']")).to_be_in_viewport()
    context.close()


def test_a_page_that_people_wrote_is_found(reader: Page, site: Path) -> None:
    """Its paragraph stands under the page's name, after the claims, and counts apart."""
    reader.goto(f"{site.as_uri()}/methode.html")
    reader.keyboard.press("/")
    reader.keyboard.type("partis")
    results = reader.get_by_role("option")
    expect(results).to_have_count(1)
    expect(reader.get_by_role("status")).to_have_text("1 page")
    expect(results).to_contain_text("page")
    results.click()
    reader.wait_for_url("**/index.html#crues")


def test_a_choice_ends_the_one_before(
    chromium: Browser, built: Callable[[Path, Dossier], Path], tmp_path: Path
) -> None:
    """Rows come a few at a time, so that the page answers meanwhile: none of an older choice comes late."""
    many = tuple(replace(MORE, id=f"c-{n:08x}") for n in range(120))
    files = (DOSSIER.files[0], replace(DOSSIER.files[1], claims=(*many, MORE)))
    page = chromium.new_page()
    rows = _open(page, built(tmp_path, replace(DOSSIER, files=files, corroborations=(), differences=(), measures=())))
    expect(rows).to_have_count(124)
    page.evaluate(HURRIED)
    expect(rows).to_have_count(1)
    page.wait_for_timeout(300)
    expect(rows).to_have_count(1)
    page.close()
