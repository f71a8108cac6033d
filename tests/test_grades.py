"""Grades that a person gives: reliability of an article, credibility of a claim, likelihood and confidence apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.project import load
from command import run, write

ARTICLES = {
    "a": "Selon Rome, 340 touristes ont été évacués en Grèce. La nuit fut calme.",
    "b": "Selon Athènes, 340 touristes ont été évacués en Grèce. Le vent est tombé.",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two articles that give one number, from two sources."""
    for name, text in ARTICLES.items():
        head = f"---\ntitle: {name}\npublished: 2025-08-0{1 + (name == 'b')}\nreliability: B\n---\n\n"
        write(tmp_path, f"corpus/{name}.md", head + text + "\n")
    run("extract", "-C", tmp_path)
    return tmp_path


def _grade(root: Path, article: str, grade: str) -> None:
    """Add a grade to the first claim of an article."""
    path = root / "claims" / f"{article}.yaml"
    path.write_text(path.read_text("utf-8").replace("  status: draft\n", f"  status: draft\n{grade}", 1), "utf-8")


def _check(root: Path) -> str:
    return run("check", "-C", root).output


def test_likelihood_and_confidence_are_two_fields(project: Path) -> None:
    """They are read apart, beside the credibility and the reliability of the article."""
    _grade(project, "a", "  credibility: 3\n  likelihood: likely\n  confidence: low\n")
    dossier = load(project).dossier
    claim = dossier.claims_of(dossier.articles[0])[0]

    assert (claim.credibility, claim.likelihood, claim.confidence) == (3, "likely", "low")
    assert dossier.articles[0].meta.reliability == "B"
    assert "credibility" not in _check(project)


@pytest.mark.parametrize("grade", ["credibility: 7", "likelihood: 0.8", "confidence: likely"])
def test_a_grade_outside_its_scale_is_a_mistake(project: Path, grade: str) -> None:
    """A number is no likelihood, and one scale is not the other."""
    _grade(project, "a", f"  {grade}\n")

    assert f"claims/a.yaml:9: {grade.partition(':')[0]}:" in _check(project)


def test_only_independent_origins_confirm(project: Path) -> None:
    """Credibility 1 stands where a corroboration has two named origins."""
    _grade(project, "a", "  credibility: 1\n")
    (group,) = load(project).dossier.corroborations

    assert group.origins == ("gouvernement grec", "gouvernement italien")
    assert "credibility" not in _check(project)


def test_one_origin_does_not_confirm(project: Path) -> None:
    """The same claim without the other article."""
    _grade(project, "a", "  credibility: 1\n")
    (project / "corpus" / "b.md").unlink()
    (project / "claims" / "b.yaml").unlink()

    assert "claims/a.yaml:9: c-" in _check(project)
    assert "credibility 1 needs two independent origins in one corroboration; write 2 or link them" in _check(project)
