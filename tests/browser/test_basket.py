"""The basket: claims chosen on any page, kept by the browser, written as Markdown, DOCX, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Page, expect

from sample import EVACUATED, HELD

pytestmark = pytest.mark.browser

ARTICLE, BASKET = "articles/crue-2024.html", "panier.html"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _choose(page: Page, site: Path, *claims: str) -> None:
    for claim in claims:
        page.goto(f"{site.as_uri()}/{ARTICLE}#{claim}")
        note = page.locator("details.note", has=page.locator(f"#n-{claim}"))
        note.get_by_role("button", name="ajouter au panier").click()
        expect(note.get_by_role("button", name="dans le panier")).to_have_attribute("aria-pressed", "true")


def _saved(page: Page, words: str, to: Path) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words).click()
    waiting.value.save_as(to)
    return to.read_bytes()


def test_an_empty_basket_says_where_to_begin(reader: Page, site: Path) -> None:
    """And offers nothing to save."""
    reader.goto(f"{site.as_uri()}/{BASKET}")
    expect(reader.locator(".basket-empty")).to_be_visible()
    expect(reader.locator(".basket-files button")).to_have_count(0)


def test_what_is_chosen_is_kept_ordered_and_removed(reader: Page, site: Path) -> None:
    """From page to page, after a reload, by keyboard."""
    _choose(reader, site, EVACUATED.id, HELD.id)
    reader.goto(f"{site.as_uri()}/{BASKET}")
    rows = reader.locator(".basket > li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("habitants ont été évacués")
    expect(rows.first).to_contain_text("rapporté")
    up = rows.nth(1).get_by_role("button", name="monter d’un rang")
    up.focus()
    reader.keyboard.press("Enter")
    expect(rows.first).to_contain_text("La digue a tenu")
    reader.reload()
    expect(rows.first).to_contain_text("La digue a tenu")
    rows.first.get_by_role("button", name="retirer").click()
    expect(rows).to_have_count(1)
    reader.get_by_role("button", name="vider le panier").click()
    expect(reader.locator(".basket-empty")).to_be_visible()


def test_a_claim_that_is_gone_leads_to_its_page(reader: Page, site: Path) -> None:
    """It is said, and is in no file."""
    _choose(reader, site, HELD.id)
    reader.goto(f"{site.as_uri()}/{BASKET}")
    reader.evaluate("briefingTaking.keep(['c-00000000'])")
    reader.reload()
    expect(reader.locator(".basket > li a")).to_have_attribute("href", f"{site.as_uri()}/affirmations/c-00000000.html")
    expect(reader.get_by_role("button", name="Markdown")).to_have_count(0)


def test_markdown_keeps_notes_as_notes(reader: Page, site: Path, tmp_path: Path) -> None:
    """A passage with its note, a note with speaker, modality, article and address."""
    _choose(reader, site, EVACUATED.id, HELD.id)
    reader.goto(f"{site.as_uri()}/{BASKET}")
    text = _saved(reader, "Markdown", tmp_path / "a.md").decode().replace("\u00a0", " ").replace("\u202f", " ")
    assert "« La digue a tenu ! »[^2]" in text
    note = next(line for line in text.splitlines() if line.startswith("[^1]: "))
    for part in ("Préfecture (rapporté)", "La crue de mai", EVACUATED.id):
        assert part in note


def test_docx_keeps_notes_as_notes(reader: Page, site: Path, tmp_path: Path) -> None:
    """A sound archive whose document refers to its footnotes; the same choice makes the same bytes."""
    _choose(reader, site, EVACUATED.id, HELD.id)
    reader.goto(f"{site.as_uri()}/{BASKET}")
    first = _saved(reader, "DOCX", tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert archive.testzip() is None
        parts = {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - our own output
    asked = [ref.get(f"{W}id") for ref in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    notes = {note.get(f"{W}id"): "".join(note.itertext()) for note in parts["word/footnotes.xml"].iter(f"{W}footnote")}
    assert asked == ["1", "2"]
    assert "(rapporté)" in notes["1"]
    assert HELD.id in notes["2"]
    assert _saved(reader, "DOCX", tmp_path / "b.docx") == first


def test_bibtex_and_csl(reader: Page, site: Path, tmp_path: Path) -> None:
    """An entry a claim, with its article's data and what the claim says; other programs read them."""
    _choose(reader, site, EVACUATED.id, HELD.id)
    reader.goto(f"{site.as_uri()}/{BASKET}")
    entries = parse_string(_saved(reader, "BibTeX", tmp_path / "a.bib").decode()).entries
    assert [entry.key for entry in entries] == [EVACUATED.id, HELD.id]
    fields = {field.key: field.value for field in entries[0].fields}
    assert fields["title"] == "{La crue de mai}"
    assert "(rapporté)" in fields["note"]
    records = json.loads(_saved(reader, "CSL-JSON", tmp_path / "a.json"))
    assert [record["id"] for record in records] == [EVACUATED.id, HELD.id]
    assert records[0]["container-title"] == "L’Écho"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_script_it_says_so(chromium: Browser, site: Path, scheme: str) -> None:
    """And no dead button shows; a phone scrolls one way."""
    size = {"width": 375, "height": 700}
    context = chromium.new_context(java_script_enabled=False, viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{BASKET}")
    expect(page.get_by_text("Sans JavaScript, un panier ne peut rien garder")).to_be_visible()
    expect(page.locator(".briefing button:visible")).to_have_count(0)
    assert page.locator("html").evaluate("html => html.scrollWidth") <= 375
    context.close()
