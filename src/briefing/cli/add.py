"""`briefing add`."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from briefing.cli.shared import finish, in_project, may_be_quiet, number


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@in_project
@may_be_quiet
@click.option(
    "--retrieved",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When the sources were fetched, as 2024-10-25 (default: today).",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0.1),
    default=20.0,
    show_default=True,
    help="How long to wait for an address.",
)
def add(root: Path, sources: tuple[str, ...], quiet: bool, retrieved: datetime | None, timeout: float) -> None:
    """Make an article of each SOURCE: corpus/<id>.md, with its metadata and its words unchanged.

    A SOURCE is a saved page, a PDF or a text file, an address (http or https), a folder of these, or - for standard
    input. What the source does not say stays unknown.
    """
    from briefing.collect.add import Added
    from briefing.collect.add import add as add_all
    from briefing.collect.fetch import fetch
    from briefing.collect.original import originals

    day = retrieved.date() if retrieved else date.today()  # noqa: DTZ011 - the day where the editor is
    found = originals(sources, stdin=sys.stdin.buffer.read, fetch=lambda url: fetch(url, timeout=timeout))
    problems, count = [], 0
    for outcome in add_all(root, found, retrieved=day):
        if not isinstance(outcome, Added):
            problems.append(outcome)
            continue
        count += 1
        if not quiet:
            unknown = f"; the source does not say: {', '.join(outcome.unknown)}" if outcome.unknown else ""
            click.echo(f"{outcome.path}{unknown}")
    finish(problems, quiet, f"{number(count, 'article')} added")
