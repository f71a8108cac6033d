"""`briefing remove`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.editing import completion
from briefing.cli.shared import in_project, number

if TYPE_CHECKING:
    from briefing.review.acts.plan import Plan


@click.command()
@in_project
@click.argument("names", nargs=-1, required=True, metavar="ID…", shell_complete=completion.decidable)
def remove(root: Path, names: tuple[str, ...]) -> None:
    """Take claims out of the project, articles with their claims, or decisions on links.

    What was decided on their links and the citations of them on your pages go too; editions keep what they published.
    `briefing undo` brings it back.
    """
    from briefing.review.acts.plan import committed

    for plan in _plans(root, names):
        done = committed(root, plan)
        files = sum(change.before != change.after for change in done.changes)
        click.echo(f"{done.said}: {number(files, 'file')} changed; briefing undo brings it back")


def _plans(root: Path, names: Sequence[str]) -> Iterator[Callable[[], Plan]]:
    """One for all claims, one for each article and each link; all names are known before the first is carried out."""
    from briefing.review.acts.removal import removed, removed_article, removed_link
    from briefing.review.links import named
    from briefing.review.names import in_full, is_link

    articles = [name for name in names if any(path.stem == name for path in (root / "corpus").rglob("*.md"))]
    others = in_full(root, [name for name in names if name not in articles])
    claims = [name for name in others if not is_link(name)]
    matters = named(root, [name for name in others if is_link(name)])
    if claims:
        yield partial(removed, root, claims)
    yield from (partial(removed_article, root, name) for name in articles)
    yield from (partial(removed_link, root, matter.id, [c.id for c in matter.claims]) for matter in matters)
