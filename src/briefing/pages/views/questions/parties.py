"""The parties that speak, as pages show them."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from briefing.model.relation import Party
from briefing.pages.typography import capital
from briefing.pages.views.catalogue import Catalogue
from briefing.pages.views.shown import Link
from briefing.relate.parties import parties, speaking


class Parties(Struct, frozen=True, dict=True):
    """Who speaks for whom in a dossier."""

    catalogue: Catalogue

    @cached_property
    def _known(self) -> dict[str, Party]:
        return parties(self.catalogue.dossier.entity, self.catalogue.dossier.claims.values())

    @cached_property
    def of(self) -> dict[str, tuple[Party, ...]]:
        """The parties that say each claim, by its id: several that say it together, none where nobody is named."""
        dossier = self.catalogue.dossier
        return {claim.id: speaking(claim, dossier.entity, self._known) for claim in dossier.claims.values()}

    def link(self, party: Party) -> Link:
        """A party's name and page."""
        found = self.catalogue.link(party.id)
        return Link(capital(party.name), found.path if found else None)
