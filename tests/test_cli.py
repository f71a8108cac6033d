"""The command line as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import run, write

ARTICLE = """---
title: "[Le vote]"
published: 2024-11-30
---

Selon le maire, 120 personnes ont voté vendredi. Le vote a eu lieu dans le calme.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article."""
    write(tmp_path, "corpus/vote.md", ARTICLE)
    return tmp_path


@pytest.mark.parametrize("command", ["extract", "review", "check", "build", "serve", "export", "explain"])
def test_every_command_explains_itself(command: str) -> None:
    """Help says what the command does, and each of its options."""
    said = run(command, "--help")

    assert said.exit_code == 0
    assert "-C, --directory" in said.output
    assert command in run("--help").output


def test_extract_writes_claims_and_says_how_many(project: Path) -> None:
    """A second run changes nothing."""
    assert run("extract", "-C", project).output == "1 article, 2 claims; 1 claim file changed\n"
    assert run("extract", "-C", project).output == "1 article, 2 claims; 0 claim files changed\n"
    assert (project / "claims" / "vote.yaml").exists()


def test_the_number_of_claims_says_how_many_can_be_checked(project: Path) -> None:
    """The home page counts those; where all can be, there is one number to say."""
    run("extract", "-C", project)
    assert run("check", "-C", project).output.endswith("1 article, 2 claims, 0 errors, 0 warnings\n")
    file = project / "claims" / "vote.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("  because:", "  checkable: false\n  because:", 1), "utf-8")
    assert run("extract", "-C", project).output.startswith("1 article, 2 claims (1 can be checked); ")
    assert "1 article, 2 claims (1 can be checked), 0 errors" in run("check", "-C", project).output


def test_extract_keeps_going_past_a_broken_article(project: Path) -> None:
    """The others are extracted; the exit code tells."""
    (project / "corpus" / "vide.md").write_text("---\ntitle: T\n---\n", "utf-8")
    said = run("extract", "-C", project)

    assert said.exit_code == 1
    assert "corpus/vide.md:4: the article is empty" in said.output
    assert (project / "claims" / "vote.yaml").exists()
    assert not (project / "claims" / "vide.yaml").exists()


def test_check_says_what_is_missing(project: Path) -> None:
    """A warning does not fail."""
    said = run("check", "-C", project)

    assert said.exit_code == 0
    assert "corpus/vote.md: warning: no claims have been extracted from it yet; run briefing extract" in said.output


def test_check_fails_on_a_mistake(project: Path) -> None:
    """With its line, without a traceback."""
    run("extract", "-C", project)
    path = project / "claims" / "vote.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: drft", 1), "utf-8")
    said = run("check", "-C", project)

    assert said.exit_code == 1
    assert (
        "claims/vote.yaml:8: status: “drft” is none of draft, reviewed, rejected; did you mean “draft”?" in said.output
    )
    assert "Traceback" not in said.output


def test_check_notices_a_changed_article(project: Path) -> None:
    """The hash in the claim file is that of another text."""
    run("extract", "-C", project)
    article = project / "corpus" / "vote.md"
    article.write_text(article.read_text("utf-8") + "\nLa suite est connue.\n", "utf-8")

    assert "the article's text changed after its claims were extracted" in run("check", "-C", project).output


def test_export_is_the_contract(project: Path) -> None:
    """Articles, claims, entities, corroborations, differences; the same bytes twice."""
    run("extract", "-C", project)
    for name in ("a.json", "b.json"):
        assert run("export", "-C", project, "--format", "json", "-o", project / name).exit_code == 0
    document = json.loads((project / "a.json").read_text("utf-8"))

    assert {"articles", "claims", "entities", "corroborations", "differences"} <= set(document)
    assert document["claims"][0]["article"] == "vote"
    assert document["claims"][0]["evidence"]["exact"].startswith("Selon le maire")
    assert (project / "a.json").read_bytes() == (project / "b.json").read_bytes()


def test_rights_hold_in_the_export(project: Path) -> None:
    """An article that must not be shown is not handed out either."""
    article = project / "corpus" / "vote.md"
    article.write_text(article.read_text("utf-8").replace("---\n\n", "rights: none\n---\n\n"), "utf-8")
    run("extract", "-C", project)
    document = json.loads(run("export", "-C", project).output)

    assert "text" not in document["articles"][0]


def test_explain_names_the_rules(project: Path) -> None:
    """Every value with its rule, and one line of the file on request."""
    said = run("explain", "-C", project, "vote:6")

    assert "corpus/vote.md:6: Selon le maire" in said.output
    assert "Selon/preposition le/determiner maire/noun" in said.output
    assert "clause main: verb «" in said.output
    assert "fr." in said.output


def test_explain_says_where_there_is_nothing(project: Path) -> None:
    """A line of the front matter, or one that the file has not."""
    front, beyond = (run("explain", "-C", project, f"vote:{line}") for line in (1, 999))

    assert front.exit_code == beyond.exit_code == 1
    assert "corpus/vote.md:1: no sentence begins in this line; the nearest one does in line 6" in front.output
    assert "corpus/vote.md:999: there is no such line; the text ends in line " in beyond.output


def test_explain_knows_a_misspelt_article(project: Path) -> None:
    """With the nearest match."""
    said = run("explain", "-C", project, "vot")

    assert said.exit_code == 1
    assert "there is no article “vot”; did you mean “vote”?" in said.output


def test_a_wrong_call_ends_with_two(project: Path) -> None:
    """Click's own answer to a call that is off."""
    assert run("extract", "-C", project / "nowhere").exit_code == 2
    assert run("explain", "-C", project, "vote:x").exit_code == 2
