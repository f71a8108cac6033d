"""`briefing review`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.shared import finish, in_project, number
from briefing.problems import printable

if TYPE_CHECKING:
    from briefing.model.claim import Status
    from briefing.model.ruling import Ruling
    from briefing.review.claims import Matter, Sheet
    from briefing.review.links import LinkMatter


@click.command()
@in_project
@click.argument("names", nargs=-1, metavar="[ID…]")
@click.option("--accept", is_flag=True, help="Accept the claims and links with these ids.")
@click.option("--reject", is_flag=True, help="Reject the claims and links with these ids; say why.")
@click.option("--all-of", metavar="ARTICLE", help="Accept all drafts of an article.")
@click.option("--links", "proposals", is_flag=True, help="List the links that the rules only propose, likeliest first.")
@click.option("--why", metavar="TEXT", help="Why it was decided so.")
@click.option("--by", metavar="NAME", help="Who decides (default: git's user.name, or the login name).")
@click.option("--on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="On which day (default: today).")
def review(
    *, root: Path, names: tuple[str, ...], accept: bool, reject: bool, all_of: str | None, proposals: bool,
    why: str | None, by: str | None, on: datetime | None,
) -> None:  # fmt: skip
    """List what waits for a person, or record what you decide.

    Without options it lists what is new, what the rules now find otherwise, and what has lost its words in the
    article; ID… may then name articles. To correct a claim, edit it in its file, then accept it here.
    """
    from briefing.model.claim import Status
    from briefing.model.ruling import Ruling
    from briefing.review.claims import drafts
    from briefing.review.person import reviewer

    if not (accept or reject or all_of):
        if why or by or on:
            raise click.UsageError("say what you decide: --accept, --reject or --all-of")
        _propose(root) if proposals else _list(root, names)
        return
    _agree(names, accept, reject, all_of, why)
    decided, left = drafts(root, all_of) if all_of else (names, ())
    day = (on or datetime.now()).date()  # noqa: DTZ005 - the day where the person is
    ruling = Ruling(by.strip() if by and by.strip() else reviewer(root), day, why)
    _record(root, decided, Status.REJECTED if reject else Status.REVIEWED, ruling)
    if left:
        click.echo(f"left for you to look at one by one: {', '.join(left)}")


def _agree(names: Sequence[str], accept: bool, reject: bool, all_of: str | None, why: str | None) -> None:
    """Refuse a call that is off."""
    if sum((accept, reject, bool(all_of))) > 1:
        raise click.UsageError("decide one thing at a time: --accept, --reject or --all-of")
    if all_of and names:
        raise click.UsageError("--all-of takes one article; to accept single claims, say --accept ID…")
    if not all_of and not names:
        raise click.UsageError("name the claims by their ids")
    if reject and not (why and why.strip()):
        raise click.UsageError("say why they are rejected: --why TEXT")


def _record(root: Path, names: Sequence[str], status: Status, ruling: Ruling) -> None:
    """All ids are known before anything is written; links are told from claims by their ids."""
    from briefing.review import claims, links

    wanted = claims.of_links(root, names)
    joined = links.named(root, wanted)
    done = claims.decide(root, [name for name in names if name not in wanted], status, ruling)
    links.decide(root, joined, status, ruling)
    counts = (len(set(names)) - len(joined), "claim"), (len(joined), "link")
    what = " and ".join(number(count, noun) for count, noun in counts if count) or "nothing"
    click.echo(f"{'rejected' if status == 'rejected' else 'accepted'} {what}, by {ruling.who} on {ruling.when}")
    for sheet in done:
        click.echo(_progress(sheet))


def _list(root: Path, wanted: Sequence[str]) -> None:
    """What waits, by article, and the links between them."""
    from briefing.project import load
    from briefing.review.claims import sheets
    from briefing.review.links import waiting

    found, problems = sheets(root, wanted)
    for sheet in found:
        click.echo(_progress(sheet))
        for matter in sheet.matters:
            _show(matter)
    links = [] if wanted else waiting(load(root).dossier)
    for link in links:
        _show_link(link)
    kinds = Counter(matter.kind for sheet in found for matter in sheet.matters)
    each = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) or "none"
    summary = f"{number(kinds.total(), 'claim')} to review: {each}; {number(len(links), 'link')}"
    finish(problems, quiet=False, summary=summary if kinds or links else "nothing to review")


def _propose(root: Path) -> None:
    """The ranked pairs that no page shows: to take one up, write it into claims/links.yaml as `decision: added`."""
    from briefing.project import load

    dossier = load(root).dossier
    for proposal in dossier.proposals:
        click.echo(f"{proposal.score:.2f} {proposal.kind}")
        for name in proposal.claims:
            click.echo(f"    {name} “{printable(dossier.claims[name].evidence.exact)}”")
    click.echo(f"{number(len(dossier.proposals), 'proposed link')}; to take one up, add it to claims/links.yaml")


def _progress(sheet: Sheet) -> str:
    return f"{sheet.article}: {sheet.decided} of {sheet.claims} reviewed"


def _show(matter: Matter) -> None:
    from briefing.relate.voice import side_by_side, voices

    claim = matter.claim
    who = "; ".join(", ".join(v.name for v in chain) for chain in side_by_side(voices(claim))) or "the article"
    click.echo(f"  {matter.where}: {claim.id} {matter.kind}, {claim.modality}, said by {printable(who)}")
    click.echo(f"    “{printable(claim.evidence.exact)}”")
    for change in matter.changes:
        click.echo(f"    {printable(change)}")


def _show_link(matter: LinkMatter) -> None:
    click.echo(f"{matter.id} {matter.kind}, {matter.link}" + (f", {matter.why}" if matter.why else ""))
    for claim in matter.claims:
        click.echo(f"    {claim.id} “{printable(claim.evidence.exact)}”")
