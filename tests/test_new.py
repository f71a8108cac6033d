"""A new project builds at once; what stands in a folder is never touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import briefing.new as scaffold
from briefing.new import Made, new, origin
from briefing.problems import BriefingError, Problem, Severity
from briefing.project import refresh
from command import run, write

FILES = {
    "mkdocs.yml",
    "docs/.gitkeep",
    "corpus/exemple.md",
    "corpus/entities.yaml",
    ".gitattributes",
    ".gitignore",
    "README.md",
    "requirements.txt",
    "briefing.txt",
    ".github/workflows/pages.yml",
    ".gitlab-ci.yml",
}


def _added(root: Path) -> set[str]:
    return {made.path for made in new(root) if isinstance(made, Made) and made.is_new}


def test_an_empty_folder_becomes_a_whole_project(tmp_path: Path) -> None:
    """All the files, and none beside them."""
    root = tmp_path / "deep" / "dossier"

    assert _added(root) == FILES
    assert {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()} == FILES


def test_the_project_builds_at_once(tmp_path: Path) -> None:
    """Without a problem, and with claims in the example, which the site then shows."""
    list(new(tmp_path))
    loaded = refresh(tmp_path)
    said = run("build", "-C", tmp_path, "--strict", "--locked")

    assert loaded.problems == ()
    assert loaded.dossier.claims
    assert said.exit_code == 0, said.output
    assert (tmp_path / "site" / "index.html").exists()


def test_twice_changes_nothing(tmp_path: Path) -> None:
    """The second time, everything is there."""
    list(new(tmp_path))
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    said = run("new", tmp_path)

    assert said.exit_code == 0
    assert "0 files added, 11 left as they were" in said.output
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_what_is_missing_is_added_and_nothing_overwritten(tmp_path: Path) -> None:
    """The user's own README stays; the example is not put beside real articles."""
    write(tmp_path, "corpus/crue.md", "La digue a tenu.")
    (tmp_path / "README.md").write_text("Le mien", "utf-8")
    said = run("new", tmp_path)

    assert "left   README.md" in said.output
    assert "added  mkdocs.yml" in said.output
    assert (tmp_path / "README.md").read_text("utf-8") == "Le mien"
    assert not (tmp_path / "corpus" / "exemple.md").exists()


def test_a_site_without_the_plugin_is_left_and_told(tmp_path: Path) -> None:
    """Its mkdocs.yml is the user's; what is to be done is said."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Crues\n", "utf-8")
    problems = [p for p in new(tmp_path) if isinstance(p, Problem) and p.severity is Severity.WARNING]

    assert [str(p.where) for p in problems] == ["mkdocs.yml"]
    assert "plugins" in problems[0].message
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == "site_name: Crues\n"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """A folder that is a link out of the project gets nothing, a dangling link is left."""
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / "docs").symlink_to(outside)
    (root / "README.md").symlink_to(outside / "README.md")
    said = run("new", root)

    assert said.exit_code == 1
    assert "docs/.gitkeep: its folder is a link that leads outside the project" in said.output
    assert list(outside.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Told, without a traceback."""
    (tmp_path / "x").write_text("", "utf-8")
    with pytest.raises(BriefingError, match="cannot be made a project"):
        list(new(tmp_path / "x"))
    assert run("new", tmp_path / "x").exit_code == 1


@pytest.mark.parametrize("workflow", [".github/workflows/pages.yml", ".gitlab-ci.yml"])
def test_the_workflows_install_check_and_publish(tmp_path: Path, workflow: str) -> None:
    """They are valid YAML, install the requirements and build what is locked."""
    list(new(tmp_path))
    text = (tmp_path / workflow).read_text("utf-8")

    assert yaml.safe_load(text)
    assert "pip install --require-hashes -r requirements.txt" in text
    assert "pip install --no-deps --no-build-isolation -r briefing.txt" in text
    assert re.search("briefing build --locked .*--site-url", text)


def test_what_is_installed_is_known_by_its_hash(tmp_path: Path) -> None:
    """Every dependency of this very Briefing, at the versions that its own tests ran with."""
    list(new(tmp_path))
    pinned = (tmp_path / "requirements.txt").read_text("utf-8")
    names = re.findall(r"^([a-z0-9-]+)==[^ ]+", pinned, re.MULTILINE)

    assert {"mkdocs", "mkdocs-material", "msgspec", "hatchling"} <= set(names)
    assert all("--hash=sha256:" in part for part in re.split(r"^(?=[a-z0-9-]+==)", pinned, flags=re.MULTILINE)[1:])
    assert pinned == (Path(__file__).parents[1] / "constraints/site.txt").read_text("utf-8")


def test_the_workflow_trusts_as_little_as_it_can(tmp_path: Path) -> None:
    """Actions are named by commit; what runs the project's code may only read, what publishes runs none of it."""
    list(new(tmp_path))
    workflow = yaml.safe_load((tmp_path / ".github/workflows/pages.yml").read_text("utf-8"))
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    steps = [*build["steps"], *deploy["steps"]]

    assert workflow["permissions"] == {}
    assert build["permissions"] == {"contents": "read", "pages": "read"}
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]) for step in steps if "uses" in step)
    assert not [step for step in deploy["steps"] if "run" in step]
    assert build["steps"][0]["with"] == {"persist-credentials": False}


def test_the_requirements_name_where_this_briefing_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit of a repository, or a wheel; never a folder of this computer, an address with a secret, a bare name."""

    class Installed:
        origin = ""

        def read_text(self, _: str) -> str:
            return self.origin

    monkeypatch.setattr(scaffold, "distribution", lambda _: Installed())
    Installed.origin = '{"url": "https://git.example/b.git", "vcs_info": {"vcs": "git", "commit_id": "ab12"}}'
    assert origin() == "briefing @ git+https://git.example/b.git@ab12\n"
    Installed.origin = '{"url": "https://files.example/briefing-0.1.0-py3-none-any.whl", "archive_info": {}}'
    assert origin() == "briefing @ https://files.example/briefing-0.1.0-py3-none-any.whl\n"
    for url in ('{"url": "file:///home/me/briefing", "dir_info": {}}', '{"url": "https://me:key@git.example/b"}', "{}"):
        Installed.origin = url
        assert all(line.startswith("#") for line in origin().splitlines())


def test_the_example_makes_room_for_the_first_article(tmp_path: Path) -> None:
    """While nobody changed it or its claims; `undo` brings it back."""
    source = tmp_path / "pont.txt"
    source.write_text("Le pont a cédé lundi, selon la préfecture.\n", "utf-8")
    for name, touch in (("ours", ""), ("theirs", "\nUne ligne de plus.\n")):
        root = tmp_path / name
        list(new(root))
        example = root / "corpus/exemple.md"
        example.write_text(example.read_text("utf-8") + touch, "utf-8")
        said = run("add", "-C", root, source)
        assert said.exit_code == 0
        assert example.exists() is bool(touch)
        assert ("briefing undo brings it back" in said.output) is not bool(touch)
    assert run("undo", "-C", tmp_path / "ours").exit_code == 0
    assert (tmp_path / "ours/corpus/exemple.md").exists()
