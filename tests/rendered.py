"""The site of the sample dossier, and the words of its pages."""

from __future__ import annotations

import re
from typing import Any

from briefing.model.dossier import Dossier
from briefing.pages.site import Edition, Site
from sample import DOSSIER


def site_of(dossier: Dossier = DOSSIER, **edition: Any) -> Site:
    """The site of a dossier; `edition`: what is other than usual."""
    return Site(dossier, Edition(**{"title": "Crues", "date": "2024-06", **edition}))


def plain(html: str) -> str:
    """The words of some HTML, one space between two."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def page_text(path: str, dossier: Dossier = DOSSIER) -> str:
    """The words of a page."""
    return plain(site_of(dossier).render(path).html)
