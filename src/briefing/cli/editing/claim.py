"""`briefing claim`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.editing import completion
from briefing.cli.shared import in_project


@click.command()
@in_project
@click.argument("article", metavar="ARTICLE", shell_complete=completion.articles)
@click.argument("words", metavar="WORDS")
@click.option("--nth", type=click.IntRange(1), default=None, metavar="N", help="Which of equal words, from 1.")
def claim(root: Path, article: str, words: str, nth: int | None) -> None:
    """Make a claim of words of an article; its speaker, dates, figures and names are found in them.

    It is a draft: correct it with `briefing edit dernier`, accept it with `briefing review --accept dernier`.
    """
    from briefing.review.acts.plan import committed
    from briefing.review.acts.selection import added

    plan = committed(root, lambda: added(root, article, words, nth or 0))
    click.echo(f"added {', '.join(plan.names)} to {article}")
