"""`briefing explain`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.shared import in_project
from briefing.problems import BriefingError, printable


@click.command()
@in_project
@click.argument("where", metavar="[ARTICLE[:LINE]]", required=False)
@click.option("--link", nargs=2, metavar="ID ID", help="Show what speaks for and against a link of two claims.")
def explain(root: Path, where: str | None, link: tuple[str, str] | None) -> None:
    """Show which rules fired on an article (or one line of its file), which lost, and why."""
    if (where is None) is (link is None):
        raise click.UsageError("name an article, or two claims with --link")
    for text in _of_link(root, *link) if link else _of_article(root, where or ""):
        click.echo(printable(text))


def _of_link(root: Path, one: str, other: str) -> Iterator[str]:
    from briefing.explain.link import explain_link
    from briefing.project import load

    return explain_link(load(root).dossier, one, other)


def _of_article(root: Path, where: str) -> list[str]:
    from briefing.corpus.loader import find_article
    from briefing.explain.reading import explain as explain_reading
    from briefing.explain.reading import nothing_at
    from briefing.project.sources import read_by_rules

    name, _, line = where.partition(":")
    if line and not line.isdecimal():
        raise click.BadParameter(f"“{line}” is no line number", param_hint="ARTICLE[:LINE]")
    reading, wanted = read_by_rules(root, find_article(root, Path(name).stem)), int(line) if line else None
    lines = list(explain_reading(reading, wanted))
    if not lines:
        raise BriefingError(nothing_at(reading, wanted))
    return lines
