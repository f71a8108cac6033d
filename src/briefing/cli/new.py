"""`briefing new`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.shared import finish, may_be_quiet, number


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@may_be_quiet
def new(folder: Path, quiet: bool) -> None:
    """Make DIR a project that builds at once, with the files to publish it on GitHub Pages and GitLab Pages.

    In a folder that has some of it, only what is missing is added; nothing is overwritten.
    """
    from briefing.new import Made
    from briefing.new import new as make

    problems, added, left = [], 0, 0
    for outcome in make(folder):
        if not isinstance(outcome, Made):
            problems.append(outcome)
            continue
        added, left = added + outcome.is_new, left + (not outcome.is_new)
        if not quiet:
            click.echo(f"{'added' if outcome.is_new else 'left '}  {outcome.path}")
    finish(problems, quiet, f"{number(added, 'file')} added, {left} left as they were")
