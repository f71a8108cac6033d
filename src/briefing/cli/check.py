"""`briefing check`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.progress import progress
from briefing.cli.shared import FAILED, held, in_project, may_be_quiet, number
from briefing.problems import Severity

if TYPE_CHECKING:  # a command loads the program when it runs, so that --help starts at once
    from briefing.cache.checks import Checked

_FORMATS = ("text", "json", "github", "sarif")


@click.command()
@in_project
@may_be_quiet
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="Lines for people, JSON, annotations for GitHub Actions, or SARIF 2.1.0 for code scanning.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check(root: Path, *, quiet: bool, form: str, strict: bool) -> None:
    """List every problem of corpus, claims, links, entities, pages and citations, and what to do about each.

    Nothing is written. Ends with 1 if there is an error.
    """
    from briefing.cache.checks import known
    from briefing.check.report import FORMATS

    found = known(root) or _checked(root, quiet=quiet)
    errors = [p for p in found.problems if p.severity is Severity.ERROR]
    warnings = [p for p in found.problems if p.severity is Severity.WARNING]
    shown = found.problems if not quiet else tuple(sorted([*errors, *(warnings if strict else ())]))
    click.echo(FORMATS[form](shown, _base(root)), nl=False)
    if form == "text" and not quiet:
        size = held(found.articles, found.claims, found.checkable)
        click.echo(f"{size}, {number(len(errors), 'error')}, {number(len(warnings), 'warning')}")
    if errors or (strict and warnings):
        sys.exit(FAILED)


def _checked(root: Path, *, quiet: bool) -> Checked:
    from briefing.check.project import check as check_project

    with progress(quiet=quiet) as tell:
        return check_project(root, tell=tell)


def _base(root: Path) -> str:
    """The way from here to the project, with a slash at its end: annotations count from the repository's folder."""
    way = os.path.relpath(root)
    return "" if way == "." or way.startswith("..") else Path(way).as_posix() + "/"
