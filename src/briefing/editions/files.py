"""Editions on disk: `editions/<date>.json`, one line an item, written by an explicit act and never changed again."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec.structs import asdict, replace

from briefing.corpus.textfile import NO_FILE
from briefing.disk.write import write
from briefing.editions.snapshot import Snapshot
from briefing.problems import BriefingError, Problem, Where

FOLDER = "editions"
_OURS = uuid.UUID("5f0c1d52-6a0f-5c0b-9d0e-0f7d7c1f2a10")
"""The name space of our ids, drawn once."""


class Published(Snapshot, frozen=True, kw_only=True):
    """An edition: what a reader could see on its day. `id` is a URN that never changes, for feed readers."""

    edition: date
    id: Annotated[str, msgspec.Meta(pattern=r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]

    @property
    def path(self) -> str:
        """Its file, relative to the project."""
        return f"{FOLDER}/{self.edition.isoformat()}.json"


_decode = msgspec.json.Decoder(Published).decode


def read_editions(root: Path) -> tuple[tuple[Published, ...], list[Problem]]:
    """The editions of a project, the earliest first, and what is wrong with their files."""
    names = [f"{FOLDER}/{path.name}" for path in sorted((root / FOLDER).glob("*.json"))]
    read = [(name, *_read(root / name, name)) for name in names]
    problems = [Problem(Where(name), wrong) for name, _, wrong in read if wrong]
    return tuple(edition for _, edition, _ in read if edition is not None), problems


def _read(path: Path, name: str) -> tuple[Published | None, str]:
    """An edition, where the file holds one, and what is wrong with it."""
    if not path.is_file():
        return None, NO_FILE
    try:
        edition = _decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        return None, f"this is no edition: {wrong}; restore the file as it was"
    except OSError as problem:
        return None, f"the file cannot be read: {problem.strerror or problem}"
    if edition.path != name:
        return edition, f"the file says edition: {edition.edition}; give it back the name of that day"
    if edition.id != _named(edition):
        return edition, "the content was altered since this edition was published; restore the file as it was"
    return edition, ""


def prepared(seen: Snapshot, day: date, earlier: Sequence[Published]) -> Published:
    """The edition of `day`, not yet written; what was already published with the same content is itself.

    Raises BriefingError for a day on which something else was published, or before the newest edition.
    """
    edition = _edition(seen, day)
    newest = earlier[-1] if earlier else None
    if newest and newest.edition > day:
        message = f"an edition cannot be put before that of {newest.edition}; give a later date"
        raise BriefingError.at(edition.path, message)
    if newest and newest.edition == day and emitted(newest) != emitted(edition):
        message = "this edition stands with other content; give a later date, or remove the file if nobody has read it"
        raise BriefingError.at(edition.path, message)
    return edition


def save(root: Path, edition: Published) -> bool:
    """Write the edition, whole or not at all; False where it stands already.

    Raises BriefingError where another one was published on its day meanwhile.
    """
    return write(root, edition.path, emitted(edition), expected=None)


def emitted(edition: Published) -> str:
    """The text of its file: the same bytes for the same content."""
    return "\n".join(("{", f'"edition": "{edition.edition}",', f'"id": "{edition.id}",', *_lines(edition), "}", ""))


def _edition(seen: Snapshot, day: date) -> Published:
    nameless = Published(edition=day, id="", **asdict(seen))
    return replace(nameless, id=_named(nameless))


def _named(edition: Published) -> str:
    """The id of an edition, which its content makes."""
    return uuid.uuid5(_OURS, emitted(replace(edition, id=""))).urn


def _lines(edition: Published) -> Iterator[str]:
    plain = msgspec.to_builtins(edition)
    sections = Snapshot.__struct_fields__
    for name in sections:
        items = [f"{_json(key)}: {_json(item)}" for key, item in plain.get(name, {}).items()]
        yield f'"{name}": {{'
        yield from (f" {item}," for item in items[:-1])
        yield from (f" {item}" for item in items[-1:])
        yield "}" if name == sections[-1] else "},"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
