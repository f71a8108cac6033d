"""Every problem of a project, in order of file and line: corpus, claims, links, entities, pages and citations."""

from __future__ import annotations

from pathlib import Path

from briefing.cache.checks import Checked, inputs, keep
from briefing.cache.results import results
from briefing.check.claims import problems_of_claims
from briefing.check.corpus import problems_of_corpus
from briefing.check.pages import problems_of_pages
from briefing.check.settings import read_settings
from briefing.project import Tell, load, nobody

_FOLDERS = ("corpus", "claims", "editions")


def check(root: Path, *, tell: Tell = nobody) -> Checked:
    """All that is wrong with the files of a project as they stand and the pages that people write; it is kept."""
    settings, _ = read_settings(root)
    watched = (*settings.files, *_FOLDERS, settings.docs)
    before = inputs(root, watched)
    loaded = load(root, tell=tell)
    dossier = loaded.dossier
    with results(root) as kept:
        problems = {
            *loaded.problems,
            *problems_of_corpus(root, dossier),
            *problems_of_claims(root, dossier, kept),
            *problems_of_pages(root, dossier),
        }
    claims = dossier.claims.values()
    found = Checked(
        problems=tuple(sorted(problems)),
        articles=len(dossier.articles),
        claims=len(claims),
        checkable=sum(claim.checkable for claim in claims),
    )
    keep(root, watched, before, found)
    return found
