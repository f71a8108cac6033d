"""A site built once from the sample dossier, and a page of the system's Chromium to read it with."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from briefing import project
from briefing.model.claim import Modality
from briefing.model.dossier import Aside, Dossier, Noted
from briefing.model.relation import Difference, DifferenceKind, Field
from briefing.model.span import Span
from briefing.pages.bare.policy import POLICY

sys.path.insert(0, str(Path(__file__).parents[1]))
from sample import CRUE, DENIED, DOSSIER, EVACUATED, HELD, MORE, asking

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPINION = Aside(Span(CRUE.text.index("- Deux ponts") + 2, CRUE.text.index("- Une école") - 1), Modality.OPINION)
DENIAL = Difference(
    id="d-2",
    kind=DifferenceKind.CONTRADICTION,
    claims=(EVACUATED.id, DENIED.id),
    field=Field.POLARITY,
    reason="affirmé ici, démenti là",
)
DISPUTED = replace(DOSSIER, differences=(*DOSSIER.differences, DENIAL))
INDEX = f"# Crues\n\n1 200 habitants sont partis [@{EVACUATED.id}; @{MORE.id}]. La digue tient [@{HELD.id}].\n"


def _need_browser() -> str:
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium: install Debian's package `chromium`")
        pytest.skip("no Chromium on this machine")
    return CHROMIUM


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site's folder."""
    dossier = replace(asking(DISPUTED), noted={CRUE.id: Noted(asides=(OPINION,))})
    return _built(tmp_path_factory.mktemp("project"), dossier)


@pytest.fixture(scope="session")
def built() -> Callable[[Path, Dossier], Path]:
    """What builds the site of another dossier in an empty folder."""
    return _built


def _built(root: Path, dossier: Dossier) -> Path:
    """The folder of the site of a dossier, in a project that is as empty as can be."""
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text(INDEX, "utf-8")
    ours = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")
    config_of_sample = ours.split("\nnav:")[0] + "\nplugins:" + ours.split("\nplugins:")[1]
    (root / "mkdocs.yml").write_text(config_of_sample, "utf-8")
    patch = pytest.MonkeyPatch()
    patch.setenv("NO_MKDOCS_2_WARNING", "1")
    patch.setattr(project, "refresh", lambda _root, **_: project.Loaded(dossier))
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    patch.undo()
    return root / "site"


class _Strict(SimpleHTTPRequestHandler):
    """Serves a folder under a policy that allows no script but the site's own files, and no connection."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def http(site: Path) -> Iterator[str]:
    """The site's address on a server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once."""
    path = _need_browser()
    with sync_playwright() as playwright:
        browser = _launch(playwright, path)
        yield browser
        browser.close()


def _launch(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    """A page whose console errors and requests outside the site fail the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    page = context.new_page()
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on(
        "request", lambda request: seen.append(request.url) if not request.url.startswith(("file:", "data:")) else None
    )
    yield page
    context.close()
    assert seen == []
