"""What a rule about one word may look at: the page, the known names in it, the persons whom it names in full."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.languages.fr.names.capitals.page import Page
from briefing.languages.fr.names.capitals.people import People
from briefing.languages.fr.names.known import Hits


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as the rules for single words see it."""

    page: Page
    hits: Hits
    people: People
