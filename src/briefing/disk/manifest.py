"""What the program wrote into a folder that is not its own: the folder's mark, and all that may be replaced there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import dirname

from briefing.corpus.textfile import is_inside
from briefing.disk.write import put

MARK = ".briefing"
"""The hidden folder in which the program keeps its own files."""


def written(folder: Path, kind: str) -> frozenset[str]:
    """The files that an earlier « site » or « export » (`kind`) wrote, by their path in the folder."""
    try:
        lines = (folder / MARK / kind).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    names = [line for line in lines if line]
    within = {place for place in set(map(dirname, names)) if is_inside(folder / place, folder)}
    return frozenset(name for name in names if dirname(name) in within)


def remember(folder: Path, kind: str, names: Iterable[str]) -> None:
    """List what is written, before it is: who is stopped in the middle is known to have begun. Raises OSError."""
    text = "".join(f"{name}\n" for name in sorted(names)).encode()
    mark = folder / MARK / kind
    if not mark.is_file() or mark.read_bytes() != text:
        put(mark, text)


def standing(folder: Path) -> Iterator[str]:
    """Every file and link in a folder but the mark's, by its path in it; links are not followed."""
    for place, folders, names in os.walk(folder):
        here = Path(place).relative_to(folder)
        if not here.parts and MARK in folders:
            folders.remove(MARK)
        links = [name for name in folders if Path(place, name).is_symlink()]
        before = f"{here.as_posix()}/" if here.parts else ""
        yield from (before + name for name in (*names, *links))


def foreign(folder: Path, kind: str) -> list[str]:
    """The files in a folder that the program did not write, but for hidden ones at its top, which are nobody's site."""
    known = written(folder, kind)
    return sorted(name for name in standing(folder) if name not in known and not name.startswith("."))
