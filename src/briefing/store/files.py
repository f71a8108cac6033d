"""Reading and writing `claims/<article>.yaml`: validated with lines, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.corpus.loader import read_text
from briefing.model.claim import ClaimFile
from briefing.problems import BriefingError, Problem, Where
from briefing.yamlfile import Document, Shape, parse

FOLDER = "claims"
SCHEMA = "schemas/claims.json"
BASE = f"{FOLDER}/.base"
_IN_PLACE_OF_LISTS = ("claims", "attribution", "quotes", "dates", "quantities", "entities")


@dataclass(frozen=True, slots=True)
class Stored:
    """A claim file as it stands on disk: its text, what it says, and what is wrong with it."""

    path: str
    text: str | None = None
    document: Document | None = None
    file: ClaimFile | None = None
    problems: tuple[Problem, ...] = ()


@cache
def _shape() -> Shape[ClaimFile]:
    return Shape(ClaimFile)


def schema() -> str:
    """The JSON Schema of a claim file, by which an editor completes and checks it."""
    described = _shape().json_schema()
    for name, part in described["$defs"].items():
        if name != "Because":  # only there the rule is written to the file
            part.get("properties", {}).pop("rule", None)
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Briefing claim file", **described}
    return json.dumps(described, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def claims_path(article: str) -> str:
    """Where an article's claims stand, relative to the project."""
    return f"{FOLDER}/{article}.yaml"


def read_claims(root: Path, article: str) -> Stored:
    """The claim file of an article; empty when there is none yet."""
    path = claims_path(article)
    if not (root / path).exists():
        return Stored(path)
    text, problems = read_text(root / path, path)
    if text is None:
        return Stored(path, problems=tuple(problems))
    document = parse(text, path)
    if isinstance(document, Problem):
        return Stored(path, text, problems=(document,))
    file, problems = _shape().fit(document, _plain(document.content))
    if file is not None:
        problems = [*_wrong_name(document, file, article), *_doubles(document, file)]
    return Stored(path, text, document, None if problems else file, tuple(problems))


def _plain(content: object) -> object:
    """An emptied list (`quotes:` with nothing behind it) is an empty list, not a mistake."""
    if isinstance(content, dict):
        return {k: [] if v is None and k in _IN_PLACE_OF_LISTS else _plain(v) for k, v in content.items()}
    return [_plain(item) for item in content] if isinstance(content, list) else content


def _wrong_name(document: Document, file: ClaimFile, article: str) -> list[Problem]:
    if file.article == article:
        return []
    return [
        Problem(
            document.where(["article"]),
            f"the file is named after {article} but says article: {file.article}; make them agree",
        )
    ]


def _doubles(document: Document, file: ClaimFile) -> list[Problem]:
    first: dict[str, int] = {}
    problems = []
    for number, claim in enumerate(file.claims):
        if claim.id in first:
            line = document.where(["claims", first[claim.id]]).line
            problems.append(
                Problem(
                    document.where(["claims", number]),
                    f"claim {claim.id} stands here twice (first in line {line}); remove one",
                )
            )
        first.setdefault(claim.id, number)
    return problems


def base_path(article: str) -> str:
    """Where the machine's last proposal is remembered: the text of a claim file that nobody has edited."""
    return f"{BASE}/{article}.yaml"


def read_base(root: Path, article: str) -> Stored:
    """What the machine proposed last; empty when nothing is remembered or it cannot be read."""
    path = base_path(article)
    text, _ = read_text(root / path, path) if (root / path).exists() else (None, [])
    document = parse(text, path) if text is not None else None
    if document is None or isinstance(document, Problem):
        return Stored(path, text)
    return Stored(path, text, document, _shape().fit(document, _plain(document.content))[0])


def _mode(target: Path) -> int:
    """The permissions that the file has, or that a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write(root: Path, path: str, text: str, *, expected: str | None) -> bool:
    """Write a file whole or not at all, unless it already holds `text`; True if it was written.

    Raises BriefingError when someone saved it meanwhile: it no longer holds `expected` (None: it does not exist).
    """
    target = root / path
    standing = target.read_bytes().decode("utf-8", "replace") if target.exists() else None
    if standing == text:
        return False
    if standing is not None and standing.removeprefix("\ufeff") != expected:
        raise BriefingError(
            Problem(Where(path), "the file changed while we worked and was left alone; run the command again")
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except OSError as problem:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise BriefingError(
            Problem(Where(path), f"the file cannot be written: {problem.strerror or problem}")
        ) from None
    return True
