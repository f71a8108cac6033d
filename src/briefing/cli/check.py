"""`briefing check`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.shared import contents, finish, in_project, may_be_quiet


@click.command()
@in_project
@may_be_quiet
def check(root: Path, quiet: bool) -> None:
    """List every problem of corpus, claims and entities, as file:line: what is wrong and what to do."""
    from briefing.check import check as check_project

    loaded = check_project(root)
    finish(loaded.problems, quiet, contents(loaded))
