"""When a page last changed: the day of what it is made of."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from briefing.model.dossier import Dossier
from briefing.model.ruling import Ruling
from briefing.pages.site import Edition, Site
from briefing.pages.views.across.modified import Modified
from sample import DOSSIER


def _checked(day: int, article: int = 0) -> Dossier:
    """The sample, every claim of one article checked by hand on a day of June 2024."""
    ruling = Ruling("A. Lu", date(2024, 6, day))
    first = DOSSIER.articles[article].id
    files = tuple(
        replace(file, claims=tuple(replace(c, review=ruling if file.article == first else None) for c in file.claims))
        for file in DOSSIER.files
    )
    return replace(DOSSIER, files=files)


def _modified(dossier: Dossier, path: str) -> str:
    site = Site(dossier, Edition(title="Crues", language="fr"))
    return Modified(dossier).day(site.pages[path].page)


@pytest.mark.parametrize("day", [2, 30])
def test_a_check_by_hand_changes_the_article_and_what_runs_across(day: int) -> None:
    """And not the page of another article."""
    dossier = _checked(day)
    mine, other = (f"articles/{article.id}.md" for article in dossier.articles[:2])

    assert _modified(dossier, mine) == _modified(dossier, "affirmations.md") == f"2024-06-{day:02}"
    assert _modified(dossier, other) != f"2024-06-{day:02}"


def test_nothing_known_is_nothing_said() -> None:
    """A month is no day."""
    undated = tuple(replace(a, meta=replace(a.meta, published="2024-06", retrieved=None)) for a in DOSSIER.articles)
    files = tuple(replace(f, claims=tuple(replace(c, review=None) for c in f.claims)) for f in DOSSIER.files)

    assert _modified(replace(DOSSIER, articles=undated, files=files), "affirmations.md") == ""
