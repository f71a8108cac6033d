"""What people decided, act by act: written down before it is carried out, so that none is half done or beyond recall.

The journal is a file of lines, in the folder that may be deleted: with it goes what can be taken back, no decision.
Only this user's own is read: one that came with a stranger's project could have any file written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from briefing.cache.results import FOLDER, own_file, own_folder
from briefing.corpus.textfile import text_at
from briefing.disk.hunk import Change, Hunk, MisfitError, hunk_of
from briefing.disk.lock import locked
from briefing.disk.write import changed_meanwhile, remove, write
from briefing.problems import BriefingError, Problem, Where

FILE = f"{FOLDER}/journal.jsonl"
"""As messages call it, and where it stands when it can be told from no stranger's, so that nobody reads it."""
_DONE = b'{"kind":"done"}\n'


class Act(Struct, frozen=True, kw_only=True):
    """Something that a person did: what, to which claims, links, entities or articles, and the lines that changed."""

    said: str
    names: tuple[str, ...] = ()
    hunks: tuple[Hunk, ...] = ()
    takes_back: bool = False
    """Whether it takes back the act before it that still stood."""


class _Line(Struct, frozen=True, kw_only=True):
    kind: Literal["begun", "done", "dropped"]
    act: Act | None = None


_decode = msgspec.json.Decoder(_Line).decode


def journal(root: Path) -> Path | None:
    """Where this user's journal of a project stands, if anywhere."""
    return own_file(root, "journal", ".jsonl")


def carry_out(root: Path, said: str, names: Iterable[str], changes: Iterable[Change]) -> Act | None:
    """Write some files as one act; None when that changes nothing. The project must be locked, the last act finished.

    Raises BriefingError, with every file as it was, when one cannot be written or somebody saved it meanwhile.
    """
    written = [change for change in changes if change.before != change.after]
    if not written:
        return None
    act = Act(said=said, names=tuple(dict.fromkeys(names)), hunks=tuple(map(hunk_of, written)))
    _carry_out(root, act, written)
    return act


def acts(root: Path) -> list[Act]:
    """What was done and not taken back, the last one last."""
    standing: list[Act] = []
    begun: Act | None = None
    for line in _lines(root):
        if line.kind == "begun":
            begun = line.act
        elif line.kind == "done" and begun is not None:
            if not begun.takes_back:
                standing.append(begun)
            elif standing:
                standing.pop()
            begun = None
        else:
            begun = None
    return standing


def take_back(root: Path) -> Act:
    """Undo the last act that stands: its lines become what they were, all others stay. The project must be locked.

    Raises BriefingError when there is none, or when somebody changed the same lines since.
    """
    finish(root)
    done = acts(root)
    if not done:
        raise BriefingError.at(FILE, "there is nothing to take back")
    act = done[-1]
    back = replace(act, hunks=tuple(hunk.reversed() for hunk in reversed(act.hunks)), takes_back=True)
    _carry_out(root, back, [_back(root, hunk, act.said) for hunk in back.hunks])
    return act


def finish(root: Path) -> None:
    """Carry out to its end an act in the middle of which its command was killed. The project must be locked.

    To be called before anything is read that another act will change.
    """
    path = journal(root)
    if path is None or not _is_open(path):
        return
    last = next(reversed(list(_lines(root))), None)
    if last is None or last.kind != "begun" or last.act is None:
        return
    for hunk in last.act.hunks:
        with suppress(MisfitError):  # it is written already, or its lines are a person's by now
            standing = text_at(root / hunk.path)
            _put(root, hunk.path, standing, hunk.in_place(standing))
    _append(path, _DONE)


def settle(root: Path) -> None:
    """The same for who changes no claim by an act; nobody may have locked the project."""
    path = journal(root)
    if path is not None and _is_open(path):
        with locked(root):
            finish(root)


def _carry_out(root: Path, act: Act, changes: Sequence[Change]) -> None:
    path = _made(root)
    _append(path, msgspec.json.encode(_Line(kind="begun", act=act)) + b"\n", is_sure=True)
    written: list[Change] = []
    try:
        for change in changes:
            _put(root, change.path, change.before, change.after)
            written.append(change)
    except BriefingError:
        for change in reversed(written):
            with suppress(BriefingError):
                _put(root, change.path, change.after, change.before)
        _append(path, msgspec.json.encode(_Line(kind="dropped")) + b"\n")
        raise
    _append(path, _DONE)


def _back(root: Path, hunk: Hunk, said: str) -> Change:
    """What takes a hunk back in the file as it stands."""
    standing = text_at(root / hunk.path)
    try:
        return Change(hunk.path, standing, hunk.put_into(standing))
    except MisfitError:
        message = f"these lines changed since, so “{said}” cannot be taken back; correct them by hand"
        raise BriefingError(Problem(Where(hunk.path, hunk.line + 1), message)) from None


def _put(root: Path, path: str, expected: str | None, text: str | None) -> None:
    if text is not None:
        write(root, path, text, expected=expected)
    elif text_at(root / path) == expected:
        remove(root, path)
    else:
        raise BriefingError(changed_meanwhile(path))


def _lines(root: Path) -> Iterator[_Line]:
    """Each line that can be read; one that was cut by a kill never happened."""
    path = journal(root)
    for line in path.read_bytes().splitlines() if path is not None and path.is_file() else ():
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            yield _decode(line)


def _is_open(path: Path) -> bool:
    """Whether the last line does not say that its act is done."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - len(_DONE)))
        return file.read() != _DONE


def _made(root: Path) -> Path:
    """The journal in its folder. Raises BriefingError where there can be none."""
    try:
        return own_folder(root) / (journal(root) or root / FILE).name
    except OSError as problem:
        raise BriefingError.at(FOLDER, f"the folder cannot be made: {problem.strerror}") from None


def _append(path: Path, line: bytes, *, is_sure: bool = False) -> None:
    """Add a line; `is_sure`: only when the disk has it. Raises BriefingError where it cannot be written."""
    try:
        with os.fdopen(_opened(path), "ab+") as file:
            if file.tell() and _last_byte(file.fileno(), file.tell()) != b"\n":
                file.write(b"\n")  # a line that a kill cut
            file.write(line)
            file.flush()
            if is_sure:
                os.fsync(file.fileno())
    except OSError as problem:
        raise BriefingError.at(FILE, f"the file cannot be written: {problem.strerror or problem}") from None


def _opened(path: Path) -> int:
    """The journal, only where it stands here: a project that a stranger sent may hold a link to somebody's own file."""
    return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _last_byte(file: int, size: int) -> bytes:
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1)


def names_of(done: Sequence[Act]) -> tuple[str, ...]:
    """What the last act was about: « dernier »."""
    return done[-1].names if done else ()
