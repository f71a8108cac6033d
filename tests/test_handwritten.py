"""A claim that a person writes: what may be left out, and what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from briefing.disk.write import write
from briefing.model.article import Article
from briefing.model.claim import ClaimFile
from briefing.problems import BriefingError
from briefing.project import refresh
from briefing.schemas import schema
from briefing.store.files import understood
from briefing.store.verify import verified

TEXT = "Le port ferme à midi. Selon le maire, le port ferme dès lundi, et le pont aussi."
ARTICLE = Article(id="port", text=TEXT)
FIRST = 'claims:\n- id: c-1\n  evidence: {exact: "Selon le maire, le port ferme dès lundi"}\n  modality: alleged\n'


def _read(text: str) -> tuple[ClaimFile | None, list[str]]:
    stored = understood("claims/port.yaml", f"article: port\n{text}", "port").in_text(ARTICLE)
    if stored.file is None:
        return None, [str(problem) for problem in stored.problems]
    file, problems = verified(stored, ARTICLE)
    return file, [str(problem) for problem in problems]


def test_words_and_modality_are_enough() -> None:
    """Where the words stand is found; the rule is the person."""
    file, problems = _read(FIRST)

    assert problems == []
    assert file is not None
    assert file.text_sha256 == ""
    (claim,) = file.claims
    assert (claim.evidence.start, claim.evidence.end) == (22, 61)
    assert claim.because.rule == "person"


def test_rows_are_placed_inside_the_evidence() -> None:
    """« le port ferme » also stands before it."""
    said = "  attribution:\n  - {source: le maire, cue: Selon, content: {exact: le port ferme}}\n"
    file, problems = _read(f"{FIRST}{said}  dates:\n  - {{exact: lundi}}\n")

    assert problems == []
    assert file is not None
    assert file.claims[0].attribution[0].content.start == 38
    assert TEXT[file.claims[0].dates[0].start :].startswith("lundi, et")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("evidence: {exact: port ferme}", "4: c-1: “port ferme” stands 2 times in the article; say which with nth"),
        ("evidence: {exact: Le port ouvre}", "4: c-1: “Le port ouvre” is not in the article word for word; copy"),
        ('evidence: {exact: ""}', "4: c-1: the passage is empty; quote the words of the article"),
        ("evidence: {exact: midi, start: 99, end: -3}", "4: c-1: the passage ends (-3) before it begins (99)"),
        ("evidence: {exact: midi, start: 1}", "4: “end” is missing; add it"),
        ("evidence: midi", "4: evidence: must be lines of “key: value”, not “midi”"),
        ("evidence: [midi]", "4: evidence: must be lines of “key: value”"),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_is_said(text: str, message: str) -> None:
    """Nothing is placed by chance: words that stand twice need their place."""
    _, problems = _read(f"claims:\n- id: c-1\n  {text}\n  modality: asserted\n")

    assert [problem.startswith(f"claims/port.yaml:{message}") for problem in problems] == [True], problems


_MINE = '- id: c-1\n  evidence: {exact: "Le port ferme à midi."}\n  modality: asserted\n'


@pytest.mark.parametrize(
    "file",
    [
        f"article: port\n# de Zoé\nclaims:\n{_MINE}  # vu\n# fin\n",
        f"# yaml\narticle: port\nclaims:\n{_MINE}".rstrip(),
        f"---\n  article: port\n  claims:\n  {_MINE.replace('  ', '    ')}...\n",
        f"article: port\nclaims:\n{_MINE}".replace("\n", "\r\n"),
        "article: port\nclaims: []\n",
        "article: port\n",
        "article: port\n...\n",
    ],
)
def test_our_line_moves_none_that_a_person_wrote(tmp_path: Path, file: str) -> None:
    """What is said of the file names the lines that they see; the next extraction has nothing to change."""
    _project(tmp_path)
    path = tmp_path / "claims/port.yaml"
    path.write_text(file, "utf-8", newline="")

    assert refresh(tmp_path).problems == ()
    written = path.read_text("utf-8").splitlines()
    mine = [
        number for number, line in enumerate(file.splitlines()) if line[:2] not in {"..", "# "} and "[]" not in line
    ]
    assert [written[number] for number in mine] == [file.splitlines()[number] for number in mine]
    assert sum("base: " in line for line in written) == 1
    assert refresh(tmp_path).changed == ()


def _project(root: Path) -> None:
    for folder in ("corpus", "claims"):
        (root / folder).mkdir()
    (root / "corpus/port.md").write_text(f"---\ntitle: Port\npublished: 2024-11-30\n---\n{TEXT}\n", "utf-8")


@pytest.mark.parametrize("text", ["claims:\n", "claims: []\n", ""])
def test_no_claims_yet(text: str) -> None:
    """An emptied list is no mistake."""
    file, problems = _read(text)

    assert problems == []
    assert file is not None
    assert file.claims == ()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("  quotes: une citation\n", "claims/port.yaml:6: quotes: must be a list; begin each of its lines with “- ”"),
        ("  staus: draft\n", "claims/port.yaml:6: unknown key “staus”; did you mean “status”?"),
        ("  quantities: [{exact: lundi}]\n", "claims/port.yaml:6: “value” is missing; add it"),
        ("  quantities: [{exact: lundi, value: un}]\n", "claims/port.yaml:6: value: must be a number, not “un”"),
        ("  quantities: [{exact: lundi, value: 1e999}]\n", "claims/port.yaml:6: value: must be a number, not “1e999”"),
        ("  credibility: 7\n", "claims/port.yaml:6: credibility: “7” is none of 1, 2, 3, 4, 5, 6"),
        ("  note: 12\n", "claims/port.yaml:6: note: must be text; put it in quotes, not “12”"),
        ("  note: a\n  note: b\n", "claims/port.yaml:7: “note” stands here and in line 6; keep one of them"),
        ("- 3\n", "claims/port.yaml:6: claims: must be lines of “key: value”, not “3”"),
    ],
)
def test_a_mistake_keeps_the_file_from_being_read(rows: str, message: str) -> None:
    """One message for one mistake."""
    file, problems = _read(FIRST + rows)

    assert file is None
    assert [problem.startswith(message) for problem in problems] == [True], problems


def test_the_schema_asks_for_no_more() -> None:
    """An editor that checks by the published schema accepts what we accept, and only that."""
    validator = Draft202012Validator(json.loads(schema("claims")))
    claim = {"id": "c-1", "evidence": {"exact": "x"}, "modality": "alleged"}

    assert validator.is_valid({"article": "port", "claims": [claim]})
    assert not validator.is_valid({"article": "port", "claims": [{**claim, "evidence": {}}]})
    assert not validator.is_valid({"article": "port", "claims": [{**claim, "modality": "sure"}]})
    assert not validator.is_valid({"article": "port", "claims": [{**claim, "staus": "draft"}]})


def test_nothing_is_written_outside_the_project(tmp_path: Path) -> None:
    """A folder or a file that is a link to elsewhere is refused, a link inside the project is as good as the file."""
    root, elsewhere = tmp_path / "projet", tmp_path / "ailleurs"
    (root / "vrai").mkdir(parents=True)
    elsewhere.mkdir()
    (root / "claims").symlink_to(elsewhere)
    (root / "inside").symlink_to("vrai")

    with pytest.raises(BriefingError, match="leads to a place outside the project; nothing was written"):
        write(root, "claims/port.yaml", "x", expected=None)
    assert list(elsewhere.iterdir()) == []
    assert write(root, "inside/port.yaml", "x", expected=None)
    assert (root / "vrai" / "port.yaml").read_text("utf-8") == "x"


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file where a folder must be, a folder where a file must be: no traceback."""
    (tmp_path / "claims").write_text("", "utf-8")
    (tmp_path / "folder.yaml").mkdir()

    for path in ("claims/port.yaml", "folder.yaml"):
        with pytest.raises(BriefingError, match=f"{path}: (the file cannot be written: |this is no ordinary file)"):
            write(tmp_path, path, "x", expected=None)
