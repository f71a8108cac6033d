"""Names of linked data: schema.org for what things are, CiTO for what joins claims, PROV for what made them."""

from __future__ import annotations

from briefing.export.json_text import Node
from briefing.model.annotation import EntityType
from briefing.model.relation import Difference, DifferenceKind, Field

AGREES, DISAGREES, DISPUTES = "cito:agreesWith", "cito:disagreesWith", "cito:disputes"
QUALIFIES, UPDATES = "cito:qualifies", "cito:updates"
_IRIS = (
    *("about", "appearance", "claimInterpreter", "firstAppearance", "interpretedAsClaim", "isBasedOn"),
    *(AGREES, DISAGREES, DISPUTES, QUALIFIES, UPDATES, "oa:hasSource"),
    *("prov:agent", "prov:used", "prov:wasAttributedTo", "prov:wasGeneratedBy", "prov:wasQuotedFrom"),
)
"""What leads from one thing of the graph to another: a plain string is its IRI."""

OF_A_PAGE: Node = {
    "@vocab": "https://schema.org/",
    "briefing": "urn:briefing:",
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
    "archivedAt": {"@type": "@id"},
}
"""Written out in each document, so that a program needs no network to read it. `briefing:` holds what no public
vocabulary has: modality, cue, bound, status, the EDTF date."""

OF_THE_GRAPH: Node = {
    **OF_A_PAGE,
    "cito": "http://purl.org/spar/cito/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    **{term: {"@type": "@id"} for term in _IRIS},
}

TYPES = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.PLACE: "Place",
    EntityType.EVENT: "Event",
    EntityType.WORK: "CreativeWork",
    EntityType.PRODUCT: "Product",
    EntityType.OTHER: "Thing",
}


def relation(difference: Difference) -> str:
    """What the later claim of a difference does to the earlier one."""
    if difference.kind is DifferenceKind.UPDATE:
        return UPDATES
    if difference.kind is DifferenceKind.DIFFERENCE:
        return QUALIFIES
    return DISPUTES if difference.field is Field.POLARITY else DISAGREES
