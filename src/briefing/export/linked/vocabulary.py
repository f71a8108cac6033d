"""Names of linked data: schema.org for what things are, CiTO for what joins claims, PROV for what made them."""

from __future__ import annotations

from briefing.export.json_text import Node
from briefing.model.annotation import EntityType
from briefing.model.relation import Difference, DifferenceKind, Field

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "briefing": "urn:briefing:",
    "cito": "http://purl.org/spar/cito/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
    "archivedAt": {"@type": "@id"},
}
"""Written out in each document, so that a program needs no network to read it. `briefing:` holds what no public
vocabulary has: modality, cue, bound, status, the EDTF date."""

TYPES = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.PLACE: "Place",
    EntityType.EVENT: "Event",
    EntityType.WORK: "CreativeWork",
    EntityType.PRODUCT: "Product",
    EntityType.OTHER: "Thing",
}
AGREES = "cito:agreesWith"


def relation(difference: Difference) -> str:
    """What the later claim of a difference does to the earlier one."""
    if difference.kind is DifferenceKind.UPDATE:
        return "cito:updates"
    if difference.kind is DifferenceKind.DIFFERENCE:
        return "cito:qualifies"
    return "cito:disputes" if difference.field is Field.POLARITY else "cito:disagreesWith"
