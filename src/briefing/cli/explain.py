"""`briefing explain`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.shared import in_project
from briefing.problems import BriefingError, printable


@click.command()
@in_project
@click.argument("where", metavar="ARTICLE[:LINE]")
def explain(root: Path, where: str) -> None:
    """Show which rules fired on an article (or one line of its file), which lost, and why."""
    from briefing.explain import explain as explain_reading
    from briefing.explain import nothing_at
    from briefing.project.sources import read_article

    name, _, line = where.partition(":")
    if line and not line.isdigit():
        raise click.BadParameter(f"“{line}” is no line number", param_hint="ARTICLE[:LINE]")
    reading, wanted = read_article(root, name), int(line) if line else None
    lines = list(explain_reading(reading, wanted))
    if not lines:
        raise BriefingError(nothing_at(reading, wanted))
    for text in lines:
        click.echo(printable(text))
