"""`briefing entity`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.editing import completion
from briefing.cli.shared import in_project, number

if TYPE_CHECKING:
    from briefing.review.acts.plan import Plan


@click.group()
def entity() -> None:
    """Mend a person, a body or a place once for all: in corpus/entities.yaml, and in every claim that names it."""


@entity.command()
@in_project
@click.argument("kept", metavar="KEPT", shell_complete=completion.entities)
@click.argument("other", metavar="OTHER", shell_complete=completion.entities)
def merge(root: Path, kept: str, other: str) -> None:
    """OTHER (its id or its name) is KEPT: its names become aliases."""
    from briefing.review.acts.entities import merged

    _commit(root, lambda: merged(root, kept, other))


@entity.command()
@in_project
@click.argument("name", metavar="ENTITY", shell_complete=completion.entities)
@click.argument("words", metavar="NAME")
def split(root: Path, name: str, words: str) -> None:
    """NAME, by which claims name ENTITY, is somebody else's: it becomes an entity of its own."""
    from briefing.review.acts.entities import split as apart

    _commit(root, lambda: apart(root, name, words))


@entity.command()
@in_project
@click.argument("words", metavar="NAME")
def ignore(root: Path, words: str) -> None:
    """NAME is no entity here."""
    from briefing.review.acts.entities import ignored

    _commit(root, lambda: ignored(root, words))


@entity.command("type")
@in_project
@click.argument("name", metavar="ENTITY", shell_complete=completion.entities)
@click.argument("kind", metavar="TYPE")
def retype(root: Path, name: str, kind: str) -> None:
    """ENTITY is a person, organisation, place, event, work, product or other."""
    from briefing.model.annotation import EntityType
    from briefing.review.acts.entities import retyped

    if kind not in set(EntityType):
        raise click.UsageError(f"“{kind}” is none of {', '.join(EntityType)}")
    _commit(root, lambda: retyped(root, name, EntityType(kind)))


def _commit(root: Path, plan: Callable[[], Plan]) -> None:
    from briefing.review.acts.plan import committed

    done = committed(root, plan)
    files = sum(change.before != change.after for change in done.changes)
    click.echo(f"{done.said}: {number(files, 'file')} changed; the next build reads the articles with it")
