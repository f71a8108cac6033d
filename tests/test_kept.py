"""What is kept of earlier runs: never out of date, never a reason to fail, and gone when nobody asks for it."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.cache.checks import known
from briefing.cache.digest import Digests, digest, program
from briefing.cache.owner import owner
from briefing.cache.results import FOLDER, database, results
from briefing.check.project import check
from briefing.model.article import Article
from briefing.model.claim import ClaimFile
from briefing.model.entity import Register
from briefing.project import readings, refresh
from briefing.project.readings import Read, Task, one_by_one
from briefing.project.workers import by_processes

FILE = ClaimFile(article="vote", text_sha256="", generator="x")


@dataclass(frozen=True, slots=True)
class Other:
    """A value that no claim file is."""

    count: int


def _keep(root: Path, key: str = "k", value: object = FILE) -> None:
    with results(root) as kept:
        kept.put("stage", key, value)


def _kept(root: Path, key: str = "k", stage: str = "stage") -> ClaimFile | None:
    with results(root) as kept:
        return kept.get(stage, key, ClaimFile)


def _database(root: Path) -> Path:
    found = database(root)
    assert found is not None
    return found


def test_a_result_stands_under_its_stage_and_key(tmp_path: Path) -> None:
    """And under no other."""
    _keep(tmp_path)
    assert _kept(tmp_path) == FILE
    assert _kept(tmp_path, "other") is None
    assert _kept(tmp_path, stage="other") is None


def test_it_is_known_in_the_same_run(tmp_path: Path) -> None:
    """Before it is written."""
    with results(tmp_path) as kept:
        kept.put("stage", "k", FILE)
        assert kept.get("stage", "k", ClaimFile) == FILE


def test_a_run_that_fails_keeps_what_it_made(tmp_path: Path) -> None:
    """The next one goes on from there."""

    def fails() -> None:
        with results(tmp_path) as kept:
            kept.put("stage", "k", FILE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert _kept(tmp_path) == FILE


def test_the_folder_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    """Nothing else is lost; it keeps itself out of version control."""
    _keep(tmp_path)
    for path in (tmp_path / FOLDER).iterdir():
        path.unlink()
    assert _kept(tmp_path) is None
    assert (tmp_path / FOLDER / ".gitignore").read_text("utf-8") == "*\n"


@pytest.mark.parametrize(
    "content", [b"", b"no database", b"SQLite format 3\0" + bytes(4000)], ids=["empty", "text", "torn"]
)
def test_a_damaged_file_is_no_reason_to_fail(tmp_path: Path, content: bytes) -> None:
    """It is made anew."""
    (tmp_path / FOLDER).mkdir(parents=True)
    _database(tmp_path).write_bytes(content)
    assert _kept(tmp_path) is None
    _keep(tmp_path)
    assert _kept(tmp_path) == FILE


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    """Then everything is worked out each time."""
    (tmp_path / ".cache").write_text("a file", "utf-8")
    _keep(tmp_path)
    assert _kept(tmp_path) is None


def test_what_came_with_a_project_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else kept it, under the same key and in a sound file: it is worked out anew, and theirs stays there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "stranger"))
    _keep(tmp_path)
    theirs = _database(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "mine"))

    assert _kept(tmp_path) is None
    assert theirs.is_file()
    _keep(tmp_path)
    assert _kept(tmp_path) == FILE
    theirs.replace(tmp_path / FOLDER / "results.sqlite")
    assert _kept(tmp_path) == FILE


@pytest.mark.parametrize("content", ["", "../../../etc", "g" * 32, "\xe9" * 16])
def test_a_spoilt_word_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    """Of a program that was killed while it wrote it, say."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing" / "kept-results").write_text(content, "latin-1")

    first = owner()
    assert first is not None
    assert len(first) == 32
    assert owner() == first


