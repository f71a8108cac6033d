"""Whether a site still stands: nothing that went into it changed, and nobody touched what came out.

What goes in is read and hashed; what came out is looked at (length and time of each file), as it is only ours.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from briefing.cache.digest import digest, hash_of, program
from briefing.cache.results import results

_STAGE = "site"
_CLOCK = "SOURCE_DATE_EPOCH"


class Finished(Struct, frozen=True, kw_only=True):
    """A site that was written: from which files and folders, relative to the project, and what they held."""

    watched: tuple[str, ...]
    inputs: str
    folder: str
    outputs: str
    said: tuple[str, ...] = ()
    """The warnings, which the next build says again."""


def site_key(*options: object) -> str:
    """Under what a site is remembered: the program, the options of its build, and the clock that it was given."""
    return digest(program(), options, os.environ.get(_CLOCK))


def unchanged(root: Path, key: str) -> Finished | None:
    """The site that a build would write, where it stands already."""
    with results(root) as kept:
        found = kept.get(_STAGE, key, Finished)
    if found is None or digest(contents(root, found.watched)) != found.inputs:
        return None
    return found if _looks(Path(found.folder)) == found.outputs else None


def finish(
    root: Path,
    key: str,
    *,
    watched: Iterable[str],
    read: Mapping[str, str | None] | None,
    folder: Path,
    said: Iterable[str],
) -> None:
    """Remember a site that was just written. `read` is what the build read or wrote itself, by path (None: no file).

    Where a file changed since, or one can not be told, nothing is remembered: the next build looks again.
    """
    watched = tuple(watched)
    now = contents(root, watched)
    if read is None or now is None or now != {name: text for name, text in read.items() if text is not None}:
        return
    made = Finished(watched=watched, inputs=digest(now), folder=str(folder), outputs=_looks(folder), said=tuple(said))
    with results(root) as kept:
        kept.put(_STAGE, key, made)


def contents(root: Path, watched: Iterable[str]) -> dict[str, str] | None:
    """The hash of every file; None where a link leads who knows where, or a file cannot be read."""
    found: dict[str, str] = {}
    for path in (path for name in watched for path in _files(root / name)):
        if path.is_symlink():
            return None
        try:
            if path.is_file():
                found[os.path.relpath(path, root)] = hash_of(path.read_bytes())
        except OSError:
            return None
    return found


def _files(path: Path) -> Iterator[Path]:
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        yield from (Path(folder, name) for name in names)
        yield from (link for name in folders if (link := Path(folder, name)).is_symlink())


def _looks(folder: Path) -> str:
    """Names, lengths and times of all files of a folder, but for hidden folders at its top, which are nobody's site."""
    found = []
    for place, folders, names in os.walk(folder):
        if place == str(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (os.path.join(place, name) for name in names):  # noqa: PTH118 - ten thousand times
            stat = os.lstat(path)
            found.append((path, stat.st_size, stat.st_mtime_ns))
    return digest(sorted(found))
