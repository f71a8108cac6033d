"""`briefing review` for links: those that are proposed, as what one is accepted, a claim taken out of a group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from briefing.cli.shared import loaded, number
from briefing.model.link import LinkKind
from briefing.model.relation import Field
from briefing.problems import printable

if TYPE_CHECKING:
    from briefing.model.ruling import Ruling
    from briefing.review.links import LinkMatter

KIND = click.Choice([kind.value for kind in LinkKind])
FIELD = click.Choice([field.value for field in Field])
_LIKELIEST = 20


class LinkAs(Struct, frozen=True):
    """As what a person accepts a link, where it is not what the rules say."""

    kind: LinkKind | None
    field: Field | None


def as_said(kind: str | None, field: str | None) -> LinkAs:
    """What the options say."""
    return LinkAs(LinkKind(kind) if kind else None, Field(field) if field else None)


def propose(root: Path, *, is_whole: bool) -> None:
    """The likeliest pairs that no page shows, or all of them, and how one is taken up."""
    from briefing.review.links import proposed

    dossier = loaded(root, proposing=True).dossier
    for matter in islice(proposed(dossier), None if is_whole else _LIKELIEST):
        click.echo(f"{matter.score:.2f} {matter.id} {matter.link}")
        _show_claims(matter)
    count = len(dossier.proposals)
    less = (
        f"; the likeliest {_LIKELIEST} are here, --links --all lists all"
        if count > _LIKELIEST > 0 and not is_whole
        else ""
    )
    click.echo(f"{number(count, 'proposed link')}{less}")
    if count:
        click.echo("to take one up: briefing review --accept ID [--as KIND]; to refuse it: --reject ID --why TEXT")


def show_link(matter: LinkMatter) -> None:
    """A link and its claims."""
    click.echo(f"{matter.id} {matter.kind}, {matter.link}" + (f", {matter.why}" if matter.why else ""))
    _show_claims(matter)


def _show_claims(matter: LinkMatter) -> None:
    for claim in matter.claims:
        click.echo(f"    {claim.id} “{printable(claim.evidence.exact)}”")


def take_out(root: Path, names: Sequence[str], claim: str, ruling: Ruling) -> None:
    """A claim out of the groups with these ids."""
    from briefing.review import links
    from briefing.review.acts.linking import linked
    from briefing.review.acts.plan import committed
    from briefing.review.names import in_full

    if not names:
        raise click.UsageError("name the groups by their ids")
    (out,), full = in_full(root, [claim]), in_full(root, names)
    judged = [links.dropped(matter, out) for matter in links.named(root, full)]
    committed(root, lambda: linked(root, judged, ruling))
    click.echo(f"took {out} out of {number(len(judged), 'link')}, by {ruling.who} on {ruling.when}")
