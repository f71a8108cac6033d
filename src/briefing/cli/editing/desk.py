"""`briefing desk`."""

from __future__ import annotations

import webbrowser
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal

import click

from briefing.cli.shared import in_project, number


@click.command()
@in_project
@click.option("--by", metavar="NAME", help="Who decides (default: git's user.name, or the login name).")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Of this machine (default: any that is free).")
@click.option("--open/--no-open", "is_opened", default=True, help="Open the page in your browser.")
@click.option("--language", default="fr", show_default=True, metavar="CODE", help="Of the page.")
@click.option(
    "--into",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the page into a folder, for colleagues who have no shell; it hands over a file for review --apply.",
)
def desk(*, root: Path, by: str | None, port: int, is_opened: bool, language: str, folder: Path | None) -> None:
    """Review in your browser, a key a decision; each is on disk at once, like those of `briefing review`.

    The page is for this machine alone, and its address for you: it holds a token. Ctrl+C ends it.
    """
    if folder is not None:
        _write(root, language, folder)
    else:
        _serve(root, by, port, language, is_opened=is_opened)


def _serve(root: Path, by: str | None, port: int, language: str, *, is_opened: bool) -> None:
    from briefing.desk.desk import Desk
    from briefing.desk.page import assets, page
    from briefing.desk.server import Server
    from briefing.model.ruling import Ruling
    from briefing.review.person import reviewer

    today = datetime.now().date()  # noqa: DTZ005 - the day where the person is
    ruling = Ruling(by.strip() if by and by.strip() else reviewer(root), today)
    with Server(port, Desk(root, ruling, language), page(language, is_served=True), dict(assets(language))) as server:
        click.echo(f"{server.url} is your desk, for this machine alone; Ctrl+C ends it")
        signal(SIGTERM, default_int_handler)
        if is_opened:
            webbrowser.open(server.url)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


def _write(root: Path, language: str, folder: Path) -> None:
    from briefing.desk.page import alone
    from briefing.desk.queue import queue
    from briefing.disk.write import put

    content = queue(root, is_public=True)
    for name, data in alone(language, content):
        put(folder / name, data)
    click.echo(f"{number(len(content.claims), 'claim')} to read in {folder / 'index.html'}")
