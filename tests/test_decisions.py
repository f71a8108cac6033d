"""A file of decisions, and the terminal's own desk: each decision as the commands take it, conflicts told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from briefing.cli import commands
from briefing.desk.queue import queue
from briefing.project import refresh
from command import run, write

TEXT = (
    "Selon le maire, 120 personnes ont voté vendredi à Lyon. Le vote a eu lieu dans le calme. "
    "La préfecture dément tout incident. Deux recours ont été déposés à Lyon le 2 décembre 2024."
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One article."""
    write(tmp_path, "corpus/vote.md", f"---\npublished: 2024-12-03\n---\n\n{TEXT}\n")
    refresh(tmp_path)
    return tmp_path


def _claims(root: Path) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in yaml.safe_load((root / "claims/vote.yaml").read_text("utf-8"))["claims"]}


def _seen(root: Path) -> dict[str, str]:
    """What the page gives of each claim."""
    return {claim.id: claim.seen for claim in queue(root).claims}


def _apply(root: Path, *decisions: Mapping[str, object], **more: str) -> Result:
    file = root / "decisions.json"
    file.write_text(json.dumps({"by": "Léa", "on": "2026-11-20", **more, "decisions": decisions}), "utf-8")
    return run("review", "-C", root, "--apply", file)


def _review(root: Path, *arguments: str) -> Result:
    return run("review", "-C", root, *arguments, "--by", "Zoé", "--on", "2026-11-21")


def test_decisions_are_carried_out_in_order_by_who_took_them(project: Path) -> None:
    """On the day on which they were taken; an edit before an acceptance is no conflict with it."""
    (one, two, *_), seen = _claims(project), _seen(project)
    said = _apply(
        project,
        {"do": "edit", "claim": one, "seen": seen[one], "field": "modality", "value": "denied"},
        {"do": "accept", "claim": one, "seen": seen[one]},
        {"do": "reject", "claim": two, "seen": seen[two], "why": "hors sujet"},
    )
    assert said.output == "carried out 3 decisions, by Léa on 2026-11-20\n"
    rows = _claims(project)
    assert (rows[one]["modality"], rows[one]["status"], rows[one]["review"]["who"]) == ("denied", "reviewed", "Léa")
    assert (rows[two]["status"], rows[two]["review"]["why"]) == ("rejected", "hors sujet")


def test_the_same_file_twice_changes_nothing(project: Path) -> None:
    """What was decided so is not decided again."""
    (one, *_), seen = _claims(project), _seen(project)
    decision = {"do": "accept", "claim": one, "seen": seen[one]}
    _apply(project, decision)
    before = (project / "claims/vote.yaml").read_bytes()
    said = _apply(project, decision)
    assert (said.exit_code, "carried out 0 decisions, 1 taken before" in said.output) == (0, True)
    assert (project / "claims/vote.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("article", "message"),
    [
        ("vote", ""),
        ("", ""),
        ("renomme-depuis", ""),
        ("autre", "claims/autre.yaml: {claim} is no claim of this article; look again"),
        ("../vote", "corpus: there is no article “../vote”"),
        ("/etc/passwd", "corpus: there is no article “/etc/passwd”"),
        ("Vote", "corpus: there is no article “Vote”"),
    ],
)
@pytest.mark.parametrize("verb", ["accept", "edit", "remove"])
def test_a_decision_is_about_the_article_that_it_names(project: Path, verb: str, article: str, message: str) -> None:
    """Or about one that is gone, as one that was renamed since is; never about a claim of another."""
    (project / "corpus/autre.md").write_text("---\npublished: 2024-12-04\n---\n\nLe pont ferme lundi.\n", "utf-8")
    refresh(project)
    before, (claim, *_) = (project / "claims/vote.yaml").read_bytes(), _claims(project)
    more = {"field": "modality", "value": "denied"} if verb == "edit" else {}
    said = _apply(project, {"do": verb, "claim": claim, "article": article, **more})
    assert message.format(claim=claim) in said.output
    assert ((project / "claims/vote.yaml").read_bytes() == before) == bool(message)


@pytest.mark.parametrize("is_extracted", [True, False])
@pytest.mark.parametrize("is_reviewed", [True, False])
def test_what_was_read_in_another_sentence_is_a_conflict(
    project: Path, *, is_extracted: bool, is_reviewed: bool
) -> None:
    """Somebody read the claim before « Nul ne croit que » stood in front of its words: his yes is none to that."""
    one = next(iter(_claims(project)))
    if is_reviewed:
        _review(project, "--accept", one)
        refresh(project)
    seen, path = _seen(project)[one], project / "corpus/vote.md"
    exact = _claims(project)[one]["evidence"]["exact"]
    path.write_text(path.read_text("utf-8").replace(exact, f"Nul ne croit que {exact}"), "utf-8")
    if is_extracted:
        refresh(project)
    before = (project / "claims/vote.yaml").read_bytes()
    said = _apply(project, {"do": "accept", "claim": one, "seen": seen})
    assert said.exit_code == 1
    assert "look again and decide" in said.output or f"there is no claim “{one}”" in said.output
    assert (project / "claims/vote.yaml").read_bytes() == before


