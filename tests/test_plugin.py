"""The plugin at work: whole projects built by MkDocs, as a user would."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from briefing import project
from briefing.model.article import Article, Metadata
from briefing.pages.bare.policy import POLICY
from briefing.plugin.theme.setup import set_up
from briefing.problems import Problem, Severity, Where
from command import write
from sample import DOSSIER, EVACUATED, HELD

pytestmark = pytest.mark.usefixtures("sampled")

MKDOCS = """
site_name: Crues
theme: {{name: {theme}, language: fr}}
plugins: [search, briefing]
{more}
"""


def _project(root: Path, *, index: str | None = None, more: str = "", theme: str = "material", **docs: str) -> Path:
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(MKDOCS.format(theme=theme, more=more), "utf-8")
    pages = docs | ({"index": index} if index else {})
    for name, text in pages.items():
        (root / "docs" / f"{name}.md").write_text(text, "utf-8")
    return root


def _build(root: Path, **options: object) -> Path:
    config = load_config(str(root / "mkdocs.yml"), **options)  # type: ignore[arg-type]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


def _page(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


def _nav(html: str) -> list[str]:
    menu = html.partition('<nav class="menu"')[2].partition("</nav>")[0]
    return re.findall(r"<(?:a|summary|span)\b[^>]*>([^<]+)<", menu)


def test_a_project_without_any_page(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The home page is generated, sections stand in the navigation, and nothing is warned of."""
    site = _build(_project(tmp_path), strict=True)
    home = _page(site, "index.html")
    assert "Ce que les articles affirment" in home
    assert "Affirmations" in home
    assert (site / "articles/crue-2024.html").is_file()
    assert [r.message for r in caplog.records if r.levelno >= logging.WARNING] == []


def test_citations_on_the_home_page(tmp_path: Path) -> None:
    """A citation becomes a reference; in code it stays; the passage never meets Markdown."""
    text = f"# Point\n\nUn fait [@{EVACUATED.id}].\n\n    [@c-code]\n"
    home = _page(_build(_project(tmp_path, index=text)), "index.html")
    assert f'href="./articles/crue-2024.html#{EVACUATED.id}"' in home
    assert "[@c-code]" in home
    assert 'id="references"' in home


def test_beside_an_analysis_each_article_has_a_line(tmp_path: Path) -> None:
    """With the sign of what it says, and a card."""
    home = _page(
        _build(_project(tmp_path, index=f"# Point\n\nUn fait.\n\n## Qui\n\nUn [@{EVACUATED.id}].\n")), "index.html"
    )
    lines = re.findall(r'<p class="line">(.*?)</p>', home)
    assert len(lines) == len(DOSSIER.articles)
    assert all('class="modality' in line and 'class="cite"' in line for line in lines)


def test_wrong_citations_fail_the_build_all_at_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Each is named with its file and its line; an id that is merely near is no hint."""
    near = EVACUATED.id[:-1] + ("0" if EVACUATED.id[-1] != "0" else "1")
    _project(tmp_path, index=f"# P\n\n[@{near}]\n", autre="[@c-00]")
    with pytest.raises(Abort):
        _build(tmp_path)
    assert f"docs/index.md:3: cites {near}, which no article has; copy the id" in caplog.text
    assert "docs/autre.md:1: cites c-00" in caplog.text


def test_problems_of_the_project_fail_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Errors end it, warnings do not."""
    problems = (Problem(Where("corpus/a.md", 2), "no date"), Problem(Where("corpus/b.md"), "odd", Severity.WARNING))
    monkeypatch.setattr(project, "refresh", lambda _root, **_: project.Loaded(DOSSIER, problems))
    with pytest.raises(Abort):
        _build(_project(tmp_path))
    messages = {r.levelname: r.message for r in caplog.records}
    assert messages["ERROR"] == "corpus/a.md:2: no date"
    assert messages["WARNING"] == "corpus/b.md: odd"


def test_the_users_navigation_is_kept_and_completed(tmp_path: Path) -> None:
    """Sections that it names stay where it puts them; the others follow."""
    more = "nav:\n- Accueil: index.md\n- Preuves: affirmations.md\n"
    home = _page(_build(_project(tmp_path, index="# P\n", more=more)), "index.html")
    assert [re.sub(r"\s+", " ", label) for label in _nav(home)].count("Preuves") == 1
    assert "Affirmations" not in _nav(home)
    assert "Chronologie" in _nav(home)


def test_groups_of_pages_that_a_person_wrote_come_last(tmp_path: Path) -> None:
    """An annex stands behind our sections, a page about the dossier before them."""
    more = "nav:\n- Accueil: index.md\n- Annexe:\n  - Glossaire: annexe.md\n"
    project = _project(tmp_path, index="# P\n", more=more, annexe="# Glossaire\n")
    labels = [re.sub(r"\s+", " ", label) for label in _nav(_page(_build(project), "index.html"))]
    assert labels.index("Accueil") < labels.index("Chronologie") < labels.index("Glossaire")


