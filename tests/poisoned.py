"""The sample dossier with hostile words in everything that people and articles may say."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.claim import Because, Claim, Modality, claim_id
from briefing.model.dossier import Dossier
from sample import BILAN, CRUE, DOSSIER, ENTITIES, passage

T = TypeVar("T")

SAID = frozenset(
    {
        "title",
        "author",
        "outlet",
        "published_note",
        "name",
        "note",
        "aliases",
        "roles",
        "tags",
        "speaker",
        "cue",
        "source",
    }
    | {"reason", "origins", "shared", "unit", "actions", "why", "who"}
)
"""Fields that hold words; all others hold ids, dates, numbers and kinds."""


def poisoned(words: str) -> Dossier:
    """Every field of words ends with `words`, and a sentence of an article, which is claimed, is nothing else."""
    line = " ".join(words.split())
    crue = replace(
        CRUE, text=f"{CRUE.text}\n{line}", meta=replace(CRUE.meta, author="A", published_note="n", tags=("t",))
    )
    spoken = passage(crue, line)
    claim = Claim(
        id=claim_id(CRUE.id, line), evidence=spoken, modality=Modality.ASSERTED, because=Because("fr.x", "c"), note="n"
    )
    files = tuple(
        replace(file, claims=(*file.claims, claim), text_sha256=crue.text_sha256) if file.article == CRUE.id else file
        for file in DOSSIER.files
    )
    entities = (replace(ENTITIES[0], aliases=("a",), note="n"), *ENTITIES[1:])
    return _with(replace(DOSSIER, articles=(crue, BILAN), files=files, entities=entities), line)


def _with(thing: T, words: str) -> T:
    if isinstance(thing, tuple):
        return cast("T", tuple(_with(item, words) for item in thing))
    if not isinstance(thing, Struct):
        return thing
    changed = {name: _changed(name, getattr(thing, name), words) for name in thing.__struct_fields__}
    return cast("T", replace(thing, **changed))


def _changed(name: str, value: object, words: str) -> object:
    if name not in SAID:
        return _with(value, words)
    if isinstance(value, tuple):
        return tuple(_changed(name, item, words) for item in value)
    return f"{value} {words}" if isinstance(value, str) and not isinstance(value, Enum) else value
