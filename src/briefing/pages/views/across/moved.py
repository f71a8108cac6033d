"""Entities that stand on another's page: their own addresses lead there."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import Link


class Moved(Link, frozen=True, kw_only=True):
    """Its name, its place on the other's page, and whose page that is."""

    onto: str


def moved(catalogue: Catalogue) -> Iterator[tuple[str, Moved]]:
    """Each of them by the source path of its own address."""
    for ident in catalogue.entities:
        page = catalogue.page_of(ident)
        own, other = catalogue.link(ident), catalogue.link(page)
        if page != ident and own and other:
            yield catalogue.paths.child("entities", ident), Moved(own.label, own.path, onto=other.label)
