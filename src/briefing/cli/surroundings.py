"""What the shell that calls the program may have set wrong: its encoding and its time zone."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from briefing.problems import BriefingError, Problem, Where

_ZONE_FILE = b"TZif"
"""How a time zone file begins (RFC 9636)."""


def speak_utf8() -> None:
    """All output in UTF-8, also into a pipe on Windows; what no encoding holds is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
        raise BriefingError(Problem(Where("TZ"), message))
