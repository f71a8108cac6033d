"""`briefing build`."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from briefing.cli.progress import progress
from briefing.cli.shared import in_project, may_be_quiet


def _address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """An address of the web that ends with a slash; an empty one is none, as a workflow may have none to give."""
    if not value:
        return None
    if not re.fullmatch(r"https?://[^\s\"<>?#]+", value):
        raise click.BadParameter(f"“{value}” is no address; write https://example.org/folder/")
    return value.rstrip("/") + "/"


@click.command()
@in_project
@may_be_quiet
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes (default: site/ in the project).",
)
@click.option(
    "--site-url",
    metavar="ADDRESS",
    callback=_address,
    help="Where readers will find the site, if mkdocs.yml does not say: for sitemap, feed and link previews.",
)
@click.option("--locked", is_flag=True, help="Write no claim file; fail where one would change. For CI.")
@click.option(
    "--edition",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Publish this state as the edition of a day: kept in editions/, what follows is compared with it.",
)
@click.option(
    "--strict/--no-strict",
    default=None,
    help="Fail on warnings too, or write the site in spite of them (default: what mkdocs.yml says).",
)
def build(
    root: Path,
    *,
    quiet: bool,
    site_dir: Path | None,
    site_url: str | None,
    locked: bool,
    strict: bool | None,
    edition: datetime | None,
) -> None:
    """Extract what is new or changed, check, and write the site."""
    from briefing.cache.site import site_key, unchanged

    standing = None if edition else unchanged(root, site_key(site_dir and str(site_dir), site_url, locked, strict))
    if standing:
        for warning in standing.said:
            click.echo(warning, err=True)
        site = Path(standing.folder)
    else:
        day = edition.date() if edition else None
        site = _build(
            root, quiet=quiet, site_dir=site_dir, site_url=site_url, locked=locked, strict=strict, edition=day
        )
    if not quiet:
        done = "nothing changed since the site was written to" if standing else "site written to"
        click.echo(f"{done} {site_dir or _from(root, site)}")


def _build(root: Path, *, quiet: bool, **options: Any) -> Path:
    from briefing.plugin.build import build_site

    with progress(quiet=quiet) as tell:
        built = build_site(root, tell=tell, **options)
    if built.others and not quiet:
        click.echo(f"every page was rendered alone, which takes longer, for {', '.join(built.others)}")
    return built.site


def _from(root: Path, site: Path) -> Path:
    """The folder of a site as its project is called; one that lies elsewhere by its whole path."""
    whole = root.resolve()
    return root / site.relative_to(whole) if site.is_relative_to(whole) else site
