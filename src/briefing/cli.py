"""The command `briefing`: says what is wrong by file and line, and ends with 0, 1 (a mistake) or 2 (a wrong call)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import __version__
from briefing.problems import BriefingError, Problem, Severity

if TYPE_CHECKING:  # a command loads the program when it runs, so that --help starts at once
    from briefing.project import Loaded

FAILED = 1

_Command = Callable[..., None]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; a project's mistake ends with 1, a wrong call with 2."""
    commands.main(arguments, prog_name="briefing")


class _Group(click.Group):
    """A group whose commands end with their problems, not with a traceback."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except BriefingError as problem:
            _show(problem.problems)
            context.exit(FAILED)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefing")
def commands() -> None:
    """Press articles in, a cross-referenced research briefing out.

    Put articles in corpus/<id>.md, then run `briefing build`: the claims found in them are written to claims/, where
    you correct them, and the site to site/.
    """


def _directory(command: _Command) -> _Command:
    return click.option(
        "-C", "--directory", "root", default=".", show_default=True, metavar="DIR", help="The project's folder.",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
    )(command)  # fmt: skip


def _quiet(command: _Command) -> _Command:
    return click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")(command)


@commands.command()
@_directory
@_quiet
def extract(root: Path, quiet: bool) -> None:
    """Read the articles and write what they state to claims/*.yaml.

    What you edited, reviewed, rejected or added there is kept; running it twice changes nothing.
    """
    from briefing.project import refresh

    loaded = _with_progress(root, quiet, lambda advance: refresh(root, on_article=advance))
    _finish(loaded, quiet, f"{_count(loaded)}; {_number(len(loaded.changed), 'claim file')} changed")


@commands.command()
@_directory
@_quiet
def check(root: Path, quiet: bool) -> None:
    """List every problem of corpus, claims and entities, as file:line: what is wrong and what to do."""
    from briefing.check import check as check_project

    loaded = check_project(root)
    _finish(loaded, quiet, _count(loaded))


@commands.command()
@_directory
@_quiet
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes (default: site/ in the project).",
)
@click.option("--locked", is_flag=True, help="Write no claim file; fail where one would change. For CI.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def build(root: Path, quiet: bool, site_dir: Path | None, locked: bool, strict: bool) -> None:
    """Extract what is new or changed, check, and write the site."""
    from briefing.plugin.build import build_site

    build_site(root, site_dir=site_dir, locked=locked, strict=strict)
    if not quiet:
        click.echo(f"site written to {site_dir or root / 'site'}")


@commands.command()
@_directory
@click.option(
    "-a",
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help="Where the preview listens.",
)
def serve(root: Path, address: str) -> None:
    """Show the site at a local address and rebuild it when corpus, claims or docs change."""
    from briefing.plugin.build import serve_site

    serve_site(root, address)


@commands.command()
@_directory
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True, help="What to write.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to FILE (default: standard output).",
)
def export(root: Path, form: str, output: Path | None) -> None:
    """Write the dossier (articles, claims, entities, links) in a format that other programs read."""
    from briefing.export.formats import FORMATS
    from briefing.project import load

    loaded = load(root)
    text = FORMATS[form](loaded.dossier)
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, "utf-8")
    _finish(loaded, quiet=True)


@commands.command()
@_directory
@click.argument("where", metavar="ARTICLE[:LINE]")
def explain(root: Path, where: str) -> None:
    """Show which rules fired on an article (or one line of its file), which lost, and why."""
    from briefing.explain import explain as explain_reading
    from briefing.project import read_article

    name, _, line = where.partition(":")
    if line and not line.isdigit():
        raise click.BadParameter(f"“{line}” is no line number", param_hint="ARTICLE[:LINE]")
    for text in explain_reading(read_article(root, name), int(line) if line else None):
        click.echo(text)


def _with_progress(root: Path, quiet: bool, work: Callable[[Callable[[object], None]], Loaded]) -> Loaded:
    """Do the work with a progress bar where somebody looks at it."""
    total = sum(1 for _ in (root / "corpus").rglob("*.md")) if (root / "corpus").is_dir() else 0
    if quiet or total < 20 or not sys.stderr.isatty():
        return work(lambda _: None)
    with click.progressbar(length=total, label="Extracting", file=sys.stderr) as bar:
        return work(lambda _: bar.update(1))


def _count(loaded: Loaded) -> str:
    return f"{_number(len(loaded.dossier.articles), 'article')}, {_number(len(loaded.dossier.claims), 'claim')}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _show(problems: Sequence[Problem]) -> None:
    for problem in problems:
        label = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
        click.echo(f"{problem.where}: {label}{problem.message}", err=True)


def _finish(loaded: Loaded, quiet: bool, summary: str = "") -> None:
    """Show the problems, sum up, and fail if one of them is an error."""
    errors = [p for p in loaded.problems if p.severity is Severity.ERROR]
    _show(errors if quiet else loaded.problems)
    if summary and not quiet:
        click.echo(summary + (f", {_number(len(errors), 'error')}" if errors else ""))
    if errors:
        sys.exit(FAILED)
