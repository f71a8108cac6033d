"""`briefing export`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.shared import finish, in_project


@click.command()
@in_project
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
    finish(loaded.problems, quiet=True)
