"""The files that an act reads before it changes them: strictly, so that nothing is written that was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.check.settings import read_settings
from briefing.corpus.textfile import read_text
from briefing.disk.hunk import Change
from briefing.problems import BriefingError
from briefing.store import links


def text_of(root: Path, path: str) -> str | None:
    """A file's text; None where there is none. Raises BriefingError when it cannot be read."""
    if not (root / path).exists():
        return None
    text, problems = read_text(root / path, path)
    if text is None:
        raise BriefingError(*problems)
    return text


def in_pages(root: Path, change: Callable[[str], str]) -> Iterator[Change]:
    """A change of the pages that people write; those that cannot be read are left alone, and `check` says why."""
    settings, _ = read_settings(root)
    folder = (root / settings.docs).resolve()
    if not folder.is_relative_to(root.resolve()):
        return
    for page in sorted(folder.rglob("*.md")):
        path = page.relative_to(root.resolve()).as_posix()
        text, _ = read_text(root / path, path)
        if text is not None:
            yield Change(path, text, change(text))


def in_links(root: Path, is_gone: Callable[[frozenset[str]], bool]) -> Iterator[Change]:
    """The decisions on links, without those whose claims say so. Raises BriefingError when a file cannot be read."""
    for path in links.files(root):
        text = text_of(root, path)
        if text is not None:
            yield Change(path, text, links.without(text, path, is_gone))
