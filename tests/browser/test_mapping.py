"""The map as a reader uses it: a mark opens its passages, by mouse, touch and keyboard, without script, on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from briefing.model.annotation import EntityType, Mention
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from sample import CRUE, DOSSIER, EVACUATED, spot

pytestmark = pytest.mark.browser

PAGE = "carte.html"
TOWNS = {"amont": (48.0, 2.0), "aval": (48.4, 2.6), "plaine": (48.2, 2.2)}


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory, built: Callable[[Path, Dossier], Path]) -> Path:
    """A site whose claim names three towns."""
    rows = tuple(Mention(**spot(CRUE, "habitants"), entity=key, type=EntityType.PLACE) for key in TOWNS)  # type: ignore[arg-type]
    entities = tuple(
        Entity(id=key, name=key.capitalize(), type=EntityType.PLACE, coordinates=at) for key, at in TOWNS.items()
    )
    naming = replace(EVACUATED, entities=rows)
    files = tuple(replace(f, claims=tuple(naming if c.id == naming.id else c for c in f.claims)) for f in DOSSIER.files)
    dossier = replace(DOSSIER, files=files, entities=(*DOSSIER.entities, *entities))
    return built(tmp_path_factory.mktemp("mapped"), dossier)


def test_a_mark_opens_its_passages(reader: Page, mapped: Path) -> None:
    """With the mouse; what it opens is in sight."""
    reader.goto(f"{mapped.as_uri()}/{PAGE}")
    reader.locator(".marks circle").first.click()
    expect(reader.locator("details:target")).to_have_attribute("open", "")
    expect(reader.locator("details:target .told")).to_be_in_viewport()


def test_a_list_says_the_same_by_keyboard(reader: Page, mapped: Path) -> None:
    """The drawing is for the eye; the list is reached by the tabulator key and opens on a key."""
    reader.goto(f"{mapped.as_uri()}/{PAGE}")
    reader.locator(".places summary").first.focus()
    reader.keyboard.press("Enter")
    expect(reader.locator(".places .told").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_a_finger_opens_it(chromium: Browser, mapped: Path, script: bool) -> None:
    """A mark leads to its place in the list with and without scripts; the page scrolls one way."""
    phone = chromium.new_context(
        java_script_enabled=script, has_touch=True, viewport={"width": 375, "height": 700}
    ).new_page()
    phone.goto(f"{mapped.as_uri()}/{PAGE}")
    phone.locator(".marks circle").first.tap()
    expect(phone.locator("details:target")).to_be_in_viewport()
    if not script:
        phone.locator("details:target summary").tap()
    expect(phone.locator("details:target .told")).to_be_visible()
    assert phone.locator("html").evaluate("html => html.scrollWidth") <= 375
    phone.context.close()


def test_on_paper_every_passage_stands(reader: Page, mapped: Path) -> None:
    """What a click would open is open."""
    reader.goto(f"{mapped.as_uri()}/{PAGE}")
    reader.evaluate("dispatchEvent(new Event('beforeprint'))")
    reader.emulate_media(media="print")
    expect(reader.locator(".places .told")).to_have_count(3)
    for told in reader.locator(".places .told").all():
        expect(told).to_be_visible()
