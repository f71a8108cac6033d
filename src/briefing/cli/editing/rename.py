"""`briefing rename`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.editing import completion
from briefing.cli.shared import in_project


@click.command()
@in_project
@click.argument("old", metavar="ARTICLE", shell_complete=completion.articles)
@click.argument("new", metavar="NEW")
def rename(root: Path, old: str, new: str) -> None:
    """Give an article another id. Its claims keep theirs, with their reviews, links and citations."""
    from briefing.review.acts.plan import committed
    from briefing.review.acts.renaming import renamed_article

    committed(root, lambda: renamed_article(root, old, new))
    click.echo(f"{old} is {new} now")
