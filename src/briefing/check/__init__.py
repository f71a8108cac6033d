"""Every problem of a project, in order of file and line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.problems import Problem, Severity, Where
from briefing.project import Loaded, load


def check(root: Path) -> Loaded:
    """The dossier as it stands, and all that is wrong with the files behind it."""
    loaded = load(root)
    missing = [
        Problem(
            Where(article.path), "no claims have been extracted from it yet; run briefing extract", Severity.WARNING
        )
        for article in loaded.dossier.articles
        if not (root / "claims" / f"{article.id}.yaml").exists()
    ]
    stale = [
        Problem(
            Where(f"claims/{article.id}.yaml"),
            "the article's text changed after its claims were extracted; run briefing extract",
            Severity.WARNING,
        )
        for article in loaded.dossier.articles
        for file in loaded.dossier.files
        if file.article == article.id and file.text_sha256 != article.text_sha256
    ]
    return replace(loaded, problems=tuple(sorted({*loaded.problems, *missing, *stale})))
