"""`briefing serve`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.shared import in_project, show


@click.command()
@in_project
@click.option(
    "-a",
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help="Where the preview listens; a PORT without HOST is open to this machine alone.",
)
def serve(root: Path, address: str) -> None:
    """Show the site at a local address and rebuild it when corpus, claims or docs change."""
    from briefing.plugin.live.serve import serve_site

    serve_site(root, address, say=click.echo, show=show)
