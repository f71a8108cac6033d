"""What every command shares: its options, how it counts, and how it shows what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.progress import progress
from briefing.problems import Problem, Severity

if TYPE_CHECKING:  # a command loads the program when it runs, so that --help starts at once
    from briefing.project import Loaded

FAILED = 1

Command = Callable[..., None]


def in_project(command: Command) -> Command:
    """The option `-C DIR`, given to the command as `root`."""
    return click.option(
        "-C", "--directory", "root", default=".", show_default=True, metavar="DIR", help="The project's folder.",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
    )(command)  # fmt: skip


def may_be_quiet(command: Command) -> Command:
    """The option `--quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")(command)


def loaded(root: Path, *, proposing: bool = False) -> Loaded:
    """The project as its files stand, with a bar where reading them takes a while; `proposing` as in `project.load`."""
    from briefing.project import load

    with progress(quiet=False) as tell:
        return load(root, proposing=proposing, tell=tell)


def number(count: int, noun: str) -> str:
    """« 1 article », « 2 articles »."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def contents(project: Loaded) -> str:
    """How much a project holds."""
    claims = project.dossier.claims.values()
    return held(len(project.dossier.articles), len(claims), sum(claim.checkable for claim in claims))


def held(articles: int, claims: int, checkable: int) -> str:
    """« 8 articles, 173 claims (170 can be checked) »: the home page counts those that can."""
    less = f" ({checkable} can be checked)" if checkable < claims else ""
    return f"{number(articles, 'article')}, {number(claims, 'claim')}{less}"


def show(problems: Sequence[Problem]) -> None:
    """Each problem on a line of standard error."""
    for problem in problems:
        click.echo(problem.line, err=True)


def finish(problems: Sequence[Problem], quiet: bool, summary: str = "") -> None:
    """Show the problems, sum up, and fail if one of them is an error."""
    errors = [p for p in problems if p.severity is Severity.ERROR]
    show(errors if quiet else problems)
    if summary and not quiet:
        click.echo(summary + (f", {number(len(errors), 'error')}" if errors else ""))
    if errors:
        sys.exit(FAILED)
