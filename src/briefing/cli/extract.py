"""`briefing extract`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.progress import progress
from briefing.cli.shared import contents, finish, in_project, may_be_quiet, number
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from briefing.project.readings import Many


@click.command()
@in_project
@may_be_quiet
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Read on the workers of this Dask scheduler (tcp://host:8786). Needs the extra cluster.",
)
def extract(root: Path, *, quiet: bool, scheduler: str | None) -> None:
    """Read the articles and write what they state to claims/*.yaml.

    What you edited, reviewed, rejected or added there is kept; running it twice changes nothing.
    """
    from briefing.project import refresh
    from briefing.project.workers import by_processes

    many = _on_cluster(scheduler) if scheduler else by_processes
    with progress(quiet=quiet) as tell:
        loaded = refresh(root, many=many, tell=tell)
    finish(loaded.problems, quiet, f"{contents(loaded)}; {number(len(loaded.changed), 'claim file')} changed")


def _on_cluster(address: str) -> Many:
    try:
        from briefing.project.cluster import on_cluster
    except ModuleNotFoundError:
        message = "Dask is not installed; pip install 'briefing[cluster]', here and where the workers run"
        raise BriefingError.at("--scheduler", message) from None
    return on_cluster(address)
