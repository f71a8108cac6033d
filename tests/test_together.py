"""Two commands at once: whatever the moment, what each of them did stands afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations_with_replacement
from pathlib import Path
from threading import Barrier, Thread
from time import monotonic

import pytest

from briefing.collect.add import Added, add
from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from briefing.disk.lock import locked
from briefing.disk.write import put, write
from briefing.model.claim import Status
from briefing.model.link import LinkDecision, LinkKind
from briefing.model.ruling import Ruling
from briefing.problems import BriefingError, Problem
from briefing.project import load, refresh
from briefing.review.acts.filed import Shelf
from briefing.review.acts.linking import Judged, linked
from briefing.review.acts.plan import committed
from briefing.review.acts.ruling import ruled

DAY = date(2026, 11, 21)
ROUNDS = 4
ARTICLE = "---\ntitle: Essai {0}\npublished: 2024-11-30\n---\n\n" + " ".join(
    f"Selon le maire, {n}{{0}} personnes ont voté à Caen. Le pont {n}{{0}} ferme lundi." for n in range(1, 10)
)
Work = Callable[[Path, int], Callable[[], object]]
"""Made for a project and a number: what is done, each number something else. What it leaves is found by `kept`."""


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
    (tmp_path / "corpus").mkdir()
    for n in (1, 2):
        (tmp_path / f"corpus/essai-{n}.md").write_text(ARTICLE.format(n), "utf-8")
    refresh(tmp_path)
    return tmp_path


def _reads(original: Original) -> Found | Problem:
    return read_original(original, today=DAY)


def _adding(root: Path, number: int) -> Callable[[], object]:
    words = f"Le numéro {number} est paru. Il dit tout ce que le numéro {number} doit dire."
    original = Original(name=f"{number}.txt", raw=words.encode())

    def work() -> None:
        (outcome,) = [o for o in add(root, [original], read=_reads, retrieved=DAY) if isinstance(o, Added)]
        assert words in (root / outcome.path).read_text("utf-8")

    return work


def _extracting(root: Path, number: int) -> Callable[[], object]:
    def work() -> None:
        (root / "corpus/essai-1.md").write_text(ARTICLE.format(1) + f" Le pont {number} rouvre mardi.", "utf-8")
        assert not [p for p in refresh(root).problems if "changed while" in p.message]

    return work


def _reviewing(root: Path, number: int) -> Callable[[], object]:
    """Claims of one file, each decided once."""
    file = next(file for file in load(root).dossier.files if file.article == "essai-2")
    claim = file.claims[number % len(file.claims)]
    ruling = Ruling(f"Zoé {number}", DAY)
    return lambda: committed(root, lambda: ruled(Shelf(root), [claim.id], Status.REVIEWED, ruling))


def _linking(root: Path, number: int) -> Callable[[], object]:
    """Decisions about the same two claims, which stand in one file."""
    one, other = (file.claims[0] for file in load(root).dossier.files[:2])
    link = Judged(name="d-1", kind=LinkKind.UPDATE, claims=(one, other), decision=LinkDecision.REJECTED)
    return lambda: committed(root, lambda: linked(root, [link], Ruling(f"Ada {number}", DAY)))


WORKS: tuple[Work, ...] = (_adding, _extracting, _reviewing, _linking)


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


@pytest.mark.parametrize(
    ("one", "other"), [*combinations_with_replacement(WORKS, 2)], ids=lambda work: work.__name__[1:]
)
def test_no_two_commands_lose_anything(project: Path, one: Work, other: Work) -> None:
    """Both do all they say they did."""
    for number in range(0, 2 * ROUNDS, 2):
        _at_once(one(project, number), other(project, number + 1))
    written = "".join(path.read_text("utf-8") for path in sorted((project / "claims").rglob("*.yaml")))
    added = "".join(path.read_text("utf-8") for path in sorted((project / "corpus").glob("*.md")))
    for number in range(2 * ROUNDS):
        work = (one, other)[number % 2]
        assert work is not _adding or f"Le numéro {number} est paru." in added
        assert work is not _reviewing or f"who: Zoé {number}," in written
        assert work is not _linking or f'who: "Ada {number}"' in written
    assert load(project).problems == ()


def test_the_same_article_is_added_once(project: Path) -> None:
    """By whichever of the two comes first."""
    original = Original(name="a.txt", raw=b"Une seule fois. Elle suffit pour tout le monde ici.")
    _at_once(*(lambda: list(add(project, [original], read=_reads, retrieved=DAY)) for _ in range(4)))

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
