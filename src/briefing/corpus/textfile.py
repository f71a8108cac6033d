"""Reading one text file of a project: only what lies inside it, is UTF-8, and holds nothing that no text holds."""

from __future__ import annotations

import re
from os.path import realpath
from pathlib import Path

from briefing.problems import Problem, Where
from briefing.yamlfile.document import CONTROL, has_control

_MAX_BYTES = 20_000_000
NO_FILE = "this is no ordinary file; remove it or give it another name"
"""Said of a folder, a pipe or a device: reading it might never end."""
LEADS_OUT = "this is a link to a place outside the project; put a copy of the file here"
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """A file's text in UTF-8 without its byte order mark, or None and what keeps it from being read, by line.

    `name` is its path relative to the project. Only regular files are read, and no link is followed out of the project.
    """
    try:
        wrong = _unfit(path, name)
        raw = b"" if wrong else path.read_bytes()
    except (OSError, ValueError) as problem:
        return None, [Problem(Where(name), f"the file cannot be read: {getattr(problem, 'strerror', '') or problem}")]
    if wrong:
        return None, [Problem(Where(name), wrong)]
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        return None, [Problem(Where(name, line), "the file is not in UTF-8 here; save it as UTF-8")]
    problems = list(_odd(text, name))
    return (None, problems) if problems else (text, [])


def legible(path: Path, name: str) -> str:
    """What can be read of a text that `read_text` may refuse: nothing of a file that is not even opened."""
    try:
        return "" if _unfit(path, name) else path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def text_at(path: Path) -> str | None:
    """What a file holds, whatever that is, without a byte order mark; None where there is no file."""
    return path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff") if path.is_file() else None


def leads_out(path: Path, name: str) -> bool:
    """Whether `path` (`name` from the project's folder), or a link on the way to it, leaves the project."""
    if Path(name).is_absolute():
        return True
    return not is_inside(path, path.parents[len(Path(name).parts) - 1])  # « ./../a » is two parts


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a place lies in a folder once links are followed; one that leads to itself is where it stands."""
    return Path(realpath(path)).is_relative_to(realpath(folder))


def _unfit(path: Path, name: str) -> str:
    """Why a file is not even opened, or nothing."""
    if path.is_symlink() and not path.exists():
        return "this is a link to a file that is not there; put the file itself here"
    if leads_out(path, name):
        return LEADS_OUT
    if not path.is_file():
        return NO_FILE
    if path.stat().st_size > _MAX_BYTES:
        return f"the file is larger than {_MAX_BYTES // 1_000_000} MB; split it"
    return ""


def _odd(text: str, name: str) -> list[Problem]:
    """Control characters and the marks of an unfinished merge, the first of each."""
    found = []
    if control := CONTROL.search(text):
        found.append(Problem(Where.at(name, text, control.start()), has_control(control[0])))
    if mark := CONFLICT.search(text):
        message = f"git left a conflict here ({mark[0].strip()}); keep what each side decided and remove the marks"
        found.append(Problem(Where.at(name, text, mark.start()), message))
    if "\r" in text and "\n" not in text:
        found.append(Problem(Where(name, 1), "the lines end as on old Macs (CR); save the file with LF line ends"))
    return found