def test_an_address_taken_by_a_person(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A page that people wrote never hides a generated one silently."""
    with pytest.raises(Abort):
        _build(_project(tmp_path, methode="# M\n"))
    assert "docs/methode.md: this address belongs to a generated page" in caplog.text


def test_assets_and_no_outside_request(tmp_path: Path) -> None:
    """Styles, script and fonts are ours; the theme's own fonts from Google are not asked for."""
    site = _build(_project(tmp_path))
    home = _page(site, "index.html")
    assert "Page introuvable" in _page(site, "404.html")
    assert "fonts.googleapis" not in home
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', home)
    css = _page(site, sheet)
    for font in re.findall(r"url\((fonts/[^)]+)\)", css):
        assert (site / "assets/briefing" / font).is_file()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
@pytest.mark.parametrize("asked", ["", ", highlightjs: true"])
def test_a_page_of_another_theme_asks_nobody(tmp_path: Path, theme: str, asked: str) -> None:
    """MkDocs' own load a script from elsewhere, which colours code; a project that wants it says so."""
    (tmp_path / "docs").mkdir()
    settings = f"site_name: Crues\ntheme: {{name: {theme}{asked}}}\nplugins: [briefing]\n"
    write(tmp_path, "mkdocs.yml", settings)
    home = _page(_build(tmp_path), "index.html")

    assert bool(re.search(r"""<(?:script|link)[^>]*(?:src|href)="(?:https?:)?//""", home)) == bool(asked)


@pytest.mark.parametrize(
    ("articles", "asked", "spoken"),
    [("fr fr en", "", "fr"), ("fr en en", "", "en"), ("fr", ", language: en", "en"), ("", "", "fr")],
)
def test_a_site_speaks_as_most_of_its_articles(tmp_path: Path, articles: str, asked: str, spoken: str) -> None:
    """Unless the project names a language: the theme's own answer would be English, whatever is read there."""
    (tmp_path / "docs").mkdir()
    write(tmp_path, "mkdocs.yml", f"site_name: Crues\ntheme: {{name: material{asked}}}\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    written = (
        Article(id=f"a-{n}", text="T.", meta=Metadata(language=code), path="")
        for n, code in enumerate(articles.split())
    )
    set_up(config, written)
    assert config.theme["language"] == spoken


@pytest.mark.parametrize(("palette", "schemes"), [("", ["default", "slate"]), ("palette: {scheme: slate}", ["slate"])])
def test_a_project_without_colours_has_ours(tmp_path: Path, palette: str, schemes: list[str]) -> None:
    """Signs and colours of modality hang on a scheme, and Material names none unless asked; a project's own stays."""
    settings = f"site_name: Crues\ntheme:\n  name: material\n  language: fr\n  {palette}\nplugins: [briefing]\n"
    (tmp_path / "docs").mkdir()
    write(tmp_path, "mkdocs.yml", settings)
    page = (_build(tmp_path) / "index.html").read_text("utf-8")

    assert f'data-md-color-scheme="{schemes[0]}"' in page[page.index("<body") :].partition(">")[0]
    assert re.findall(r'<input[^>]* data-md-color-scheme="(\w+)"', page) == (schemes if len(schemes) > 1 else [])
    assert ("Passer au mode sombre" in page) is (len(schemes) > 1)


def test_the_page_of_a_lost_address_stands_anywhere(tmp_path: Path) -> None:
    """Its files are asked for where the site is published; without its styles no icon fills the window."""
    html = _page(_build(_project(tmp_path), site_url="https://exemple.org/crues/"), "404.html")
    asked = re.findall(r'(?:href|src|data-search-\w+)="(/[^"]*)"', html)
    assert asked
    assert all(address.startswith("/crues/") for address in asked)
    assert all(re.search(r'\bwidth="\d+" height="\d+"', icon) for icon in re.findall(r"<svg[^>]*>", html))


def test_every_page_carries_the_policy(tmp_path: Path) -> None:
    """Its own 404 page too; of the theme's scripts, their maps and its search index nothing is published."""
    site = _build(_project(tmp_path, index="# P\n\n| a |\n|--:|\n| 1 |\n"), strict=True)
    pages = list(site.rglob("*.html"))
    assert all(page.read_text("utf-8").count(f'content="{POLICY}"') == 1 for page in pages)
    assert '<td class="align-right">1</td>' in _page(site, "index.html")
    assert not (site / "assets/javascripts").exists()
    assert not (site / "search").exists()
    assert not list(site.rglob("*.map"))


def test_what_the_policy_stops_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """By page, with what to do; a script in its own file is none of it."""
    _build(_project(tmp_path, index="# P\n\n<script>x()</script>\n", autre="# A\n\n<script src='x.js'></script>\n"))
    warnings = [r.message for r in caplog.records if r.levelno >= logging.WARNING and "policy" in r.message]
    assert warnings == [
        "index.md: a script in the page, which the site's policy keeps from working; put it in a file of docs/"
    ]


def test_a_feature_that_does_nothing_here_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As a note: the page works without it. What needs no script of the theme is none of it."""
    caplog.set_level(logging.INFO)
    root = _project(tmp_path)
    text = (root / "mkdocs.yml").read_text("utf-8")
    asked = "language: fr, features: [navigation.instant, navigation.top, content.code.copy]"
    (root / "mkdocs.yml").write_text(text.replace("language: fr", asked), "utf-8")
    _build(root, strict=True)
    assert "theme features: navigation.instant, content.code.copy need scripts of the theme" in caplog.text


def test_what_people_write_is_text(tmp_path: Path) -> None:
    """The theme prints names and titles as they are, so they are escaped before it gets them, and only once."""
    root = _project(
        tmp_path, index="---\ntitle: A & <b>\n---\n\n# P\n", more="nav:\n- <i>Un</i>: index.md\n- S & <u>: [a.md]"
    )
    (root / "docs/a.md").write_text("---\ndescription: '\"><script>1'\n---\n\n# Un & deux\n", "utf-8")
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(config.replace("site_name: Crues", "site_name: R&D <script>1</script>"), "utf-8")
    site = _build(root)
    for page in site.rglob("*.html"):
        html = re.sub(r"<pre id=.*?</pre>", "", page.read_text("utf-8"), flags=re.DOTALL)  # HTML to copy
        assert not re.search(r"<script>|<[ibu]>", html), page
        assert "&amp;amp;" not in html, page
    assert '<meta property="og:title" content="Un &amp; deux">' in _page(site, "a.html")
    assert "R&amp;D &lt;script&gt;1&lt;/script&gt;</title>" in _page(site, "a.html")


def test_the_licences_are_published(tmp_path: Path) -> None:
    """Of our own files, the theme, the icons and the fonts; each font's stands beside it."""
    site = _build(_project(tmp_path))
    notices = _page(site, "assets/briefing/notices.txt")
    for words in ("MIT License", "Martin Donath", "SIL Open Font License", "Apache License"):
        assert words in notices
    assert len(list((site / "assets/briefing/fonts").glob("OFL-*.txt"))) == 2


def test_nothing_published_depends_on_the_machine(tmp_path: Path) -> None:
    """The packed sitemap would: its bytes hold the hour, and differ by compressor."""
    site = _build(_project(tmp_path))
    assert (site / "sitemap.xml").is_file()
    assert not list(site.rglob("*.gz"))


def test_directory_addresses(tmp_path: Path) -> None:
    """An option of the plugin chooses the shape of addresses."""
    (tmp_path / "x").mkdir()
    root = _project(tmp_path / "x")
    text = (root / "mkdocs.yml").read_text("utf-8").replace("briefing]", "{briefing: {directory_urls: true}}]")
    (root / "mkdocs.yml").write_text(text, "utf-8")
    site = _build(root, strict=True)
    assert f'href="../articles/crue-2024/#{HELD.id}"' in _page(site, "affirmations/index.html")


def test_a_project_template_replaces_ours(tmp_path: Path) -> None:
    """`templates/method.html.jinja` in the project is taken instead of the package's."""
    root = _project(tmp_path)
    write(root, "templates/method.html.jinja", "<h1>Notre méthode</h1>")
    assert "Notre méthode" in _page(_build(root), "methode.html")


def test_it_builds_with_the_other_theme(tmp_path: Path) -> None:
    """MkDocs's own theme shows the same pages, and no link to a place that it does not have."""
    page = _page(_build(_project(tmp_path, theme="mkdocs")), "articles/crue-2024.html")
    assert "La digue a tenu" in page
    assert ('href="#__main"' in page) == ('id="__main"' in page)


def test_a_hostile_heading_is_inert_in_the_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The theme prints titles and tables of contents as they are: ours bear no markup."""
    from msgspec.structs import replace

    bad = "</title><script>alert(1)</script>"
    crue, bilan = DOSSIER.articles
    article = replace(crue, text=f"{crue.text}\n## {bad}\nFin du texte.", meta=replace(crue.meta, title=bad))
    monkeypatch.setattr(
        project, "refresh", lambda _root, **_: project.Loaded(replace(DOSSIER, articles=(article, bilan)))
    )
    site = _build(_project(tmp_path))
    for path in site.rglob("*.html"):
        assert "<script>alert" not in path.read_text("utf-8"), path


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    """No clock, no random order."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = _build(_project(tmp_path / "a")), _build(_project(tmp_path / "b"))
    names = {str(p.relative_to(first)) for p in first.rglob("*.html")}
    assert names == {str(p.relative_to(second)) for p in second.rglob("*.html")}
    for name in names:
        assert _page(first, name) == _page(second, name)
