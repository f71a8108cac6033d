"""One writer at a time: a lock of the operating system, which ends with the process that holds it, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.problems import BriefingError

if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile
else:
    import fcntl

_PATIENCE = 60.0
_PAUSE = 0.01
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


@contextmanager
def locked(folder: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Let nobody else into a folder while something is read, decided and written; not to be entered twice.

    No file is made for it where a folder itself can be locked. Raises BriefingError when another process does not
    leave within `patience` (seconds); OSError when the folder cannot be opened.
    """
    handle = _opened(folder)
    try:
        end = time.monotonic() + patience
        while not _is_taken(handle):
            if time.monotonic() > end:
                message = f"another briefing command has been writing here for {patience:.0f} s; wait for it or end it"
                raise BriefingError.at(folder, message)
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _opened(folder: Path) -> int:
    if sys.platform == "win32":  # there a folder cannot be opened
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        return os.open(Path(tempfile.gettempdir()) / f"briefing-{name}.lock", os.O_RDWR | os.O_CREAT)
    return os.open(folder, os.O_RDONLY)


def _is_taken(handle: int) -> bool:
    """Whether the lock is ours now. Where a file system knows no locks, nobody has one."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        return problem.errno not in _BUSY
    return True
