"""Reading on a Dask cluster: a real one of two processes, and the same bytes whatever happens to them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from distributed import Client, LocalCluster

from briefing.model.article import Article
from briefing.model.entity import Register
from briefing.problems import BriefingError
from briefing.project.cluster import on_cluster, read_by
from briefing.project.readings import Task, one_by_one
from command import run, write

ARTICLE = "---\ntitle: Le vote {n}\npublished: 2024-11-30\n---\n\nSelon le maire, {n} personnes ont voté vendredi.\n"


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers, each a process; one that dies is started again."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


def _files(root: Path) -> dict[str, bytes]:
    found = (p for p in sorted(root.rglob("*")) if p.is_file() and ".cache" not in p.parts)
    return {str(p.relative_to(root)): p.read_bytes() for p in found}


def _project(root: Path, count: int) -> Path:
    for n in range(count):
        write(root, f"corpus/a{n:03}.md", ARTICLE.format(n=n + 100))
    return root


def _extract(root: Path, *options: str) -> None:
    said = run("extract", "-q", "-C", root, *options)
    assert said.exit_code == 0, said.output


def test_a_cluster_writes_what_one_process_writes_though_a_worker_is_killed(
    tmp_path: Path, cluster: LocalCluster
) -> None:
    """In the middle; its articles go to another one."""
    here, there = _project(tmp_path / "here", 120), _project(tmp_path / "there", 120)
    _extract(here)
    with Client(cluster.scheduler_address) as client:  # type: ignore[no-untyped-call]
        victim = next(iter(client.run(os.getpid).values()))
    killing = Timer(0.5, os.kill, (victim, signal.SIGKILL))
    killing.start()
    _extract(there, "--scheduler", cluster.scheduler_address)
    killing.cancel()
    assert _files(there) == _files(here)


def test_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said what to start; nothing is written."""
    monkeypatch.setattr("briefing.project.cluster._PATIENCE", 1)
    root = _project(tmp_path, 1)
    said = run("extract", "-C", root, "--scheduler", "tcp://127.0.0.1:9")
    assert said.exit_code == 1
    assert "tcp://127.0.0.1:9: no scheduler answers there" in said.output
    assert not (root / "claims").exists()


def test_a_worker_with_other_rules_reads_nothing() -> None:
    """Its claims would not be those of this program."""
    task = Task(Article(id="a", text="Selon le maire, 120 personnes ont voté vendredi."), Register())
    assert read_by("another program", [task]) is None


def test_other_rules_are_said(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is taken from there."""
    monkeypatch.setattr("briefing.project.cluster.program", lambda: "another program")
    task = Task(Article(id="a", text="Le maire a voté vendredi."), Register())
    with pytest.raises(BriefingError, match="another version of briefing"):
        list(on_cluster(cluster.scheduler_address)([task]))


def test_nothing_to_read_asks_nobody() -> None:
    """A cluster that is not there does not matter then."""
    assert list(on_cluster("tcp://127.0.0.1:9")([])) == list(one_by_one([]))
