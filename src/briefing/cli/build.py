"""`briefing build`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from briefing.cli.shared import in_project, may_be_quiet


@click.command()
@in_project
@may_be_quiet
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes (default: site/ in the project).",
)
@click.option("--locked", is_flag=True, help="Write no claim file; fail where one would change. For CI.")
@click.option(
    "--edition",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Publish this state as the edition of a day: kept in editions/, what follows is compared with it.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def build(
    root: Path, *, quiet: bool, site_dir: Path | None, locked: bool, strict: bool, edition: datetime | None
) -> None:
    """Extract what is new or changed, check, and write the site."""
    from briefing.plugin.build import build_site

    others = build_site(
        root, site_dir=site_dir, locked=locked, strict=strict, edition=edition.date() if edition else None
    )
    if others and not quiet:
        click.echo(f"every page was rendered alone, which takes longer, for {', '.join(others)}")
    if not quiet:
        click.echo(f"site written to {site_dir or root / 'site'}")
