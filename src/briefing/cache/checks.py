"""What a check found, kept while no file that it read changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from briefing.cache.digest import digest, program
from briefing.cache.results import results
from briefing.cache.site import contents
from briefing.corpus.textfile import is_inside
from briefing.problems import Problem

_STAGE = "checked"


class Checked(Struct, frozen=True, kw_only=True):
    """What is wrong with a project, and how much it holds."""

    problems: tuple[Problem, ...]
    articles: int
    claims: int
    checkable: int


class _Kept(Struct, frozen=True, kw_only=True):
    watched: tuple[str, ...]
    inputs: str
    found: Checked


def known(root: Path) -> Checked | None:
    """What the last check found, where another one would read the same."""
    with results(root) as kept:
        last = kept.get(_STAGE, program(), _Kept)
    return last.found if last and last.inputs == inputs(root, last.watched) else None


def keep(root: Path, watched: Sequence[str], before: str | None, found: Checked) -> None:
    """Keep what a check found that read the files and folders `watched`, which had the hash `before` it did."""
    if before is not None and inputs(root, watched) == before:
        with results(root) as kept:
            kept.put(_STAGE, program(), _Kept(watched=tuple(watched), inputs=before, found=found))


def inputs(root: Path, watched: Sequence[str]) -> str | None:
    """The hash of all that stands in them; None where that cannot be told, or one of them holds the project itself."""
    if any(is_inside(root, root / name) for name in watched):
        return None
    found = contents(root, watched)
    return None if found is None else digest(found, [(root / name).is_dir() for name in watched])
