"""Two commands at once: whatever the moment, what each of them did stands afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations_with_replacement
from pathlib import Path
from threading import Barrier, Thread
from time import monotonic

import pytest

import working
from briefing.collect.add import add
from briefing.collect.original import Original
from briefing.disk.lock import locked
from briefing.disk.write import put, write
from briefing.problems import BriefingError
from briefing.project import load, refresh
from briefing.project.readings import Read, Task, read
from briefing.review.acts.plan import committed
from briefing.review.acts.removal import removed_article
from briefing.review.acts.renaming import renamed_article
from working import WORKS, Work

ROUNDS = 4


@pytest.fixture(autouse=True)
def _often() -> Iterator[None]:
    """Threads take turns a thousand times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two articles whose claims are extracted."""
    return working.project(tmp_path)


def _at_once(*works: Callable[[], object]) -> None:
    """Do all of it at the same moment; what one of them raises is raised."""
    start, wrong = Barrier(len(works)), list[BaseException]()

    def run(work: Callable[[], object]) -> None:
        start.wait()
        try:
            work()
        except BaseException as problem:  # noqa: BLE001 - it is raised below
            wrong.append(problem)

    threads = [Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]


@pytest.mark.parametrize(("one", "other"), [*combinations_with_replacement(WORKS, 2)], ids=lambda work: work.__name__)
def test_no_two_commands_lose_anything(project: Path, one: Work, other: Work) -> None:
    """Both do all they say they did."""
    for number in range(0, 2 * ROUNDS, 2):
        _at_once(one(project, number), other(project, number + 1))
    for number in range(2 * ROUNDS):
        assert working.is_there(project, (one, other)[number % 2], number)
    assert load(project).problems == ()


def _files(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text("utf-8") for path in (root / "claims").rglob("*.yaml")}


def _longer(root: Path, article: str) -> None:
    with (root / f"corpus/{article}.md").open("a", encoding="utf-8") as file:
        file.write(" Le bac ferme lundi.")


def _corrected(root: Path) -> None:
    article = root / "corpus/essai-1.md"
    article.write_text(article.read_text("utf-8").replace("Le pont 11 ferme", "Le tunnel 11 ouvre"), "utf-8")


def _renamed(root: Path) -> None:
    committed(root, lambda: renamed_article(root, "essai-1", "autre"))


def _removed(root: Path) -> None:
    committed(root, lambda: removed_article(root, "essai-1"))


def _listed(root: Path) -> None:
    (root / "corpus/entities.yaml").write_text("entities:\n- {id: bourg, name: Caen, type: place}\n", "utf-8")


@pytest.mark.parametrize("change", [_corrected, _renamed, _removed, _listed])
def test_nothing_older_is_written_over_something_newer(project: Path, change: Callable[[Path], None]) -> None:
    """An extraction has read the articles when somebody changes them and extracts them too; then it writes."""
    for article in ("essai-1", "essai-2"):
        _longer(project, article)
    newer: list[dict[str, str]] = []

    def slowly(tasks: Sequence[Task]) -> Iterator[Read]:
        found = [*map(read, tasks)]
        if not newer:
            change(project)
            refresh(project)
            newer.append(_files(project))
        return iter(found)

    loaded = refresh(project, many=slowly)
    assert [_files(project)] == newer
    assert loaded.problems == ()
    assert loaded.dossier.files == load(project).dossier.files


def test_what_never_rests_is_left_alone(project: Path) -> None:
    """Somebody saves an article whenever it is read: its claims stay as they are, the other's are written."""
    before = _files(project)

    def restless(tasks: Sequence[Task]) -> Iterator[Read]:
        found = [*map(read, tasks)]
        _longer(project, "essai-1")
        return iter(found)

    for article in ("essai-1", "essai-2"):
        _longer(project, article)
    loaded = refresh(project, many=restless)

    assert [str(p) for p in loaded.problems] == [
        "corpus/essai-1.md: the file changed while we worked and was left alone; run the command again"
    ]
    assert _files(project)["claims/essai-1.yaml"] == before["claims/essai-1.yaml"]
    assert loaded.changed == ("claims/essai-2.yaml",)


def test_the_same_article_is_added_once(project: Path) -> None:
    """By whichever of the two comes first."""
    original = Original(name="a.txt", raw=b"Une seule fois. Elle suffit pour tout le monde ici.")
    _at_once(*(lambda: list(add(project, [original], read=working.read, retrieved=working.DAY)) for _ in range(4)))

    assert len(list((project / "corpus").glob("*.md"))) == 3


def test_who_is_not_let_in_says_so(tmp_path: Path) -> None:
    """After a while; and is let in as soon as the other leaves, however that ends."""
    with locked(tmp_path):
        began = monotonic()
        with (
            pytest.raises(BriefingError, match="another briefing command has been writing here"),
            locked(tmp_path, patience=0.05),
        ):
            pass
        assert monotonic() - began < 5
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        _ = 1 / 0
    with locked(tmp_path, patience=0):
        assert list(tmp_path.iterdir()) == []


def test_only_one_makes_a_new_file(tmp_path: Path) -> None:
    """Of ten who find none, one writes it; it is whole, and the others are told."""

    def work(number: int) -> bool:
        try:
            return write(tmp_path, "a.yaml", f"a: {number}\n" * 1000, expected=None)
        except BriefingError as problem:
            assert "changed while we worked" in str(problem)  # noqa: PT017 - it need not be raised
            return False

    wrote: list[int] = []
    _at_once(*(lambda n=n: wrote.append(n) if work(n) else None for n in range(10)))

    assert [(tmp_path / "a.yaml").read_text("utf-8")] == [f"a: {number}\n" * 1000 for number in wrote]
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_without_hard_links_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems have none."""

    def none(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", none)
    put(tmp_path / "a", b"x", is_new=True)
    with pytest.raises(FileExistsError):
        put(tmp_path / "a", b"y", is_new=True)
    assert (tmp_path / "a").read_bytes() == b"x"
