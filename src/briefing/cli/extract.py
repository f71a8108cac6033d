"""`briefing extract`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.shared import contents, finish, in_project, may_be_quiet, number

if TYPE_CHECKING:
    from briefing.project import Loaded


@click.command()
@in_project
@may_be_quiet
def extract(root: Path, quiet: bool) -> None:
    """Read the articles and write what they state to claims/*.yaml.

    What you edited, reviewed, rejected or added there is kept; running it twice changes nothing.
    """
    from briefing.project import refresh

    loaded = _with_progress(root, quiet, lambda advance: refresh(root, on_article=advance))
    finish(loaded.problems, quiet, f"{contents(loaded)}; {number(len(loaded.changed), 'claim file')} changed")


def _with_progress(root: Path, quiet: bool, work: Callable[[Callable[[], None]], Loaded]) -> Loaded:
    """Do the work with a progress bar where somebody looks at it."""
    total = sum(1 for _ in (root / "corpus").rglob("*.md")) if (root / "corpus").is_dir() else 0
    if quiet or total < 20 or not sys.stderr.isatty():
        return work(lambda: None)
    with click.progressbar(length=total, label="Extracting", file=sys.stderr) as bar:
        return work(lambda: bar.update(1))