def test_without_a_folder_of_the_user_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing that stands there is read."""
    (tmp_path / "home").write_text("a file", "utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    _keep(tmp_path)
    assert _kept(tmp_path) is None
    assert database(tmp_path) is None


def test_a_value_of_another_shape_is_not_taken(tmp_path: Path) -> None:
    """As after a change of the program that its hash did not tell, which cannot be."""
    _keep(tmp_path, value=Other(3))
    assert _kept(tmp_path) is None


@pytest.mark.parametrize("number", ["zéro", b"\x00", 2**63 - 1, -5, 1.5, None])
def test_a_count_of_runs_that_is_none_is_no_reason_to_fail(tmp_path: Path, number: object) -> None:
    """Of a file that somebody else wrote: what is made then is kept as in a new one."""
    _keep(tmp_path)
    with sqlite3.connect(_database(tmp_path)) as file:
        file.execute("UPDATE run SET number = ?", (number,))
    _keep(tmp_path, "later")
    assert _kept(tmp_path, "later") == FILE


def test_what_nobody_asks_for_is_removed(tmp_path: Path) -> None:
    """After twenty runs that made others; what is asked for stays."""
    _keep(tmp_path, "left")
    _keep(tmp_path, "asked")
    for number in range(25):
        with results(tmp_path) as kept:
            assert kept.get("stage", "asked", ClaimFile) == FILE
            kept.put("stage", f"new-{number:02}", FILE)
    with sqlite3.connect(_database(tmp_path)) as file:
        keys = {key for (key,) in file.execute("SELECT key FROM result")}
    assert {"asked", "new-24"} <= keys
    assert "left" not in keys
    assert len(keys) < 25


def test_a_run_that_makes_nothing_writes_nothing(tmp_path: Path) -> None:
    """A build of a project that did not change leaves its files alone."""
    _keep(tmp_path)
    before = _database(tmp_path).read_bytes()
    assert _kept(tmp_path) == FILE
    assert _database(tmp_path).read_bytes() == before


def test_a_hash_tells_every_value_from_every_other() -> None:
    """Where parts end counts, the order of a mapping does not."""
    assert digest("ab", "c") != digest("a", "bc")
    assert digest(None) != digest("")
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest(Article(id="a", text="x")) != digest(Article(id="a", text="y"))


def test_the_program_has_one_hash() -> None:
    """Its own files, not where they lie or when they were installed."""
    assert program() == program()
    program.cache_clear()
    before = program()
    here = Path(__file__).parents[1] / "src/briefing/cache/__init__.py"
    stat = here.stat()
    os.utime(here, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    program.cache_clear()
    assert program() == before


def _tasks(count: int) -> list[Task]:
    return [
        Task(Article(id=f"a{n}", text=f"Selon le maire, {n} personnes ont voté vendredi."), Register())
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [1, 24])
def test_processes_read_as_one_process_does(count: int) -> None:
    """In the order of the articles."""
    tasks = _tasks(count)
    assert list(by_processes(tasks)) == list(one_by_one(tasks))


def test_a_process_that_dies_costs_nothing_but_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it left is read by this one."""
    tasks = _tasks(24)
    expected = list(one_by_one(tasks))
    mine = os.getpid()

    def dying(task: Task) -> Read:
        if task.article.id == "a9" and os.getpid() != mine:
            os.kill(os.getpid(), signal.SIGKILL)
        return next(one_by_one([task]))

    monkeypatch.setattr("briefing.project.workers.read", dying)
    monkeypatch.setattr(dying, "__module__", "briefing.project.workers", raising=False)
    monkeypatch.setattr(dying, "__qualname__", "read", raising=False)
    assert list(by_processes(tasks)) == expected


def test_shared_parts_are_hashed_once_and_all_count() -> None:
    """A part that changed changes all that hold it; equal values have one hash."""
    article = Article(id="a", text="x")
    pages = [(article, {"n": number}) for number in range(3)]
    assert len({Digests().of(page) for page in pages}) == 3
    assert Digests().of(pages) == Digests().of([(Article(id="a", text="x"), {"n": number}) for number in range(3)])
    assert Digests().of((article,)) != Digests().of((Article(id="a", text="y"),))
    assert Digests().of(("ab", "c")) != Digests().of(("a", "bc"))
    assert Digests().of(()) != Digests().of("")


def test_what_is_hashed_whole_is_told_apart_as_well() -> None:
    """By all that stands in it, however deep."""
    files = [ClaimFile(article="a", text_sha256="", generator=name, claims=()) for name in ("x", "x", "y")]
    one, same, other = (Digests(ClaimFile).of((file, "a")) for file in files)

    assert one == same != other


SETTINGS = "site_name: x\nplugins: [briefing]\n"
TEXT = "---\ntitle: Le vote\npublished: 2024-11-30\n---\n\nSelon le maire, 120 personnes ont voté.\n"


def _write(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("corpus/vote.md", TEXT.replace("120", "130")),
        ("corpus/suite.md", TEXT),
        ("corpus/entities.yaml", "entities: ["),
        ("claims/autre.yaml", "article: autre\n"),
        ("editions/2024-12-05.json", "{"),
        ("docs/note.md", "# Note\n\n[x](nulle-part.md)\n"),
        ("mkdocs.yml", "site_name: x\n"),
    ],
)
def test_a_check_is_kept_until_a_file_changes(tmp_path: Path, name: str, text: str) -> None:
    """Whichever of those that it reads; and it is known again when the file is as it was."""
    root = _write(tmp_path, **{"mkdocs.yml": SETTINGS, "corpus__vote.md": TEXT, "docs__index.md": "# Point\n"})
    found = check(root)
    assert known(root) == found
    path = root / name
    before = path.read_text("utf-8") if path.exists() else None
    _write(root, **{name.replace("/", "__"): text})
    assert known(root) is None
    path.unlink() if before is None else path.write_text(before, "utf-8")
    if not any(path.parent.iterdir()):
        path.parent.rmdir()
    assert known(root) == found


def test_a_check_of_a_folder_that_holds_the_project_is_not_kept(tmp_path: Path) -> None:
    """Who knows what else changes there."""
    root = _write(tmp_path, **{"mkdocs.yml": f"{SETTINGS}docs_dir: .\n", "corpus__vote.md": TEXT})
    check(root)
    assert known(root) is None


def test_other_rules_find_another_thing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier program made is of no use to another one: its rules may say anything."""
    root = _write(tmp_path, **{"mkdocs.yml": SETTINGS, "corpus__vote.md": TEXT})
    assert refresh(root).dossier.claims
    (root / "claims/vote.yaml").unlink()
    for name in ("readings", "claims", "dossier"):
        monkeypatch.setattr(sys.modules[f"briefing.project.{name}"], "program", lambda: "another")
    monkeypatch.setattr(readings, "assemble", lambda _reading: ())
    assert not refresh(root).dossier.claims
