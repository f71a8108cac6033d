"""`briefing explain --link`: why two claims are linked or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import commands
from briefing.project import load, refresh
from command import run, write

STORIES = {
    "a": "L'incendie de la scierie Morel a détruit 412 hectares de pins dans la vallée, selon les pompiers.",
    "b": "Selon les pompiers, 412 hectares de pins ont été détruits par l'incendie de la scierie Morel.",
    "c": "Le conseil municipal votera le budget des écoles mardi.",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two articles on one fire, each with a sentence of its own, and one on something else."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Essai\nplugins: [briefing]\n", "utf-8")
    for name, story in STORIES.items():
        text = f"---\ntitle: {name}\npublished: 2026-03-0{ord(name) - 96}\n---\n\n{story}\n"
        write(tmp_path, f"corpus/{name}.md", text)
    refresh(tmp_path)
    return tmp_path


def _claims(project: Path) -> dict[str, str]:
    dossier = load(project).dossier
    return {dossier.article_of(claim).id: claim.id for claim in dossier.claims.values()}


def _explained(project: Path, *claims: str) -> str:
    found = run("explain", "-C", project, "--link", *claims)
    return found.output


def test_what_speaks_for_a_link_is_printed_with_its_weight(project: Path) -> None:
    """Features that are not 0, the scores that they make, what speaks against it, the verdict."""
    claims = _claims(project)
    text = _explained(project, claims["a"], claims["b"])

    assert "says the same: " in text
    assert "  number " in text
    assert " × +" in text
    assert "against it: nothing" in text
    assert "verdict: shown as saying the same" in text


def test_the_order_of_claims_changes_only_their_order(project: Path) -> None:
    """What follows the two passages is the same."""
    claims = _claims(project)
    one, other = (
        _explained(project, *ids).splitlines() for ids in ((claims["a"], claims["b"]), (claims["b"], claims["a"]))
    )

    assert one[:2] == other[1::-1]
    assert one[2:] == other[2:]


def test_claims_that_share_nothing_were_never_compared(project: Path) -> None:
    """And it is said why that may be."""
    claims = _claims(project)

    assert "not compared: they share too little" in _explained(project, claims["a"], claims["c"])


def test_a_misspelt_id_is_named(project: Path) -> None:
    """With what it may have meant; and an article and a link are not asked for at once."""
    claims = _claims(project)
    text = _explained(project, claims["a"], claims["b"][:-1])

    assert f"there is no claim “{claims['b'][:-1]}”; did you mean “{claims['b']}”?" in text
    both = CliRunner().invoke(commands, ["explain", "-C", str(project), "a", "--link", claims["a"], claims["b"]])
    assert "name an article, or two claims" in both.output
