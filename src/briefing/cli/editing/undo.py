"""`briefing undo`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.shared import in_project
from briefing.problems import printable


@click.command()
@in_project
@click.option("--list", "is_list", is_flag=True, help="Say what could be taken back, the last first; change nothing.")
def undo(*, root: Path, is_list: bool) -> None:
    """Take back what was decided last: accepted, rejected, edited, added, removed, renamed or merged.

    Again, and the one before it. What you changed since in the same lines is not touched: that is said.
    """
    from briefing.disk.journal import acts
    from briefing.review.acts.plan import undone

    if not is_list:
        click.echo(f"took back: {printable(undone(root)[0])}")
        return
    for act in reversed(acts(root)):
        click.echo(printable(act.said))
