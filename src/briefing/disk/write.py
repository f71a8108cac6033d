"""Files are written whole or not at all, and none that somebody else changed or put there meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from briefing.corpus.textfile import NO_FILE, leads_out
from briefing.problems import BriefingError, Problem, Where


def write(root: Path, path: str, text: str, *, expected: str | None) -> bool:
    """Write a file whole or not at all, unless it already holds `text`; True if it was written.

    Raises BriefingError when it cannot be written, lies outside the project, or someone saved it meanwhile:
    it no longer holds `expected` (None: it does not exist).
    """
    try:
        return _write(root / path, path, text, expected)
    except OSError as problem:
        if isinstance(problem, FileExistsError) and (root / path).exists():  # somebody was quicker
            raise BriefingError(changed_meanwhile(path)) from None
        why = problem.strerror or problem
        raise BriefingError.at(path, f"the file cannot be written: {why}") from None


def _write(target: Path, path: str, text: str, expected: str | None) -> bool:
    _check_inside(target, path)
    if target.exists() and not target.is_file():
        raise BriefingError.at(path, NO_FILE)
    standing = target.read_bytes().decode("utf-8", "replace") if target.exists() else None
    if standing == text:
        return False
    if standing is not None and standing.removeprefix("\ufeff") != expected:
        raise BriefingError(changed_meanwhile(path))
    put(target, text.encode(), is_new=standing is None)
    return True


def changed_meanwhile(path: str) -> Problem:
    """Somebody saved a file between its reading and its writing."""
    return Problem(Where(path), "the file changed while we worked and was left alone; run the command again")


def _check_inside(target: Path, path: str) -> None:
    if leads_out(target, path):
        message = "this leads to a place outside the project; nothing was written or removed there"
        raise BriefingError.at(path, message)


def remove(root: Path, path: str) -> None:
    """Remove a file, if it is there. Raises BriefingError when it cannot be removed or lies outside the project."""
    _check_inside(root / path, path)
    try:
        (root / path).unlink(missing_ok=True)
    except OSError as problem:
        why = problem.strerror or problem
        raise BriefingError.at(path, f"the file cannot be removed: {why}") from None


def put(target: Path, content: bytes, *, is_new: bool = False) -> None:
    """Make `content` the file's, at once: whoever looks, and whatever stops the work, finds the old or the new.

    Raises OSError; FileExistsError where the file `is_new` and another one stands there.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=f".{os.getpid()}")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        if is_new:
            _claim(temporary, target)
        else:
            temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    _sync(target.parent)


def _claim(temporary: Path, target: Path) -> None:
    """Give the file its name unless another one has it; where there are no hard links, an empty one holds the name."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        temporary.replace(target)


def _sync(folder: Path) -> None:
    """The names in a folder survive a power cut; systems that cannot open a folder do it by themselves."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(target: Path) -> int:
    """The permissions that the file has, or that a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def sweep(root: Path, folders: Iterable[str]) -> None:
    """Remove what writes left behind whose process was killed in the middle; those still at work keep theirs."""
    for folder in folders:
        for left in (root / folder).glob(".*.*.*.*"):
            if left.suffix[1:].isdecimal() and left.is_file() and not _is_alive(int(left.suffix[1:])):
                with contextlib.suppress(OSError):
                    left.unlink()


def _is_alive(process: int) -> bool:
    """Whether a process runs; on Windows the question would end it, so it counts as running."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
