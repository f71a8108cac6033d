"""Charts as files: SVG, PNG and CSV hold title, source and address; from disk, by keyboard; nothing without script."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sample import EVACUATED

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = [
    ("chiffres.html", "chiffres.html#"),
    ("chronologie.html", "chronologie.html#strip"),
    ("recoupements/k-1.html", "recoupements/k-1.html#chain"),
    ("index.html", "accords.html#"),
    ("accords.html", "accords.html#questions"),
    ("origine-unique.html", "origine-unique.html#weights"),
]
PAGES = [page for page, _ in CHARTS]


def _saved(page: Page, words: str, to: Path) -> bytes:
    button = page.get_by_role("button", name=words).first
    button.focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    waiting.value.save_as(to)
    return to.read_bytes()


@pytest.mark.parametrize(("name", "address"), CHARTS)
def test_a_chart_as_svg(reader: Page, site: Path, tmp_path: Path, name: str, address: str) -> None:
    """A drawing of its own: shapes, words, title, source, address of its subject, and nothing that is loaded."""
    reader.goto(f"{site.as_uri()}/{name}")
    drawn = ET.fromstring(_saved(reader, "enregistrer en SVG", tmp_path / "a.svg"))  # noqa: S314 - our own output
    words = " ".join(text.text or "" for text in drawn.iter(f"{SVG}text"))
    assert "Source\u00a0: " in words
    assert address in words
    assert drawn.find(f"{SVG}path") is not None
    assert drawn.find(f"{SVG}title") is not None
    known = {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "path", "text")}
    assert {element.tag for element in drawn.iter()} <= known


@pytest.mark.parametrize("name", ["chiffres.html", "chronologie.html", "accords.html"])
def test_a_chart_as_png(reader: Page, site: Path, tmp_path: Path, name: str) -> None:
    """Twice as fine as the page, and not empty."""
    reader.goto(f"{site.as_uri()}/{name}")
    data = _saved(reader, "en PNG", tmp_path / "a.png")
    assert data.startswith(b"\x89PNG")
    width = int.from_bytes(data[16:20], "big")
    assert width > 1000
    assert len(data) > 5000


def test_a_chart_as_csv(reader: Page, site: Path, tmp_path: Path) -> None:
    """Title, source and address above; a line a mark, with where it leads; a French spreadsheet opens it."""
    reader.goto(f"{site.as_uri()}/chiffres.html")
    text = _saved(reader, "en CSV", tmp_path / "a.csv").decode("utf-8-sig")
    lines = text.split("\r\n")
    assert lines[1].startswith('"Source : ')
    assert "chiffres.html" in lines[2]
    assert f"#{EVACUATED.id}" in text
    assert '"1 200 habitants";' in text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "said"),
    [("index.html", "habitants"), ("accords.html", "démenti, "), ("origine-unique.html", "affirmation")],
)
def test_each_chart_has_its_own_rows(reader: Page, site: Path, tmp_path: Path, name: str, said: str) -> None:
    """What its marks and signs say, and where each leads, under title, source and address."""
    reader.goto(f"{site.as_uri()}/{name}")
    lines = _saved(reader, "en CSV", tmp_path / "a.csv").decode("utf-8-sig").strip().split("\r\n")
    assert any(said in line for line in lines[4:])
    assert all(".html" in line for line in lines[5:])


@pytest.mark.parametrize("name", PAGES)
def test_without_script_nothing_is_offered(chromium: Browser, site: Path, name: str) -> None:
    """The charts stand, with no button that does nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{name}")
    expect(page.locator("figure.chart:visible, table:is(.chain, .answers, .who-says):visible").first).to_be_visible()
    expect(page.get_by_role("button", name="en PNG")).to_have_count(0)
    context.close()
