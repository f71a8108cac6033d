"""`briefing review`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from briefing.cli.editing import completion
from briefing.cli.editing.interactive import decide_each
from briefing.cli.editing.links import FIELD, KIND, LinkAs, as_said, propose, show_link, take_out
from briefing.cli.shared import finish, in_project, loaded, number
from briefing.problems import printable

if TYPE_CHECKING:
    from briefing.model.ruling import Ruling
    from briefing.review.claims import Matter, Sheet

_LARGEST = 20_000_000
"""Bytes of a file of decisions that are read: what has no end is none."""


@click.command()
@in_project
@click.argument("names", nargs=-1, metavar="[ID…]", shell_complete=completion.decidable)
@click.option("--accept", is_flag=True, help="Accept the claims and links with these ids.")
@click.option("--reject", is_flag=True, help="Reject the claims and links with these ids; say why.")
@click.option(
    "--all-of", metavar="ARTICLE", help="Accept all drafts of an article.", shell_complete=completion.articles
)
@click.option("--drop", metavar="CLAIM", help="Take this claim out of the groups with these ids; the others stay.")
@click.option("--links", "proposals", is_flag=True, help="List the likeliest of the links that the rules only propose.")
@click.option("--all", "is_whole", is_flag=True, help="With --links: list all of them.")
@click.option("--as", "kind", metavar="KIND", type=KIND, help=f"Accept a link as {', '.join(KIND.choices)}.")
@click.option("--field", metavar="FIELD", type=FIELD, help=f"What differs: {', '.join(FIELD.choices)}.")
@click.option("-i", "--interactive", is_flag=True, help="Decide one after the other, a key each.")
@click.option("--apply", "file", metavar="FILE", type=click.File("rb"), help="Carry out a file of decisions.")
@click.option("--why", metavar="TEXT", help="Why it was decided so.")
@click.option("--by", metavar="NAME", help="Who decides (default: git's user.name, or the login name).")
@click.option("--on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="On which day (default: today).")
def review(
    *, root: Path, names: tuple[str, ...], accept: bool, reject: bool, all_of: str | None, drop: str | None,
    proposals: bool, is_whole: bool, kind: str | None, field: str | None,
    interactive: bool, file: BinaryIO | None, why: str | None, by: str | None, on: datetime | None,
) -> None:  # fmt: skip
    """List what waits for a person, or record what you decide.

    Without options it lists what is new, what the rules now find otherwise, and what has lost its words in the
    article; ID… may then name articles. An id may be shortened as long as it is clear; « dernier » is the one decided
    last. To correct a claim, say `briefing edit`, then accept it here; `briefing undo` takes the last decision back.
    """
    from briefing.review.claims import drafts

    _agree(names, file=file, ways=(accept, reject, bool(all_of), bool(drop), interactive, bool(file)))
    link = as_said(kind, field)
    if file:
        _apply(root, file, by, on)
    elif drop:
        take_out(root, names, drop, _ruling(root, by, on, why))
    elif interactive:
        decide_each(root, names, _ruling(root, by, on))
    elif accept or reject or all_of:
        _agree_on_names(names, reject, all_of, why)
        decided, left = drafts(root, all_of) if all_of else (names, ())
        _record(root, decided, is_accepted=not reject, ruling=_ruling(root, by, on, why), link=link)
        if left:
            click.echo(f"left for you to look at one by one: {', '.join(left)}")
    elif why or by or on:
        raise click.UsageError("say what you decide: --accept, --reject or --all-of")
    else:
        propose(root, is_whole=is_whole) if proposals else _list(root, names)


def _ruling(root: Path, by: str | None, on: datetime | None, why: str | None = None) -> Ruling:
    from briefing.model.ruling import Ruling
    from briefing.review.person import reviewer

    day = (on or datetime.now()).date()  # noqa: DTZ005 - the day where the person is
    return Ruling(by.strip() if by and by.strip() else reviewer(root), day, why)


def _agree(names: Sequence[str], *, file: BinaryIO | None, ways: Sequence[bool]) -> None:
    """Refuse two ways of deciding at once."""
    if sum(ways) > 1:
        raise click.UsageError(
            "decide one thing at a time: --accept, --reject, --all-of, --drop, --interactive or --apply"
        )
    if file and names:
        raise click.UsageError("--apply takes what to decide from its file")


def _agree_on_names(names: Sequence[str], reject: bool, all_of: str | None, why: str | None) -> None:
    """Refuse a call that is off."""
    if all_of and names:
        raise click.UsageError("--all-of takes one article; to accept single claims, say --accept ID…")
    if not all_of and not names:
        raise click.UsageError("name the claims by their ids")
    if reject and not (why and why.strip()):
        raise click.UsageError("say why they are rejected: --why TEXT")


def _record(root: Path, names: Sequence[str], *, is_accepted: bool, ruling: Ruling, link: LinkAs) -> None:
    """All ids are known before anything is written; links are told from claims by their ids."""
    from briefing.model.claim import Status
    from briefing.review import links
    from briefing.review.acts.claim_files import holding
    from briefing.review.acts.linking import linked
    from briefing.review.acts.plan import committed
    from briefing.review.acts.ruling import ruled
    from briefing.review.claims import sheets
    from briefing.review.names import in_full, is_link

    full = in_full(root, names)
    claims = [name for name in full if not is_link(name)]
    found = links.named(root, [name for name in full if is_link(name)])
    joined = [links.judged(matter, is_so=is_accepted, kind=link.kind, field=link.field) for matter in found]
    if claims:
        status = Status.REVIEWED if is_accepted else Status.REJECTED
        committed(root, lambda: ruled(root, claims, status, ruling))
    if joined:
        committed(root, lambda: linked(root, joined, ruling))
    counts = (len(claims), "claim"), (len(joined), "link")
    what = " and ".join(number(count, noun) for count, noun in counts if count) or "nothing"
    click.echo(f"{'accepted' if is_accepted else 'rejected'} {what}, by {ruling.who} on {ruling.when}")
    for sheet in sheets(root, holding(root, claims))[0] if claims else ():
        click.echo(_progress(sheet))


def _apply(root: Path, file: BinaryIO, by: str | None, on: datetime | None) -> None:
    """Each decision that cannot be carried out is told, and stops no other."""
    from briefing.model.ruling import Ruling
    from briefing.review.apply import apply
    from briefing.review.decisions import read_decisions

    wanted = read_decisions(file.read(_LARGEST), file.name)
    ours = _ruling(root, by or wanted.by, on)
    ruling = Ruling(ours.who, ours.when if on or not wanted.on else wanted.on)
    outcomes = list(apply(root, wanted.decisions, ruling))
    done = sum(outcome.is_done for outcome in outcomes)
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    already = sum(not outcome.is_done and not outcome.problems for outcome in outcomes)
    told = f", {already} taken before" if already else ""
    finish(
        problems, quiet=False, summary=f"carried out {number(done, 'decision')}{told}, by {ruling.who} on {ruling.when}"
    )


def _list(root: Path, wanted: Sequence[str]) -> None:
    """What waits, by article, and the links between them."""
    from briefing.review.claims import sheets
    from briefing.review.links import waiting

    found, problems = sheets(root, wanted)
    for sheet in found:
        click.echo(_progress(sheet))
        for matter in sheet.matters:
            _show(matter)
    links = [] if wanted else waiting(loaded(root).dossier)
    for link in links:
        show_link(link)
    kinds = Counter(matter.kind for sheet in found for matter in sheet.matters)
    each = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) or "none"
    summary = f"{number(kinds.total(), 'claim')} to review: {each}; {number(len(links), 'link')}"
    finish(problems, quiet=False, summary=summary if kinds or links else "nothing to review")


def _progress(sheet: Sheet) -> str:
    return f"{sheet.article}: {sheet.decided} of {sheet.claims} reviewed"


def _show(matter: Matter) -> None:
    from briefing.review.claims import said_by

    claim = matter.claim
    click.echo(f"  {matter.where}: {claim.id} {matter.kind}, {claim.modality}, said by {printable(said_by(claim))}")
    click.echo(f"    “{printable(claim.evidence.exact)}”")
    for change in matter.changes:
        click.echo(f"    {printable(change)}")
