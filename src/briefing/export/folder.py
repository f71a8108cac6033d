"""Writing an export to disk: whole files, and none of anybody else's is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.corpus.textfile import is_inside
from briefing.disk.manifest import foreign, remember, written
from briefing.disk.write import put
from briefing.export.markdown.pages import CONFIG, SIGNED
from briefing.problems import BriefingError, Problem, Where

KIND = "export"


def write_files(folder: Path, files: Iterator[tuple[str, str | bytes]], *, whole: bool = False) -> None:
    """Write each file by its path in `folder`, whole. `whole`: what an earlier export left there is removed.

    Raises BriefingError where a file cannot be written or is no earlier export, or where the folder holds a site that
    is not an export.
    """
    if whole:
        _check_ours(folder)
    before, new = written(folder, KIND), set[str]()
    try:
        try:
            for path, content in files:
                if _write(folder, path, content.encode() if isinstance(content, str) else content, before):
                    new.add(path)
            for page in before - new if whole else ():
                (folder / page).unlink(missing_ok=True)
        finally:
            if new:
                remember(folder, KIND, new if whole else before | new)
    except OSError as problem:
        where = Where(str(problem.filename or folder))
        raise BriefingError(Problem(where, f"this cannot be written: {problem.strerror or problem}")) from None


def _write(folder: Path, name: str, content: bytes, ours: frozenset[str]) -> bool:
    """Write a new file, or one that an earlier export wrote; a pipe or a terminal, which is no file, takes all."""
    target = folder / name
    if not is_inside(target.parent, folder):
        message = "this leads out of the folder by a link; nothing was written there"
        raise BriefingError.at(target, message)
    if target.exists() and not (target.is_file() or target.is_dir()):
        target.write_bytes(content)
        return False
    if target.is_file() and name not in ours and target.read_bytes() != content:
        message = "this file is no earlier export and was left alone; give another name with -o, or remove it"
        raise BriefingError.at(target, message)
    put(target, content)
    return True


def _check_ours(folder: Path) -> None:
    """An export goes into an empty folder, or over an earlier export."""
    config = folder / CONFIG
    is_signed = config.is_file() and config.read_text("utf-8", "replace").startswith(SIGNED)
    if not is_signed and not written(folder, KIND) and foreign(folder, KIND):
        message = "this folder holds files that are no export and was left alone; choose another folder with -o"
        raise BriefingError.at(folder, message)
