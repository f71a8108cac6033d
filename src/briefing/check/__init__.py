"""Every problem of a project, in order of file and line: corpus, claims, links, entities, pages and citations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.check.claims import problems_of_claims
from briefing.check.corpus import problems_of_corpus
from briefing.check.grades import problems_of_grades
from briefing.check.pages import problems_of_pages
from briefing.project import Loaded, load


def check(root: Path) -> Loaded:
    """The dossier as it stands, and all that is wrong with the files behind it and the pages that people write."""
    loaded = load(root)
    dossier = loaded.dossier
    found = {
        *loaded.problems,
        *problems_of_corpus(root, dossier),
        *problems_of_claims(root, dossier),
        *problems_of_grades(root, dossier),
        *problems_of_pages(root, dossier),
    }
    return replace(loaded, problems=tuple(sorted(found)))
