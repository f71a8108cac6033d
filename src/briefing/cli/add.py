"""`briefing add`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.shared import finish, in_project, may_be_quiet, number
from briefing.problems import BriefingError, Problem, Severity, Where, printable

if TYPE_CHECKING:  # a command loads the program when it runs, so that --help starts at once
    from briefing.collect.add import Added
    from briefing.collect.original import Original
    from briefing.collect.web.feeds import Entry


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
@click.option(
    "--latest",
    metavar="N",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many articles of a feed or of a list of addresses are added, from its beginning.",
)
@click.option(
    "--about", metavar="WORDS", default="", help="Of a feed or a list, only what names all these words is added."
)
@click.option("--list", "is_list", is_flag=True, help="Only say what a feed or a list would add.")
@click.option(
    "--snapshot", is_flag=True, help="Keep each source as it came in snapshots/; its SHA-256 stands in the article."
)
def add(
    *,
    root: Path,
    sources: tuple[str, ...],
    quiet: bool,
    retrieved: datetime | None,
    timeout: float,
    latest: int,
    about: str,
    is_list: bool,
    snapshot: bool,
) -> None:
    """Make an article of each SOURCE: corpus/<id>.md, with its metadata and its words unchanged.

    A SOURCE is a saved page, a PDF, a text, a Word document or a letter (.eml), an address (http or https), a feed or
    a text of addresses, a folder of these, or - for standard input. What the source does not say stays unknown.
    """
    from briefing.collect.add import add as add_all
    from briefing.collect.corpus import read_corpus
    from briefing.collect.original import originals
    from briefing.collect.sandbox import fetcher, lister, reader
    from briefing.collect.web.feeds import listed_articles
    from briefing.collect.worker import Worker

    if any(not source.strip() for source in sources):  # « briefing add "$page" » where the variable is empty
        raise BriefingError.at("add", "a source has no name; name a file, a folder or an address")
    day = retrieved.date() if retrieved else date.today()  # noqa: DTZ011 - the day where the editor is
    with Worker() as worker:
        fetch, entries = fetcher(worker, timeout, read_corpus(root).at), lister(worker, latest, about)
        found = originals(sources, stdin=sys.stdin.buffer.read, fetch=fetch)
        if is_list:
            finish([*_listed(found, entries)], quiet)
            return
        articles = listed_articles(found, fetch, entries)
        outcomes = add_all(root, articles, read=reader(worker, day), retrieved=day, keep_source=snapshot)
        problems, count = _told(outcomes, quiet)
    if count and (said := _without_example(root)):
        problems.append(said)
    finish(problems, quiet, f"{number(count, 'article')} added")


def _listed(
    sources: Iterable[Original | Problem], entries: Callable[[Original], list[Entry] | Problem | None]
) -> Iterator[Problem]:
    """Say what each source that is a list holds, an article a line; what is wrong is given back."""
    for source in sources:
        found = source if isinstance(source, Problem) else entries(source)
        if isinstance(found, Problem):
            yield found
        for entry in found if isinstance(found, list) else ():
            click.echo(printable(f"{entry.address}  {entry.title}").rstrip())


def _without_example(root: Path) -> Problem | None:
    """Take the example of a new project out, where nobody changed it and another article stands beside it; say so."""
    from briefing.new import example
    from briefing.review.acts.plan import committed
    from briefing.review.acts.removal import removed_article

    name = example(root)
    if name is None:
        return None
    done = committed(root, lambda: removed_article(root, name))
    message = "the example made room for your article; briefing undo brings it back"
    return Problem(Where(done.changes[0].path), message, Severity.NOTE)


def _told(outcomes: Iterable[Added | Problem], quiet: bool) -> tuple[list[Problem], int]:
    """The problems among the outcomes, and how many articles were added, each said as soon as it is."""
    problems, count = [], 0
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        count += 1
        if not quiet:
            unknown = f"; the source does not say: {', '.join(outcome.unknown)}" if outcome.unknown else ""
            click.echo(f"{outcome.path}{unknown}")
    return problems, count
