"""The menu of every page: a plain list, which does what a project asks of Material's."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

pytestmark = pytest.mark.usefixtures("sampled")

MKDOCS = """
site_name: Crues
theme: {{name: material, language: fr, features: [{features}]}}
plugins: [briefing]
nav:
  - index.md
  - Lire: [lire/index.md, lire/avant.md, Plus: [lire/apres.md]]
"""
PAGES = {"index": "Point", "lire/index": "Comment lire", "lire/avant": "Avant", "lire/apres": "Après"}


def _menu(root: Path, features: str, page: str) -> str:
    """What the menu of a page holds between its list and the sections of the dossier."""
    for name, title in PAGES.items():
        path = root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {title}\n\n## Un\n", "utf-8")
    (root / "mkdocs.yml").write_text(MKDOCS.format(features=features), "utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    html = (root / "site" / page).read_text("utf-8")
    return html.partition('<nav class="menu"')[2].partition("</div></div></div>")[0]


def test_sections_stand_open(tmp_path: Path) -> None:
    """Each name once; what is deeper opens."""
    menu = _menu(tmp_path, "navigation.sections", "index.html")
    assert '<li><span>Lire</span><ul><li><a href="lire/index.html">Comment lire</a></li>' in menu
    assert '<details><summary>Plus</summary><ul><li><a href="lire/apres.html">Après</a></li></ul></details>' in menu
    assert menu.count(">Lire<") == 1


def test_groups_open_where_a_project_wants_no_sections(tmp_path: Path) -> None:
    """Without a script; that of the page stands open."""
    assert "<details><summary>Lire</summary>" in _menu(tmp_path, "", "index.html")
    assert "<details open><summary>Lire</summary>" in _menu(tmp_path, "", "lire/avant.html")


def test_all_groups_stand_open_where_a_project_wants_it(tmp_path: Path) -> None:
    """The theme's `navigation.expand`."""
    assert "<details>" not in _menu(tmp_path, "navigation.expand", "index.html")


def test_a_group_leads_to_its_own_page(tmp_path: Path) -> None:
    """The theme's `navigation.indexes`: its name is the link, and stands once."""
    menu = _menu(tmp_path, "navigation.sections, navigation.indexes", "index.html")
    assert '<span><a href="lire/index.html">Lire</a></span><ul><li><a href="lire/avant.html">Avant</a></li>' in menu
    assert "Comment lire" not in menu


def test_the_page_that_is_read_is_marked(tmp_path: Path) -> None:
    """Once, for eyes and for screen readers."""
    menu = _menu(tmp_path, "", "lire/avant.html")
    assert '<a href="avant.html" aria-current="page">Avant</a>' in menu
    assert menu.count("aria-current") == 1


@pytest.mark.parametrize(("features", "times"), [("", 0), ("toc.integrate", 1)])
def test_the_contents_of_the_page_where_a_project_wants_them(tmp_path: Path, features: str, times: int) -> None:
    """The theme's `toc.integrate`."""
    assert _menu(tmp_path, features, "lire/avant.html").count('href="#un"') == times
