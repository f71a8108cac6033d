"""`briefing review --interactive`: one claim after the other, a key each, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from briefing.problems import BriefingError, printable

if TYPE_CHECKING:
    from briefing.model.ruling import Ruling
    from briefing.review.claims import Matter
    from briefing.review.decisions import Decision

_KEYS = "a accept, r reject, e edit, u undo, n next, p previous, q quit"


def decide_each(root: Path, articles: Sequence[str], ruling: Ruling) -> None:
    """Show what waits and do what the keys say, each on disk before the next is shown; end with q or the last one."""
    from briefing.cli.shared import show
    from briefing.review.claims import sheets

    found, problems = sheets(root, articles)
    show(problems)
    matters = [(sheet.article, matter) for sheet in found for matter in sheet.matters]
    place, decided = 0, 0
    while 0 <= place < len(matters):
        article, matter = matters[place]
        _show(article, matter, f"{place + 1}/{len(matters)}")
        step, done = _answer(root, article, matter, ruling)
        if step is None:
            break
        place, decided = max(0, place + step), decided + done
    click.echo(f"{decided} decided, {len(matters) - place} not looked at")


def _show(article: str, matter: Matter, place: str) -> None:
    from briefing.review.claims import said_by

    claim = matter.claim
    click.echo(f"\n{place} {article} {claim.id} {matter.kind}, {claim.modality}, said by {printable(said_by(claim))}")
    click.echo(f"  “{printable(claim.evidence.exact)}”")
    dates = [f"{d.exact} → {d.value or '?'}" for d in claim.dates]
    figures = [f"{q.exact} ({q.bound})" for q in claim.quantities]
    names = [f"{m.exact} → {m.entity or '?'}" for m in claim.entities]
    for what, values in (("dates", dates), ("figures", figures), ("names", names), ("", matter.changes)):
        if values:
            click.echo(f"  {what}: {printable('; '.join(values))}" if what else f"  {printable('; '.join(values))}")


def _answer(root: Path, article: str, matter: Matter, ruling: Ruling) -> tuple[int | None, int]:
    """How many claims to go on, None to end, and how many decisions were taken."""
    from briefing.review.acts.plan import undone
    from briefing.review.decisions import Accept, Reject

    click.echo(f"  [{_KEYS}] ", nl=False)
    key = click.getchar()
    click.echo(key if key.isprintable() else "")
    claim = matter.claim.id
    match key:
        case "a":
            return _carried_out(root, [Accept(claim=claim, article=article)], ruling, step=1)
        case "r":
            return _carried_out(root, [Reject(claim=claim, article=article, why=_why())], ruling, step=1)
        case "e":
            return _carried_out(root, _edits(claim, article), ruling, step=0)
        case "u":
            try:
                click.echo(f"  took back: {printable(undone(root)[0])}")
            except BriefingError as wrong:
                click.echo(f"  {wrong}", err=True)
            return -1, -1
        case "q" | "\x04" | "":
            return None, 0
    return {"n": 1, "p": -1}.get(key, 0), 0


def _carried_out(root: Path, decisions: Sequence[Decision], ruling: Ruling, *, step: int) -> tuple[int, int]:
    from briefing.review.apply import apply

    outcomes = list(apply(root, decisions, ruling))
    for problem in (problem for outcome in outcomes for problem in outcome.problems):
        click.echo(f"  {problem}", err=True)
    is_done = all(outcome.is_done for outcome in outcomes)
    return (step if is_done else 0), int(is_done and step > 0)


def _why() -> str:
    """A reason from the list, by its number, or another."""
    from briefing.pages.strings import strings

    known = cast("dict[str, list[str]]", strings("fr")["desk"])["reasons"]
    for number, reason in enumerate(known, 1):
        click.echo(f"    {number} {reason}")
    said: str = click.prompt("  why", prompt_suffix=": ")
    return known[int(said) - 1] if said.isdecimal() and 0 < int(said) <= len(known) else said


def _edits(claim: str, article: str) -> list[Decision]:
    from briefing.review.decisions import Edit

    field, sign, value = str(click.prompt("  field=value", prompt_suffix=": ")).partition("=")
    return [Edit(claim=claim, article=article, field=field.strip(), value=value)] if sign else []
