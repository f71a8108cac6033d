"""Putting a finished site in its place: only what differs is written, and only what a build wrote is removed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from pathlib import Path

from briefing.disk.manifest import foreign, remember, standing, written
from briefing.problems import BriefingError

KIND = "site"
_SHOWN = 3


def check_place(site: Path) -> None:
    """Raises BriefingError where a folder holds files and none of them is a build's: it is no place for a site."""
    if not written(site, KIND):
        check_alone(site)


def check_alone(site: Path) -> None:
    """Raises BriefingError where a folder holds anything else than a build's files: MkDocs empties it."""
    if others := foreign(site, KIND):
        message = (
            f"this folder holds {_shown(others)}, which no build wrote; build into an empty folder (--site-dir), or"
            " remove it first if it is an old site"
        )
        raise BriefingError.at(site, message)


def put_in_place(fresh: Path, site: Path, kept: Iterable[str] = ()) -> int:
    """Move what differs from `fresh` to `site`, remove what a build wrote there before; how many files changed.

    `kept` files of the site belong to it as they are; what somebody else put there (`CNAME`, `.git`) stays. Raises
    BriefingError, before anything is touched, where that is a folder of somebody's own, or where something of theirs
    stands in the way.
    """
    before, made = written(site, KIND), set(standing(fresh))
    if not before:
        check_alone(site)
    wanted, there = made.union(kept), set(standing(site))
    changed = [name for name in sorted(made) if name not in there or not _same(fresh / name, site / name)]
    _check_free(site, there - before, changed)
    gone = sorted((before - wanted) & there)
    remember(site, KIND, before | wanted)
    for name in gone:
        (site / name).unlink()
        _prune(site, Path(name).parent)
    _move(fresh, site, changed)
    remember(site, KIND, wanted)
    return len(gone) + len(changed)


def _move(fresh: Path, site: Path, names: Iterable[str]) -> None:
    """Each file to its place; a folder that the site has not goes there at once with all that is in it."""
    for folder, of_folder in groupby(names, key=lambda name: name.partition("/")[0]):
        if not (site / folder).exists():
            (fresh / folder).replace(site / folder)
            continue
        for name in of_folder:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).replace(site / name)


def _check_free(site: Path, theirs: Collection[str], wanted: Collection[str]) -> None:
    """No file of somebody's own is replaced, and no link of theirs is followed."""
    ways = {way.as_posix() for name in wanted for way in (Path(name), *Path(name).parents)} if theirs else ()
    if taken := sorted(name for name in theirs if name in ways):
        message = f"{_shown(taken)} stands where a page belongs and no build wrote it; move it away"
        raise BriefingError.at(site, message)


def _shown(names: Collection[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(sorted(names)[:_SHOWN]) + more


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()


def _prune(site: Path, folder: Path) -> None:
    """Remove folders that hold nothing any more."""
    while folder.parts and not any((site / folder).iterdir()):
        (site / folder).rmdir()
        folder = folder.parent
