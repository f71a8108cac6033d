"""Putting a finished site in its place: only what differs is written, so that a failed build leaves the last one."""

from __future__ import annotations

from pathlib import Path


def put_in_place(fresh: Path, site: Path) -> int:
    """Move what differs from `fresh` to `site`, remove what is no longer there; how many files changed.

    Hidden files and folders of `site` (`.git`, `.nojekyll`) stay, as MkDocs leaves them.
    """
    wanted = set(_files(fresh))
    gone = [name for name in _files(site) if name not in wanted and not _hidden(name)]
    for name in gone:
        (site / name).unlink()
        _prune(site, name.parent)
    changed = [name for name in sorted(wanted) if not _same(fresh / name, site / name)]
    for name in changed:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).replace(site / name)
    return len(gone) + len(changed)


def _files(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in folder.rglob("*") if path.is_file() or path.is_symlink()]


def _hidden(name: Path) -> bool:
    return name.parts[0].startswith(".")


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()


def _prune(site: Path, folder: Path) -> None:
    """Remove folders that hold nothing any more."""
    while folder.parts and not any((site / folder).iterdir()):
        (site / folder).rmdir()
        folder = folder.parent
