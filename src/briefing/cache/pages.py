"""Which files of a site stand as they were written, so that they need not be made again.

The file itself is not kept: the site has it. Kept are the hash of all that it was made of, and how it looks.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISLNK

from msgspec import Struct, field

from briefing.cache.digest import digest
from briefing.cache.results import results

_STAGE = "pages"


class Written(Struct, frozen=True):
    """A file as it was put in its place. `notes`: what the build must know of it without reading it."""

    key: str
    size: int
    time: int
    notes: tuple[str, ...]


class _Known(Struct, frozen=True):
    pages: dict[str, Written] = field(default_factory=dict)


class Pages:
    """The files of a site that are remembered, by their path in it."""

    def __init__(self, site: Path, known: dict[str, Written]) -> None:
        self._site, self._known = str(site), known
        self._new: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._standing: dict[str, Written] = {}

    def standing(self, name: str, key: str) -> Written | None:
        """A file that stands and would be the same; it then stays as it is."""
        found = self._known.get(name)
        if found is None or found.key != key or (found.size, found.time) != _look(f"{self._site}/{name}"):
            return None
        self._standing[name] = found
        return found

    def before(self, name: str) -> tuple[bytes, tuple[str, ...]]:
        """A file as the last build left it, whatever it would be now, and its notes; empty where it is not so."""
        found = self._known.get(name)
        if found is None or (found.size, found.time) != _look(f"{self._site}/{name}"):
            return b"", ()
        return Path(self._site, name).read_bytes(), found.notes

    def note(self, name: str, key: str, notes: Iterable[str]) -> None:
        """A file that is being made."""
        self._new[name] = key, tuple(notes)

    @property
    def kept(self) -> list[str]:
        """The files that stay as they are."""
        return list(self._standing)

    def placed(self) -> dict[str, Written]:
        """All of them, once they are in their place."""
        new = {name: Written(key, *_look(f"{self._site}/{name}"), notes) for name, (key, notes) in self._new.items()}
        return self._standing | new


@contextmanager
def pages(root: Path, site: Path) -> Iterator[Pages]:
    """The files of a site of the project at `root`; they are remembered where nothing went wrong meanwhile."""
    key = digest(str(site.resolve()))
    with results(root) as kept:
        known = kept.get(_STAGE, key, _Known) or _Known()
    found = Pages(site, known.pages)
    yield found
    with results(root) as kept:
        if (placed := found.placed()) != known.pages:
            kept.put(_STAGE, key, _Known(placed))


def _look(path: str) -> tuple[int, int]:
    """How long a file is and when it was written (nanoseconds); -1 where there is none, or a link."""
    try:
        found = os.lstat(path)
    except OSError:
        return -1, -1
    return (-1, -1) if S_ISLNK(found.st_mode) else (found.st_size, found.st_mtime_ns)
