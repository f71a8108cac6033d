"""What a person decides, as values: the desk sends them, a decisions file holds them, `apply` carries them out.

The file is JSON: `{"by": "Zoé Martin", "on": "2026-11-21", "decisions": [{"do": "accept", "claim": "c-8f3a1c2e"}, …]}`.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from briefing.model.annotation import EntityType
from briefing.model.claim import Claim
from briefing.model.link import LinkKind
from briefing.model.relation import Field
from briefing.problems import BriefingError
from briefing.store.links import fingerprint
from briefing.store.place import surroundings


class _OnClaim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do"):
    claim: str
    seen: str = ""
    """The claim as the person saw it (`seen`): another one by now is a conflict. Nothing: whatever it is."""
    article: str = ""
    """The article that holds it, where that is known: it is looked for there first."""


class Accept(_OnClaim, frozen=True, kw_only=True, tag="accept"):
    """The claim is right as it stands."""

    why: str | None = None


class Reject(_OnClaim, frozen=True, kw_only=True, tag="reject"):
    """The claim is no claim, or a wrong one."""

    why: str


class Edit(_OnClaim, frozen=True, kw_only=True, tag="edit"):
    """A field has another value."""

    field: str
    value: str


class Remove(_OnClaim, frozen=True, kw_only=True, tag="remove"):
    """The claim goes, with its links and citations."""


class _Other(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do"):
    pass


class Add(_Other, frozen=True, kw_only=True, tag="add"):
    """Words of an article make a claim."""

    article: str
    words: str
    nth: int = 0


class Judge(_Other, frozen=True, kw_only=True, tag="link"):
    """Claims belong together, or do not."""

    kind: LinkKind
    claims: tuple[str, ...]
    is_so: bool
    is_proposal: bool = False
    """Whether the rules only propose it, on no reader's page."""
    field: Field | None = None
    why: str | None = None


class Merge(_Other, frozen=True, kw_only=True, tag="merge"):
    """Two entities are one."""

    kept: str
    other: str


class Split(_Other, frozen=True, kw_only=True, tag="split"):
    """A name of an entity is somebody else's."""

    entity: str
    name: str


class Ignore(_Other, frozen=True, kw_only=True, tag="ignore"):
    """A name is no entity."""

    name: str


class Retype(_Other, frozen=True, kw_only=True, tag="type"):
    """An entity is of another kind."""

    entity: str
    type: EntityType


Decision: TypeAlias = Accept | Reject | Edit | Remove | Add | Judge | Merge | Split | Ignore | Retype
OnClaim: TypeAlias = Accept | Reject | Edit | Remove


class Decisions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Decisions in their order, who took them and on which day."""

    decisions: tuple[Decision, ...]
    by: Annotated[str, msgspec.Meta(max_length=200)] = ""
    on: date | None = None


_decode = msgspec.json.Decoder(Decisions).decode


def read_decisions(content: bytes, name: str) -> Decisions:
    """The decisions in a file or a request, called `name` in messages. Raises BriefingError when it holds others."""
    try:
        return _decode(content.removeprefix(BOM_UTF8))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
        raise BriefingError.at(name, f"this is no file of decisions: {wrong}") from None


def seen(claim: Claim, text: str) -> str:
    """What a person sees of a claim: its status, its passage, modality and speakers, and the rest of its sentence."""
    beside = surroundings([claim], text).get(claim.id)
    return "-".join(filter(None, (claim.status, fingerprint(claim), beside)))
