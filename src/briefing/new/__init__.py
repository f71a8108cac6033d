"""A new project: the files that build a site at once, and those that publish it; what is there stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from briefing import __version__
from briefing.corpus.textfile import is_inside
from briefing.disk.write import write
from briefing.problems import BriefingError, Problem, Severity, Where
from briefing.store.base import read_bases
from briefing.store.reconcile import as_written

_TEMPLATE = {
    "mkdocs.yml": "mkdocs.yml",
    "docs/.gitkeep": "gitkeep",
    "corpus/exemple.md": "exemple.md",
    "corpus/entities.yaml": "entities.yaml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    ".github/workflows/pages.yml": "pages.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
}
"""Each file of a project, and the file of `template/` that it is made from."""
_ARTICLE = "corpus/exemple.md"
_BRIEFING = "briefing.txt"


class Made(Struct, frozen=True):
    """A file of the project: written now, or left as it stood."""

    path: str
    is_new: bool


def new(root: Path) -> Iterator[Made | Problem]:
    """Write what a project lacks into `root`, and say of each file whether it was written or left.

    Raises BriefingError when `root` is a file or cannot be made.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise BriefingError.at(root, f"this cannot be made a project's folder: {problem.strerror or problem}") from None
    has_articles = any((root / "corpus").rglob("*.md")) if (root / "corpus").is_dir() else False
    for path, name in _TEMPLATE.items():
        if path != _ARTICLE or not has_articles or (root / path).exists():
            yield _made(root, path, (files(__package__) / "template" / name).read_text("utf-8"))
    yield from _required(root)
    yield from _without_plugin(root)


def example(root: Path) -> str | None:
    """The id of the article that a new project shows, while it and its claims are as the program wrote them."""
    target, text = root / _ARTICLE, (files(__package__) / "template" / _TEMPLATE[_ARTICLE]).read_bytes()
    try:
        is_ours = target.read_bytes() == text and as_written(root, target.stem, read_bases(root, target.stem))
    except OSError:
        return None
    return target.stem if is_ours else None


def _made(root: Path, path: str, text: str) -> Made | Problem:
    """Write one file where there is none; a folder that is a link out of the project gets nothing."""
    target = root / path
    if target.exists() or target.is_symlink():
        return Made(path, is_new=False)
    if not is_inside(target.parent, root):
        return Problem(Where(path), "its folder is a link that leads outside the project; nothing was written there")
    try:
        write(root, path, text, expected=None)
    except BriefingError as problem:
        return problem.problems[0]
    except OSError as problem:
        return Problem(Where(path), f"the file cannot be written: {problem.strerror or problem}")
    return Made(path, is_new=True)


def _required(root: Path) -> Iterator[Made | Problem]:
    """Where CI gets Briefing from, beside its dependencies in requirements.txt; where unknown, the file says how."""
    made = _made(root, _BRIEFING, origin())
    yield made
    if isinstance(made, Made) and made.is_new and not _source():
        message = "to publish, write here where CI gets Briefing from; the file says how"
        yield Problem(Where(_BRIEFING), message, Severity.NOTE)


def _without_plugin(root: Path) -> Iterator[Problem]:
    """A site that stood there before builds no briefing until the plugin is named."""
    config = root / "mkdocs.yml"
    if config.is_file() and "briefing" not in config.read_text("utf-8", "replace"):
        message = "it stood there and was left; add “briefing” below “plugins:” to make it a briefing"
        yield Problem(Where("mkdocs.yml"), message, Severity.WARNING)


def origin() -> str:
    """The line by which CI installs this very Briefing; where it cannot be told, how to write it."""
    source = _source()
    if source:
        return f"{source}\n"
    return (
        "# Where CI gets Briefing from: name the repository or the wheel that you use, for example\n"
        "#   briefing @ git+https://git.example.org/you/briefing@<commit>\n"
        "# The package called “briefing” in the public index is another program.\n"
        f"# This project was made with Briefing {__version__}.\n"
    )


def _source() -> str | None:
    """Where the running Briefing was installed from, if that is an address that others can reach without a secret."""
    try:
        found = json.loads(distribution("briefing").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    url = str(found.get("url", ""))
    if not url.startswith("https://") or "@" in url:
        return None
    version = found.get("vcs_info", {})
    if version:
        return f"briefing @ {version['vcs']}+{url}@{version['commit_id']}"
    digest = found.get("archive_info", {}).get("hashes", {}).get("sha256")
    return f"briefing @ {url}" + (f" --hash=sha256:{digest}" if digest else "")
