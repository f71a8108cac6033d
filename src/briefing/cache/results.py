"""One file of kept results: asked by stage and key, written atomically, never a reason to fail."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from briefing.cache.owner import owner
from briefing.corpus.textfile import is_inside

T = TypeVar("T")

FOLDER = ".cache/briefing"
_RUNS = 20
"""A result that nobody asked for in so many runs that made others is removed."""
_MOST = 1_000_000_000
"""More runs than that nobody made."""
_HELD = 4_000_000
"""Bytes of new results that wait in memory; a hundred articles make sixteen million."""
_TABLES = """
CREATE TABLE IF NOT EXISTS result (
    stage TEXT, key TEXT, value BLOB, run INTEGER, PRIMARY KEY (stage, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (number INTEGER);
"""
_NOT_OURS = "*\n"


class Results:
    """Results of earlier runs. Where the file cannot be used (full or read-only disk, damage), nothing is kept.

    `close` ends the run: what was asked for counts as used by it.
    """

    def __init__(self, file: sqlite3.Connection | None = None) -> None:
        self._file = file
        self._decoders: dict[type, msgspec.msgpack.Decoder[object]] = {}
        self._encode = msgspec.msgpack.Encoder().encode
        self._used: set[tuple[str, str]] = set()
        self._new: dict[tuple[str, str], bytes] = {}
        self._held = 0
        self._run = 0

    def get(self, stage: str, key: str, kind: type[T]) -> T | None:
        """What was kept, as a value of `kind`; None where nothing was, or where it cannot be read."""
        value = self._new.get((stage, key)) or self._standing(stage, key)
        if value is None:
            return None
        if kind not in self._decoders:
            self._decoders[kind] = msgspec.msgpack.Decoder(kind)
        try:
            found = self._decoders[kind].decode(value)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None
        self._used.add((stage, key))
        return found  # type: ignore[return-value] # the decoder of `kind` makes nothing else

    def put(self, stage: str, key: str, value: object) -> None:
        """Keep a result: a value of the type by which it will be asked for."""
        self._new[stage, key] = found = self._encode(value)
        self._held += len(found)
        if self._file is not None and self._held > _HELD:
            self._write(self._file)

    def _standing(self, stage: str, key: str) -> bytes | None:
        if self._file is None:
            return None
        with suppress(sqlite3.Error):
            row = self._file.execute("SELECT value FROM result WHERE stage = ? AND key = ?", (stage, key)).fetchone()
            return row[0] if row and isinstance(row[0], bytes) else None
        return None

    def close(self) -> None:
        """Write what is new and remove what is old; a run that made nothing changes nothing."""
        if self._file is not None:
            if self._new or self._run:
                self._write(self._file)
                self._age(self._file)
            self._file.close()

    def _write(self, connection: sqlite3.Connection) -> None:
        """Write what is held, whole or not at all."""
        with suppress(sqlite3.Error), connection as file:
            self._run = self._run or _next_run(file)
            rows = [(*key, value, self._run) for key, value in self._new.items()]
            file.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", rows)
        self._new.clear()
        self._held = 0

    def _age(self, connection: sqlite3.Connection) -> None:
        with suppress(sqlite3.Error), connection as file:
            used = [(self._run, *key) for key in self._used]
            file.executemany("UPDATE result SET run = ? WHERE stage = ? AND key = ?", used)
            file.execute("DELETE FROM result WHERE run <= ?", (self._run - _RUNS,))


def _next_run(file: sqlite3.Connection) -> int:
    believed = "SELECT CAST(max(number) AS INTEGER) FROM run WHERE number BETWEEN 0 AND ?"  # no text, no huge number
    run: int = (file.execute(believed, (_MOST,)).fetchone()[0] or 0) + 1
    file.execute("DELETE FROM run")
    file.execute("INSERT INTO run VALUES (?)", (run,))
    return run


@contextmanager
def results(root: Path) -> Iterator[Results]:
    """The results of the project at `root`; what was made is kept though the work ends with an error."""
    found = Results(_opened(root))
    try:
        yield found
    finally:
        found.close()


def own_folder(root: Path) -> Path:
    """The folder of what is kept, made where it is missing, which no repository takes. Raises OSError."""
    folder = root / FOLDER
    if not is_inside(folder, root):
        raise OSError(errno.EXDEV, "it leads to a place outside the project")
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".gitignore").exists():
        (folder / ".gitignore").write_text(_NOT_OURS, "utf-8")
    return folder


def own_file(root: Path, name: str, ending: str) -> Path | None:
    """Where this user's file of a name stands in that folder; None where it can be told from no stranger's."""
    word = owner()
    return root / FOLDER / f"{name}-{word}{ending}" if word else None


def database(root: Path) -> Path | None:
    """Where this user's results stand, if anywhere."""
    return own_file(root, "results", ".sqlite")


def _opened(root: Path) -> sqlite3.Connection | None:
    path = database(root)
    if path is None:
        return None
    for _ in range(2):  # a damaged file is removed, and there is another try
        with suppress(OSError):
            try:
                file = sqlite3.connect(own_folder(root) / path.name, timeout=5, check_same_thread=False)
                file.executescript(_TABLES)
            except sqlite3.DatabaseError as wrong:
                if isinstance(wrong, sqlite3.OperationalError):  # read-only, or in use
                    return None
                path.unlink(missing_ok=True)
            else:
                return file
    return None
