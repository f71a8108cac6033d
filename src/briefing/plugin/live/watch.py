"""Noticing that files changed, by looking: it works on every file system, and costs a hundredth of a second."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

Stamps: TypeAlias = "dict[str, tuple[int, int]]"
_PAUSE, _SETTLE = 0.05, 0.02
"""Seconds between two looks, and until an editor that saves in several steps is done."""
_SHARE = 10
"""Of a large project: looking takes at most one part in so many of the time."""


def changes(watched: Callable[[], Iterable[Path]]) -> Iterator[frozenset[str]]:
    """The paths that are there, then those that changed, appeared or went, each time some did; for ever.

    What changes while the caller is busy is told at its next turn. Hidden files and editors' copies are left out.
    """
    seen = stamps(watched())
    yield frozenset(seen)
    pause = _PAUSE
    while True:
        time.sleep(pause)
        start = time.perf_counter()
        now = stamps(watched())
        pause = max(_PAUSE, _SHARE * (time.perf_counter() - start))
        if now != seen:
            now = _settled(watched, now)
            yield frozenset(path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path))
            seen = now


def stamps(watched: Iterable[Path]) -> Stamps:
    """When each file was last written, and how long it is."""
    found: Stamps = {}
    for path in watched:
        for file in _files(path):
            try:
                stat = os.stat(file)  # noqa: PTH116 - thousands of times a second
            except OSError:  # gone since
                continue
            found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found


def _settled(watched: Callable[[], Iterable[Path]], now: Stamps) -> Stamps:
    while True:
        time.sleep(_SETTLE)
        later = stamps(watched())
        if later == now:
            return now
        now = later


def _files(path: Path) -> Iterator[str]:
    if path.is_file():
        yield str(path)
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names if not name.startswith(".") and name[-1] != "~")  # noqa: PTH118 - the same
