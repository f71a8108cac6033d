"""Entities: the people, bodies, places and events that articles name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from briefing.model.annotation import EntityType

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ITEM = re.compile(r"Q[1-9][0-9]*")
_LONGEST_ID = 200
_DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
"""Names that no file has on Windows, whatever its ending (Win32, « Naming Files, Paths, and Namespaces »)."""
_RESERVED = frozenset({"index", "links", *_DEVICES})


class Entity(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing with a canonical name; `aliases` are other names, `roles` the functions that the project knows."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """« dirigeant nord-coréen »: a noun phrase that means this person or body in this project."""
    not_same_as: tuple[str, ...] = ()
    stands_for: str | None = None
    """The id of what a place stands for when it acts: Moscou → gouvernement-russe."""
    affiliation: str | None = None
    """The id of what it belongs to: a minister → a government, a government → a state (schema.org affiliation)."""
    wikidata: str | None = None
    coordinates: tuple[float, float] | None = None
    """Of a place: latitude and longitude in degrees (WGS 84), of its middle where it is wide."""
    radius: float | None = None
    """How far from there it may be, in kilometres: of a town the town, of a country the country."""
    note: str | None = None

    @property
    def has_item(self) -> bool:
        """Whether what it says of Wikidata is the id of an item."""
        return bool(self.wikidata and _ITEM.fullmatch(self.wikidata))


class Register(Struct, frozen=True):
    """What a project says of names: its entities, and the names that are no entity here."""

    entities: tuple[Entity, ...] = ()
    ignored: tuple[str, ...] = ()


@lru_cache(maxsize=16_384)  # pages sort by it, thousands of times a name
def slug(name: str) -> str:
    """An id made of a name: lower case, no accents, hyphens (`Kim Jong Un` → `kim-jong-un`)."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE")).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_ID].strip("-") or "sans-nom"
    return f"{made}-nom" if made in _RESERVED else made


def wrong_id(given: str) -> str:
    """Why what a person calls an article or an entity can be no address or file on every system, or nothing."""
    if not _ID.fullmatch(given):
        return "use only a-z, 0-9 and single hyphens"
    if len(given) > _LONGEST_ID:
        return f"use at most {_LONGEST_ID} characters"
    if given in _RESERVED:
        return "that name is taken by the site, by a file of ours or by Windows; choose another"
    return ""
