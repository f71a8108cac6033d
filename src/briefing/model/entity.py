"""Entities: the people, bodies, places and events that articles name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from briefing.model.annotation import EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing with a canonical name; `aliases` are other names, `roles` the functions that the project knows."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """« dirigeant nord-coréen »: a noun phrase that means this person or body in this project."""
    not_same_as: tuple[str, ...] = ()
    stands_for: str | None = None
    """The id of what a place stands for when it acts: Moscou → gouvernement-russe."""
    wikidata: str | None = None
    note: str | None = None


def slug(name: str) -> str:
    """An id made of a name: lower case, no accents, hyphens (`Kim Jong Un` → `kim-jong-un`)."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "sans-nom"
