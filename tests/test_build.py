"""`briefing build`: for CI nothing is written that was not committed, and what goes wrong leaves the last site."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import commands

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
    return CliRunner().invoke(commands, [command, "-C", str(project), *options])


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


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
    (project / "site/.next").mkdir(parents=True)
    (project / "site/.next/half.html").write_text("<p", "utf-8")
    (project / "site/.git").mkdir()
    assert _run("build", project).exit_code == 0
    assert sorted(p.name for p in (project / "site").glob(".*")) == [".git"]


def test_a_site_that_cannot_be_written(project: Path) -> None:
    """A file stands in its place."""
    (project / "site").write_text("", "utf-8")
    said = _run("build", project)
    assert said.exit_code == 1
    assert "the site cannot be written" in said.output
    assert "Traceback" not in said.output


def test_without_the_plugin(project: Path) -> None:
    """mkdocs.yml must name it."""
    (project / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    said = _run("build", project)
    assert said.exit_code == 1
    assert "mkdocs.yml: plugins: add “briefing”" in said.output
