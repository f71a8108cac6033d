"""Whose results are believed: those that this user's own program kept, and none that came with a project."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

_FILE = "kept-results"
_BYTES = 16
_DIGITS = frozenset("0123456789abcdef")


def owner() -> str | None:
    """A word of 32 hexadecimal digits that nobody else knows; None where the user's own folder holds none.

    Kept results are named by it, so that what a stranger put into a project's folder is never read.
    """
    path = user_state_path("briefing", appauthor=False) / _FILE
    with suppress(OSError):
        if _known(path) is None:
            _make(path)
        return _known(path)
    return None


def _known(path: Path) -> str | None:
    word = path.read_text("ascii", "replace") if path.is_file() else ""
    return word if len(word) == 2 * _BYTES and _DIGITS.issuperset(word) else None


def _make(path: Path) -> None:
    """Write a new one, whole; of two programs that do so at once, the word of one holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    own = path.with_name(f"{_FILE}.{os.getpid()}")
    own.touch(0o600)
    own.write_text(secrets.token_hex(_BYTES), "ascii")
    own.replace(path)
