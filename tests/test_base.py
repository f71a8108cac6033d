"""A claim file and its base: what belongs together, and that nothing is lost where it does not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.check.project import check
from briefing.disk import write as disk
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.project import load, refresh
from briefing.store.base import base_path, versions
from briefing.store.files import claims_path, read_claims

FRONT = "---\ntitle: Le port\npublished: 2024-11-30\n---\n\n"
FIRST = "Selon le maire, 120 bateaux sont entrés au port lundi. Le préfet dément la fermeture du pont."
ADDED = "Le gouvernement a annoncé 300 emplois à Brest."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project under git, whose claims are extracted and committed."""
    (tmp_path / "corpus").mkdir()
    _correct(tmp_path, FIRST)
    refresh(tmp_path)
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    return tmp_path


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=Zoé", "-c", "user.email=zoe@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *words], cwd=root, capture_output=True, text=True, check=False)


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    assert _git(root, "commit", "-qm", "x").returncode == 0


def _correct(root: Path, text: str) -> None:
    (root / "corpus/port.md").write_text(f"{FRONT}{text}\n", "utf-8")


def _claims(root: Path) -> tuple[Claim, ...]:
    (file,) = load(root).dossier.files
    return file.claims


def _edit(root: Path, old: str, new: str) -> None:
    path = root / claims_path("port")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _remove(root: Path, words: str) -> str:
    """A person takes the claim with these words out of its file; its id."""
    path = root / claims_path("port")
    head, *items = path.read_text("utf-8").split("- id: ")
    (gone,) = [item for item in items if words in item.partition("\n  modality")[0]]
    path.write_text("- id: ".join([head, *(item for item in items if item is not gone)]), "utf-8")
    return gone.split("\n")[0]


def test_a_sentence_at_the_top_changes_no_line_of_a_claim(project: Path) -> None:
    """Reviewed or not: the file says words, and the words are the same."""
    _edit(project, "status: draft", "status: reviewed # par Zoé")
    before = (project / claims_path("port")).read_text("utf-8").partition("claims:\n")[2]
    _correct(project, f"{ADDED} {FIRST}")
    assert refresh(project).problems == ()
    after = (project / claims_path("port")).read_text("utf-8").partition("claims:\n")[2]

    assert after.endswith(before)
    assert "start:" not in after
    assert [c.evidence.start for c in _claims(project)] == [
        f"{ADDED} {FIRST}".index(c.evidence.exact) for c in _claims(project)
    ]


@pytest.mark.parametrize("how", ["restored", "ours"])
def test_an_older_claim_file_put_back_loses_no_claim(project: Path, how: str) -> None:
    """What the rules have found since is proposed again, and said; a locked build fails until then."""
    _correct(project, f"{FIRST} {ADDED}")
    refresh(project)
    (new,) = [c.id for c in _claims(project) if "emplois" in c.evidence.exact]
    if how == "ours":
        _commit(project)
    _git(project, "checkout", "HEAD~1" if how == "ours" else "HEAD", "--", claims_path("port"))
    assert new not in (project / claims_path("port")).read_text("utf-8")

    assert refresh(project, locked=True).changed == (claims_path("port"),)
    problems = refresh(project).problems
    assert [p.severity.value for p in problems] == ["warning"]
    assert f"nothing counts as removed: {new} proposed again" in problems[0].message
    assert new in [c.id for c in _claims(project)]
    assert refresh(project).problems == ()


def test_what_a_person_removed_stays_removed(project: Path) -> None:
    """Where file and base belong together."""
    gone = _remove(project, "dément")
    assert refresh(project).problems == ()
    _correct(project, f"{ADDED} {FIRST}")
    refresh(project)
    assert gone not in [c.id for c in _claims(project)]


def test_a_file_without_its_line_belongs_to_no_base(project: Path) -> None:
    """Who writes a new file by hand removes nothing of what the rules find."""
    found = [c.id for c in _claims(project)]
    (project / claims_path("port")).write_text(
        'article: port\nclaims:\n- id: c-moi\n  evidence: {exact: "120 bateaux"}\n  modality: asserted\n', "utf-8"
    )
    refresh(project)
    assert {*found, "c-moi"} == {c.id for c in _claims(project)} | set(found[:1])
    assert found[1] in [c.id for c in _claims(project)]


def test_two_people_work_on_one_article(project: Path) -> None:
    """One corrects its text, the other reviews a claim and adds a note: git joins both without a word."""
    _git(project, "checkout", "-qb", "autre")
    _edit(project, "status: draft", "status: reviewed")
    _commit(project)
    _git(project, "checkout", "-q", "main")
    _correct(project, f"{FIRST} {ADDED}")
    refresh(project)
    _commit(project)
    said = _git(project, "merge", "-q", "--no-edit", "autre")

    assert said.returncode == 0, said.stdout
    assert refresh(project).problems == ()
    assert [c.status.value for c in _claims(project)] == ["reviewed", "draft", "draft"]


