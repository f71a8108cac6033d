"""The exported Markdown as a reader meets it: built by the engines that people use, with hostile words everywhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefing.export.folder import write_files
from briefing.export.markdown.pages import markdown_site
from exported import site
from poisoned import poisoned

pytestmark = pytest.mark.browser

WORDS = (
    "<script>pwned()</script><img src=x onerror=pwned()>\"'><svg onload=pwned()> "
    "[a](javascript:pwned()) ![b](//x.example/c.png) `<img src=x onerror=pwned()>` "
    "{: onclick=pwned() } | <iframe src=javascript:pwned()> &lt;img src=x onerror=pwned()&gt; "
    "</title></textarea></pre><!-- --> \u2028 {{ 7*7 }}"
)
_LIVE = "[onerror], [onload], [onclick], iframe, object, embed, base, img[src='x'], a[href^='javascript' i], main form"


def _mkdocs(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True)


def _zensical(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "zensical", "build"], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("build", [_mkdocs, _zensical])
def test_nothing_runs_and_nothing_is_asked_for(
    chromium: Browser, tmp_path: Path, build: Callable[[Path], None]
) -> None:
    """No page holds live markup of what people or articles said, and no words of theirs are lost."""
    write_files(tmp_path, markdown_site(site(poisoned(WORDS)), ()), whole=True)
    build(tmp_path)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 20
    reader, seen = chromium.new_page(), list[str]()
    reader.on("dialog", lambda dialog: seen.append(dialog.message))
    reader.on("request", lambda request: seen.append(request.url) if "x.example" in request.url else None)
    reader.expose_function("pwned", lambda: seen.append("ran"))
    for path in pages:
        reader.goto(path.as_uri())
        found = reader.locator(_LIVE).evaluate_all("all => all.map(one => one.outerHTML.slice(0, 200))")
        assert (path.name, found, seen) == (path.name, [], [])
    reader.close()
    assert "pwned()" in (tmp_path / "site/articles/crue-2024.html").read_text("utf-8")
