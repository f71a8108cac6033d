"""Where articles come from: a file, a folder, an address, standard input. No link is followed, no device opened."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from briefing.problems import Problem, Severity, Where

MAX_BYTES = 20_000_000
"""More than any article has; what is larger is refused unread."""
_MANY = 10_000
"""Files and folders below a folder: more have a home or a disk, which nobody means to add."""
STDIN = "-"
_LINK = "this is a symbolic link and is not followed; name the file it leads to"
_SUFFIXES = {
    ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".text", ".md", ".pdf", ".docx", ".eml", ".rss", ".atom",
}  # fmt: skip
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


class Original(Struct, frozen=True):
    """The bytes of a source as they came; `name` is what the user called it."""

    name: str
    raw: bytes
    url: str | None = None
    charset: str | None = None
    """The encoding that the server named."""
    is_public: bool = False
    """Whether it came from the internet: what it leads to must be there too."""

    @property
    def sha256(self) -> str:
        """By which the same source is recognised."""
        return hashlib.sha256(self.raw).hexdigest()


class Fetch(Protocol):
    """What stands at an address; `only_public`: nothing of a private network."""

    def __call__(self, url: str, *, only_public: bool = False) -> Original | Problem:
        """The bytes, or why they cannot be had."""
        ...


def originals(names: Iterable[str], *, stdin: Callable[[int], bytes], fetch: Fetch) -> Iterator[Original | Problem]:
    """What stands at the names, one after the other; what cannot be had is a problem that says why."""
    for name in names:
        yield from _named(name, stdin, fetch)


def _named(name: str, stdin: Callable[[int], bytes], fetch: Fetch) -> Iterator[Original | Problem]:
    scheme, separator, _ = name.partition("://")
    if name == STDIN:
        yield _limited(Original(STDIN, stdin(MAX_BYTES + 1)))
    elif separator and scheme.lower() in {"http", "https"}:
        yield fetch(name)
    elif separator and scheme.isalpha():
        yield Problem(Where(name), f"{scheme}:// is not read; only http:// and https:// are, and files by their path")
    elif os.path.isdir(name):  # noqa: PTH112 - a name that is far too long is no folder, and no error here
        yield from _folder(Path(name))
    elif _HOST.fullmatch(name) and not os.path.lexists(name):
        yield Problem(Where(name), f"there is no such file; if it is an address, write https://{name}")
    else:
        yield read_file(Path(name))


def _folder(folder: Path) -> Iterator[Original | Problem]:
    """The pages, texts and PDFs in and below a folder, in order; not hidden files, nor the parts of a saved page."""
    below = list(islice(_below(folder), _MANY + 1))
    files = sorted(path for path in below if path.suffix.lower() in _SUFFIXES and not path.is_dir())
    if len(below) > _MANY:
        yield Problem(Where(str(folder)), f"more than {_MANY:,} files stand below it; name the folder of the articles")
    elif not files:
        yield Problem(Where(str(folder)), f"there is nothing to read in this folder ({', '.join(sorted(_SUFFIXES))})")
    else:
        for path in files:
            yield Problem(Where(str(path)), _LINK, Severity.WARNING) if path.is_symlink() else read_file(path)


def _below(folder: Path) -> Iterator[Path]:
    """All files and folders in a folder that may hold articles, as the disk gives them."""
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if _is_looked_at(name)]
        yield from (Path(at, name) for name in (*folders, *files) if _is_looked_at(name))


def _is_looked_at(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(("_files", "_fichiers"))


def read_file(path: Path) -> Original | Problem:
    """The bytes of a regular file; a link, a device or a file that is too large is refused."""
    where = Where(str(path))
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as problem:
        if path.is_symlink():
            return Problem(where, _LINK)
        return Problem(where, f"the file cannot be read: {problem.strerror or problem}")
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return Problem(where, "this is not a readable file")
        try:
            return _limited(Original(str(path), file.read(MAX_BYTES + 1)))
        except OSError as problem:
            return Problem(where, f"the file cannot be read: {problem.strerror or problem}")


def _limited(original: Original) -> Original | Problem:
    if len(original.raw) > MAX_BYTES:
        return Problem(Where(original.name), f"this is larger than {MAX_BYTES // 1_000_000} MB; save only the article")
    return original