@pytest.mark.parametrize("meanwhile", ["rejected", "edited", "gone"])
def test_a_conflict_is_told_and_takes_no_other_down(project: Path, meanwhile: str) -> None:
    """What somebody else decided stands; the rest of the file is carried out."""
    (one, two, *_), seen = _claims(project), _seen(project)
    if meanwhile == "rejected":
        _review(project, "--reject", one, "--why", "non")
    elif meanwhile == "edited":
        run("edit", "-C", project, one, "modality=possible")
    else:
        run("remove", "-C", project, one)
    before = _claims(project).get(one)
    said = _apply(
        project, {"do": "accept", "claim": one, "seen": seen[one]}, {"do": "accept", "claim": two, "seen": seen[two]}
    )
    told = {
        "rejected": f"{one} changed since it was looked at: it is rejected by Zoé on 2026-11-21",
        "edited": f"{one} changed since it was looked at: it was edited",
        "gone": f"there is no claim “{one}”",
    }[meanwhile]
    assert said.exit_code == 1
    assert told in said.output
    assert "carried out 1 decision, by Léa" in said.output
    assert _claims(project).get(one) == before
    assert _claims(project)[two]["status"] == "reviewed"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "this is no file of decisions"),
        (b'{"decisions": [{"do": "accept", "claim": 3}]}', "Expected `str`, got `int` - at `$.decisions[0].claim`"),
        (b'{"decisions": [], "by": "L\xe9a"}', "this is no file of decisions"),
        (b'{"decisions": [{"do": "reject", "claim": "c-1"}]}', "missing required field `why` - at `$.decisions[0]`"),
        (b'{"decisions": [{"do": "accept", "claim": "c-1", "force": true}]}', "unknown field `force`"),
        (b'{"decisions": [], "by": "' + b"a" * 201 + b'"}', "length <= 200 - at `$.by`"),
        (b'{"decisions": [{"do": "ignore", "name": " "}]}', "a name is empty; write it out"),
        (b'{"decisions": [{"do": "split", "entity": "lyon", "name": ""}]}', "a name is empty; write it out"),
    ],
)
def test_what_is_no_file_of_decisions_is_said(project: Path, content: bytes, message: str) -> None:
    """With the place in it; nothing is written."""
    before = (project / "claims/vote.yaml").read_bytes()
    (project / "d.json").write_bytes(content)
    said = run("review", "-C", project, "--apply", project / "d.json")
    assert said.exit_code == 1
    assert message in said.output
    assert (project / "claims/vote.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        ({"do": "reject", "why": " "}, "say why it is rejected"),
        ({"do": "reject", "why": "faux\x07"}, "the control character U+0007 stands here; remove it"),
        ({"do": "accept", "why": "\0"}, "the control character U+0000 stands here; remove it"),
    ],
)
def test_what_is_decided_can_be_read(project: Path, decision: dict[str, str], why: str) -> None:
    """A reason that is none, and one that no file can hold."""
    (claim, *_), before = _claims(project), (project / "claims/vote.yaml").read_bytes()
    said = _apply(project, {**decision, "claim": claim})
    assert (said.exit_code, why in said.output) == (1, True), said.output
    assert (project / "claims/vote.yaml").read_bytes() == before


def test_a_mark_of_byte_order_is_no_mistake(project: Path) -> None:
    """As some editors of Windows write it."""
    (claim, *_) = _claims(project)
    text = json.dumps({"decisions": [{"do": "accept", "claim": claim}]})
    (project / "d.json").write_text(text, "utf-8-sig")
    said = run("review", "-C", project, "--apply", project / "d.json")
    assert said.exit_code == 0, said.output
    assert _claims(project)[claim]["status"] == "reviewed"


def _interactive(root: Path, keys: str) -> Result:
    arguments = ["review", "-C", str(root), "-i", "--by", "Zoé", "--on", "2026-11-21"]
    return CliRunner().invoke(commands, arguments, input=keys)


def test_the_terminal_asks_claim_by_claim(project: Path) -> None:
    """A key each; a reason by its number, a correction as field=value, the last one taken back."""
    one, two, three, *_ = _claims(project)
    said = _interactive(project, "a" + "r2\n" + "emodality=possible\n" + "a" + "q")
    assert said.exit_code == 0, said.output
    rows = _claims(project)
    assert [rows[c]["status"] for c in (one, two, three)] == ["reviewed", "rejected", "reviewed"]
    assert (rows[two]["review"]["why"], rows[three]["modality"]) == ("hors sujet", "possible")
    assert said.output.endswith(f"3 decided, {len(rows) - 3} not looked at\n")


def test_the_terminal_takes_back_and_goes_back(project: Path) -> None:
    """And other keys do nothing."""
    before = (project / "claims/vote.yaml").read_bytes()
    said = _interactive(project, "a" + "u" + "x" + "n" + "p" + "q")
    assert f"took back: accept {next(iter(_claims(project)))}" in said.output
    assert (project / "claims/vote.yaml").read_bytes() == before


def test_the_end_of_what_is_typed_ends_it(project: Path) -> None:
    """A pipe that closes is no mistake."""
    assert _interactive(project, "n").exit_code == 0
