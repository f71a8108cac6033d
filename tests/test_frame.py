"""The theme's frame, rendered once a folder: the same bytes as pages that the theme renders one by one."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

pytestmark = pytest.mark.usefixtures("sampled")

MKDOCS = "site_name: Crues\ntheme: {name: material, language: fr}\n"
HOOK = "def on_post_page(output, page, config):\n    return output\n"


def _built(root: Path, settings: str) -> dict[str, bytes]:
    """The files of the site of the sample dossier."""
    for name, text in {"docs/index.md": "# Crues\n", "hook.py": HOOK, "mkdocs.yml": MKDOCS + settings}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    config = load_config(str(root / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "settings",
    [
        "plugins: [search, briefing]\n",
        "plugins: [briefing]\nsite_url: https://crues.example/point/\nsite_description: Où en est la crue\n",
        "plugins: [search, {briefing: {directory_urls: true}}]\nsite_url: https://crues.example/\n",
        "plugins: [briefing]\nextra: {generator: false}\nnav: [index.md, {Preuves: affirmations.md}]\n",
    ],
    ids=["plain", "addressed", "directories", "navigation"],
)
def test_a_joined_page_is_the_page_that_the_theme_renders(tmp_path: Path, settings: str) -> None:
    """Every file of the site, the sitemap included."""
    joined = _built(tmp_path / "joined", settings)
    rendered = _built(tmp_path / "rendered", f"{settings}hooks: [hook.py]\n")
    assert joined.keys() == rendered.keys()
    assert [name for name in joined if joined[name] != rendered[name]] == []
    assert any(name.startswith("recoupements/k-") for name in joined)


def test_a_hook_that_wants_every_page_gets_every_page(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The longer way is taken, and said."""
    caplog.set_level(logging.INFO)
    settings = "plugins: [briefing]\nhooks: [marking.py]\n"
    (tmp_path / "marking.py").write_text(HOOK.replace("return output", "return output + '<!-- mine -->'"), "utf-8")
    files = _built(tmp_path, settings)
    assert all(text.endswith(b"<!-- mine -->") for name, text in files.items() if "/k-" in name)
    assert "every page is rendered alone, which takes longer, for a hook" in caplog.text


def test_a_hook_that_looks_at_no_page_costs_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Only what works on pages needs them one by one."""
    caplog.set_level(logging.INFO)
    (tmp_path / "quiet.py").write_text("def on_config(config):\n    return config\n", "utf-8")
    _built(tmp_path, "plugins: [briefing]\nhooks: [quiet.py]\n")
    assert "rendered alone" not in caplog.text
