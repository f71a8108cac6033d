"""What the theme and its search bring that no page of ours asks for."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_INDEX = "search/search_index.json"


def leave_out(files: Files, config: MkDocsConfig) -> None:
    """Of the files to be written, drop the theme's scripts and the maps of its sources."""
    for file in [file for file in files if _is_unused(file, config)]:
        files.remove(file)


def remove_index(site: Path) -> None:
    """Remove the index of the theme's search, which ours replaces."""
    (site / _INDEX).unlink(missing_ok=True)
    with suppress(OSError):  # another plugin's files stand beside it, or there is no such folder
        (site / _INDEX).parent.rmdir()


def _is_unused(file: File, config: MkDocsConfig) -> bool:
    is_theirs = file.generated_by is None and file.src_dir != config.docs_dir
    return is_theirs and (file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"))