def _conflict(root: Path) -> None:
    """Two branches extract two corrections of one article; the article and its claims are joined by hand."""
    _git(root, "checkout", "-qb", "autre")
    _correct(root, f"{ADDED} {FIRST}")
    refresh(root)
    _edit(root, "status: draft", "status: reviewed")
    _commit(root)
    _git(root, "checkout", "-q", "main")
    _correct(root, f"{FIRST} La ville de Caen a supprimé 40 postes.")
    refresh(root)
    _commit(root)
    assert _git(root, "merge", "-q", "autre").returncode != 0
    _correct(root, f"{ADDED} {FIRST} La ville de Caen a supprimé 40 postes.")
    _git(root, "checkout", "--theirs", claims_path("port"))


def test_conflict_marks_in_a_base_are_mended(project: Path) -> None:
    """`check` says them; the next extraction takes the side to which the claim file belongs."""
    _conflict(project)
    said = [str(problem) for problem in check(project).problems if ".base" in problem.where.path]
    assert [line.partition("yaml:")[2][1:] for line in said] == [
        ": git left a conflict here; run briefing extract, which mends it"
    ]
    refresh(project)

    assert "<<<<<<<" not in (project / base_path("port")).read_text("utf-8")
    assert [c.status.value for c in _claims(project)] == ["reviewed", "draft", "draft", "draft"]
    assert refresh(project).changed == ()


@pytest.mark.parametrize("middle", ["", "||||||| base\nz\n"])
def test_both_sides_of_a_conflict_are_read(middle: str) -> None:
    """With what stands around it; a text without conflict is one version."""
    text = f"a\n<<<<<<< ours\nb\n{middle}=======\nc\nd\n>>>>>>> theirs\ne\n"

    assert list(versions(text)) == ["a\nb\ne\n", "a\nc\nd\ne\n"]
    assert list(versions("a\n=======\nb\n")) == ["a\n=======\nb\n"]


def _stopped_after(number: int, write: Callable[..., bool]) -> Callable[..., bool]:
    """A disk on which only so many files can be written."""
    left = [number]

    def stopped(*given: object, **named: object) -> bool:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return write(*given, **named)

    return stopped


@pytest.mark.parametrize("number", range(4))
def test_a_removed_claim_stays_removed_wherever_the_work_stops(
    project: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Between any two writes: the claim file always finds the base that it names."""
    gone = _remove(project, "dément")
    _correct(project, f"{ADDED} {FIRST}")
    stopped = _stopped_after(number, disk.write)
    with monkeypatch.context() as patch:
        for module in ("reconcile", "base"):
            patch.setattr(f"briefing.store.{module}.write", stopped)
        with suppress(KeyboardInterrupt):
            refresh(project)
    problems = refresh(project).problems

    assert problems == ()
    assert gone not in [c.id for c in _claims(project)]
    assert len(_claims(project)) == 2
    assert [p.name for p in (project / "claims/.base").iterdir()] == ["port.yaml"]


def test_windows_line_ends_are_none_of_a_persons(project: Path) -> None:
    """A checkout with CRLF reads like one with LF: the same hash, the same places, and nothing changes."""
    before = _claims(project)
    for path in (project / "corpus/port.md", project / claims_path("port"), project / base_path("port")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert refresh(project, locked=True).changed == ()
    assert _claims(project) == before


def test_offsets_of_earlier_versions_are_taken_over(project: Path) -> None:
    """A file that tells places keeps its claims, comments and decisions, and tells words from then on."""
    article = Article(id="port", text=FIRST)
    stored = read_claims(project, article)
    assert stored.file is not None
    assert stored.text is not None
    told = stored.text
    for claim in stored.file.claims:
        place = f"start: {claim.evidence.start}, end: {claim.evidence.end}"
        told = told.replace(
            f'evidence: {{exact: "{claim.evidence.exact}"}}', f'evidence: {{exact: "{claim.evidence.exact}", {place}}}'
        )
    told = told.replace("status: draft", "status: reviewed # Zoé", 1)
    (project / claims_path("port")).write_text(
        "".join(ln for ln in told.splitlines(keepends=True) if ln[:5] != "base:"), "utf-8"
    )
    old = (project / base_path("port")).read_text("utf-8").partition("places:")[0]
    (project / base_path("port")).write_text(old, "utf-8")
    gone = _remove(project, "dément")
    assert refresh(project).problems == ()

    after = (project / claims_path("port")).read_text("utf-8")
    assert "start:" not in after
    assert "status: reviewed # Zoé" in after
    assert gone not in after
    assert replace(_claims(project)[0], status=stored.file.claims[0].status) == stored.file.claims[0]
