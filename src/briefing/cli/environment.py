"""What the shell that calls the program may have set wrong: where it prints, its encoding and its time zone."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from errno import EFBIG, EIO, ENOSPC, EPIPE
from pathlib import Path

from briefing.problems import BriefingError

_TAKES_NO_MORE = frozenset({EPIPE, ENOSPC, EIO, EFBIG})
_ZONE_FILE = b"TZif"
"""How a time zone file begins (RFC 9636)."""


def speak_utf8() -> None:
    """All output in UTF-8, also into a pipe on Windows; what no encoding holds is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_of_output(fault: BaseException) -> bool:
    """Whether what was printed could not be: our files have names, the streams have none."""
    return isinstance(fault, OSError) and fault.filename is None and fault.errno in _TAKES_NO_MORE


def unprinted(fault: OSError) -> None:
    """Say that standard output took no more, if anybody can be told; what a command has written to files stands."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"standard output: it cannot be written: {fault.strerror or fault}\n")
        sys.stderr.flush()
    with contextlib.suppress(OSError):  # else Python tries again when it ends, and says in its own way that it failed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_time_zone() -> None:
    """Refuse a TZ that names a file which is no time zone: libraries read whatever it names when they are loaded.

    Raises BriefingError.
    """
    zone = os.environ.get("TZ", "").removeprefix(":")
    named = Path(zone)
    if not zone or not os.path.lexists(named):
        return
    try:
        with named.open("rb") if named.is_file() else io.BytesIO() as file:
            is_zone = file.read(len(_ZONE_FILE)) == _ZONE_FILE
    except OSError:
        is_zone = False
    if not is_zone:
        message = f"“{zone}” is a file and no time zone; write a name such as Europe/Paris, or unset it"
        raise BriefingError.at("TZ", message)
