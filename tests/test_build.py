"""`briefing build`: for CI nothing is written that was not committed, and what goes wrong leaves the last site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs

from briefing.plugin.place import put_in_place
from command import run, write

ARTICLE = "---\ntitle: Le vote\npublished: 2024-11-30\n---\n\nSelon le maire, 120 personnes ont voté vendredi.\n"
MKDOCS = "site_name: Le vote\ntheme: {name: material, language: fr}\nplugins: [search, briefing]\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one article, whose claims are extracted."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    for name, text in {"corpus/vote.md": ARTICLE, "docs/index.md": "# Point\n", "mkdocs.yml": MKDOCS}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert _run("extract", tmp_path).exit_code == 0
    return tmp_path


def _run(command: str, project: Path, *options: str) -> Result:
    return run(command, "-C", project, *options)


def _files(folder: Path) -> dict[str, bytes]:
    """Every file but what is kept of earlier runs."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_file() and ".cache" not in p.parts)
    return {str(p.relative_to(folder)): p.read_bytes() for p in found}


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_address_of_the_site(project: Path) -> None:
    """It stands in the sitemap, in the head of every page and in the feed; mkdocs.yml's own comes first."""
    _run("build", project, "--site-url", "https://exemple.fr/d")
    html = (project / "site/index.html").read_text("utf-8")

    assert '<link rel="canonical" href="https://exemple.fr/d/index.html">' in html
    assert '<meta property="og:url" content="https://exemple.fr/d/index.html">' in html
    assert "<loc>https://exemple.fr/d/index.html</loc>" in (project / "site/sitemap.xml").read_text("utf-8")
    _edit(project / "mkdocs.yml", "site_name:", "site_url: https://autre.fr/\nsite_name:")
    _run("build", project, "--site-url", "https://exemple.fr/d")
    assert "https://autre.fr/index.html" in (project / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(("address", "code"), [("", 0), ("exemple.fr", 2), ("javascript:alert(1)", 2)])
def test_what_is_no_address(project: Path, address: str, code: int) -> None:
    """A workflow may have none to give; anything else is refused."""
    said = _run("build", project, "--site-url", address)

    assert said.exit_code == code
    assert ("is no address" in said.output) == bool(code)


def test_locked_accepts_what_is_up_to_date(project: Path) -> None:
    """And writes nothing but the site."""
    before = _files(project)
    said = _run("build", project, "--locked", "--strict")
    assert said.exit_code == 0, said.output
    after = _files(project)
    assert {name: after[name] for name in before} == before
    assert {name.partition("/")[0] for name in after.keys() - before.keys()} == {"site"}


@pytest.mark.parametrize("missing", [False, True], ids=["changed", "missing"])
def test_locked_refuses_what_extraction_would_change(project: Path, *, missing: bool) -> None:
    """By file, with what to do; neither claims nor site are written."""
    if missing:
        (project / "claims/vote.yaml").unlink()
    else:
        _edit(project / "corpus/vote.md", "120", "340")
    before = _files(project)
    said = _run("build", project, "--locked")
    assert said.exit_code == 1
    assert "claims/vote.yaml: the rules find other claims than the file holds; run briefing extract" in said.output
    assert _files(project) == before
    assert _run("build", project).exit_code == 0
    assert _run("build", project, "--locked").exit_code == 0


def test_locked_keeps_what_people_decided(project: Path) -> None:
    """An edited claim file is up to date."""
    _edit(project / "claims/vote.yaml", "status: draft", "status: reviewed")
    assert _run("build", project, "--locked").exit_code == 0


@pytest.mark.parametrize(
    ("page", "option"), [("[@c-00000000]\n", ""), ("[x](nulle-part.md)\n", "--strict")], ids=["error", "strict"]
)
def test_a_failed_build_leaves_the_last_site(project: Path, page: str, option: str) -> None:
    """Whether it failed at once or at the very end."""
    assert _run("build", project).exit_code == 0
    before = _files(project / "site")
    (project / "docs/index.md").write_text(page, "utf-8")
    said = _run("build", project, *filter(None, [option]))
    assert said.exit_code == 1
    assert "Traceback" not in said.output
    assert _files(project / "site") == before


def test_a_second_build_touches_nothing(project: Path) -> None:
    """An unchanged page is the same file, not a new one with the same words."""
    assert _run("build", project).exit_code == 0
    first = {p: p.stat().st_mtime_ns for p in (project / "site").rglob("*") if p.is_file()}
    assert _run("build", project).exit_code == 0
    assert {p: p.stat().st_mtime_ns for p in first} == first


def test_what_a_killed_build_left_does_not_stay(project: Path) -> None:
    """The next one clears it."""
    write(project, "site/.briefing/next/half.html", "<p")
    (project / "site/.git").mkdir()
    assert _run("build", project).exit_code == 0
    assert sorted(p.name for p in (project / "site").glob(".*")) == [".briefing", ".git"]
    assert [p.name for p in (project / "site/.briefing").iterdir()] == ["site"]


def test_a_site_that_cannot_be_written(project: Path) -> None:
    """A file stands in its place."""
    (project / "site").write_text("", "utf-8")
    said = _run("build", project)
    assert said.exit_code == 1
    assert "the file cannot be used" in said.output
    assert "Traceback" not in said.output


def test_without_the_plugin(project: Path) -> None:
    """mkdocs.yml must name it."""
    (project / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    said = _run("build", project)
    assert said.exit_code == 1
    assert "mkdocs.yml: plugins: add “briefing”" in said.output


# --- the folder of the site ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["claims", "corpus", "docs", "editions", ".", "..", "claims/links", "notes"])
def test_a_folder_of_somebody_else_is_no_place_for_a_site(project: Path, place: str) -> None:
    """It is refused with a sentence, and holds what it held."""
    for name in ("claims/links/k-1.yaml", "editions/2024-12-01.txt", "notes/idees.md", "../a.txt"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("à moi", "utf-8")
    before = _files(project)
    said = _run("build", project, "--site-dir", str(project / place))

    assert said.exit_code == 1
    assert "which no build wrote" in said.output or "should not be within" in said.output, said.output
    assert _files(project) == before


@pytest.mark.parametrize("command", [["build"], ["build", "--clean"]])
def test_nor_for_one_that_mkdocs_makes(project: Path, command: list[str]) -> None:
    """MkDocs' own command empties the folder."""
    before = (project / "claims/vote.yaml").read_bytes()
    said = CliRunner().invoke(mkdocs, [*command, "-f", str(project / "mkdocs.yml"), "-d", str(project / "claims")])

    assert said.exit_code != 0
    assert (project / "claims/vote.yaml").read_bytes() == before
    for _ in range(2):  # into its own folder as often as one likes
        assert CliRunner().invoke(mkdocs, [*command, "-f", str(project / "mkdocs.yml")]).exit_code == 0
    assert _run("build", project).exit_code == 0
    (project / "site/CNAME").write_text("point.example", "utf-8")
    assert CliRunner().invoke(mkdocs, [*command, "-f", str(project / "mkdocs.yml")]).exit_code != 0
    assert (project / "site/CNAME").is_file()


def test_a_link_to_such_a_folder_is_none_either(project: Path) -> None:
    """The folder counts, not its name."""
    (project / "site").symlink_to("claims")
    assert _run("build", project).exit_code == 1
    assert (project / "claims/vote.yaml").is_file()


def test_only_what_a_build_wrote_is_removed(project: Path) -> None:
    """A page that goes is taken out; what somebody put beside it stays."""
    (project / "docs/autre.md").write_text("# Autre\n", "utf-8")
    assert _run("build", project).exit_code == 0
    (project / "site/CNAME").write_text("point.example", "utf-8")
    (project / "site/articles/note.txt").write_text("à moi", "utf-8")
    (project / "docs/autre.md").unlink()
    assert _run("build", project).exit_code == 0

    assert not (project / "site/autre.html").exists()
    assert (project / "site/CNAME").is_file()
    assert (project / "site/articles/note.txt").is_file()


def test_nothing_of_somebody_else_is_replaced(project: Path) -> None:
    """Nor is a page written through a link that somebody put in its folder's place."""
    assert _run("build", project).exit_code == 0
    (project / "site/robots.txt").write_text("à moi", "utf-8")
    (project / "docs/robots.txt").write_text("du site", "utf-8")
    said = _run("build", project)
    assert said.exit_code == 1
    assert "robots.txt stands where a page belongs and no build wrote it; move it away" in said.output
    assert (project / "site/robots.txt").read_text("utf-8") == "à moi"

    (project / "docs/robots.txt").unlink()
    shutil.rmtree(project / "site/articles")
    (project / "elsewhere").mkdir()
    (project / "site/articles").symlink_to(project / "elsewhere")
    assert _run("build", project).exit_code == 1
    assert list((project / "elsewhere").iterdir()) == []


def test_a_build_that_was_stopped_is_finished_by_the_next(project: Path) -> None:
    """What it had written is listed before it is written."""
    assert _run("build", project).exit_code == 0
    mark = project / "site/.briefing/site"
    listed = mark.read_text("utf-8")
    mark.write_text(f"{listed}vieux.html\n", "utf-8")  # listed, and written or not
    (project / "site/vieux.html").write_text("<p>", "utf-8")
    (project / "site/index.html").unlink()
    assert _run("build", project).exit_code == 0

    assert mark.read_text("utf-8") == listed
    assert not (project / "site/vieux.html").exists()
    assert (project / "site/index.html").is_file()


# Nothing changed


SAME = "nothing changed since the site was written"


def test_where_the_site_is_said(project: Path) -> None:
    """Also where mkdocs.yml says another place than site/."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_dir: public\n")

    for _ in range(2):
        assert _run("build", project).output.endswith(f" {project / 'public'}\n")


def _change(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text, "utf-8")


def test_a_second_build_only_looks(project: Path) -> None:
    """Also after a first one that extracted the claims itself."""
    (project / "claims/vote.yaml").unlink()
    assert SAME not in _run("build", project).output
    assert SAME in _run("build", project).output
    assert SAME not in _run("build", project, "--locked").output


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("corpus/vote.md", ARTICLE.replace("120", "340")),
        ("corpus/plus.md", ARTICLE),
        ("corpus/entities.yaml", "entities:\n- {id: maire, name: Le maire, type: person}\n"),
        ("claims/note.txt", "x"),
        ("docs/index.md", "# Autre point\n"),
        ("docs/image.png", "x"),
        ("docs/plus/page.md", "# Une page\n"),
        ("templates/method.html.jinja", "<h1>Notre méthode</h1>\n"),
        ("mkdocs.yml", MKDOCS.replace("Le vote", "Le scrutin")),
        ("site/index.html", "<p>"),
        ("site/plus.html", "<p>"),
    ],
)
def test_whatever_goes_in_or_came_out_makes_a_build(project: Path, name: str, text: str) -> None:
    """A file that changed, a new one, one of the site that somebody touched."""
    assert _run("build", project).exit_code == 0
    assert SAME in _run("build", project).output
    _change(project, name, text)
    assert SAME not in _run("build", project).output


def test_a_claim_file_that_is_gone_comes_back(project: Path) -> None:
    """And a page that is gone from the site."""
    assert _run("build", project).exit_code == 0
    for name in ("claims/vote.yaml", "site/methode.html", "schemas/claims.json"):
        (project / name).unlink()
        assert _run("build", project).exit_code == 0
        assert (project / name).is_file()


def test_warnings_are_said_again(project: Path) -> None:
    """And a strict build is another one."""
    _change(project, "docs/index.md", "# Point\n\n[x](nulle-part.md)\n")
    first, second = _run("build", project), _run("build", project)
    assert SAME in second.output
    assert "nulle-part.md" in first.output
    assert [line for line in first.output.splitlines() if "nulle-part" in line] == [
        line for line in second.output.splitlines() if "nulle-part" in line
    ]
    strict = _run("build", project, "--strict")
    assert strict.exit_code == 1
    _change(project, "mkdocs.yml", "strict: true\n" + (project / "mkdocs.yml").read_text("utf-8"))
    assert _run("build", project).exit_code == 1
    assert _run("build", project, "--no-strict").exit_code == 0
    assert "nothing was written; mend it, or run briefing build --no-strict" in strict.output


@pytest.mark.parametrize(("edited", "code"), [(False, 0), (True, 1)], ids=["drafts", "a person's work"])
def test_an_article_that_was_taken_away_leaves_its_claims_behind(project: Path, *, edited: bool, code: int) -> None:
    """Drafts that nobody touched stop no strict build; what a person did is said, and kept."""
    assert _run("build", project).exit_code == 0
    text = (project / "corpus/vote.md").read_text("utf-8").replace("maire", "préfet")
    (project / "corpus/autre.md").write_text(text, "utf-8")
    assert _run("build", project).exit_code == 0
    if edited:
        _edit(project / "claims/autre.yaml", "status: draft", "status: reviewed")
    (project / "corpus/autre.md").unlink()
    said = _run("build", project, "--strict")
    assert said.exit_code == code, said.output
    assert ("there is no article corpus/autre.md" in said.output) == edited
    assert (project / "claims/autre.yaml").is_file()


@pytest.mark.parametrize(
    "settings",
    ["hooks: [hook.py]\n", "markdown_extensions: [pymdownx.snippets]\n", "extra: {x: !ENV [HOME, x]}\n"],
    ids=["hook", "extension", "tag"],
)
def test_what_may_read_anything_is_built_each_time(project: Path, settings: str) -> None:
    """Nobody can tell what went into such a site."""
    _change(project, "hook.py", "")
    _change(project, "mkdocs.yml", MKDOCS + settings)
    for _ in range(2):
        said = _run("build", project)
        assert said.exit_code == 0, said.output
        assert SAME not in said.output


@pytest.mark.parametrize("name", ["corpus/vote.md", "claims/vote.yaml", "docs/index.md", "mkdocs.yml"])
def test_what_is_saved_during_a_build_is_in_the_next(project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However late it was saved."""
    put = put_in_place

    def saving(fresh: Path, site: Path) -> int:
        _change(project, name, (project / name).read_text("utf-8") + "\n")
        return put(fresh, site)

    monkeypatch.setattr("briefing.plugin.build.put_in_place", saving)
    _run("build", project)
    monkeypatch.undo()
    assert SAME not in _run("build", project).output
