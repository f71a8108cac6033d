"""Writing an export into a folder, where nothing of anybody else's is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.export.markdown.pages import CONFIG, DOCS, SIGNED
from briefing.problems import BriefingError, Problem, Where


def write_files(folder: Path, files: Iterator[tuple[str, str | bytes]], *, pages: bool = False) -> None:
    """Write each file by its path in `folder`. `pages`: a whole site, so what an earlier one left is removed.

    Raises BriefingError where a file cannot be written, or where the folder holds a site that is not an export.
    """
    if pages:
        _check_ours(folder)
    written = set()
    try:
        for path, content in files:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
            written.add(target)
        for page in (folder / DOCS).rglob("*.md") if pages else ():
            if page not in written:
                page.unlink()
    except OSError as problem:
        where = Where(str(problem.filename or folder))
        raise BriefingError(Problem(where, f"this cannot be written: {problem.strerror or problem}")) from None


def _check_ours(folder: Path) -> None:
    """An export goes into an empty folder, or over an earlier export."""
    config = folder / CONFIG
    foreign = config.is_file() and not config.read_text("utf-8", "replace").startswith(SIGNED)
    if foreign or (not config.exists() and (folder / DOCS).exists()):
        message = "a site that is no export stands here and was left alone; choose another folder with -o"
        raise BriefingError(Problem(Where(str(folder)), message))
