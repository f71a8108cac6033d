"""`briefing edit`."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.editing import completion
from briefing.cli.shared import in_project
from briefing.problems import printable


@click.command()
@in_project
@click.argument("claim", metavar="ID", shell_complete=completion.claims)
@click.argument("settings", nargs=-1, required=True, metavar="FIELD=VALUE…")
def edit(root: Path, claim: str, settings: tuple[str, ...]) -> None:
    """Correct a claim.

    ID may be shortened as long as it is clear; « dernier » is the one decided last. FIELD is modality, speaker,
    words (the passage), note, credibility, likelihood, confidence, or a row's: dates.1.value, quantities.1.bound,
    entities.2.entity, attribution.1.source … An empty VALUE takes a value or a row (dates.1=) away; dates.+ adds one.
    """
    from briefing.review.acts.fields import corrected
    from briefing.review.acts.plan import committed
    from briefing.review.names import in_full

    editor = _editor(root)
    pairs = [_pair(setting) for setting in settings]
    for name in in_full(root, [claim]):
        plan = committed(root, lambda name=name: corrected(root, name, pairs, by=editor))  # type: ignore[misc]
        click.echo(f"{plan.said}" if any(c.before != c.after for c in plan.changes) else f"{name} says so already")
        for hint in plan.hints:
            click.echo(f"  {printable(hint)}")


def _editor(root: Path) -> str:
    """Who corrects; nothing where nobody is known, for a correction is signed by nobody."""
    from briefing.problems import BriefingError
    from briefing.review.person import reviewer

    try:
        return reviewer(root)
    except BriefingError:
        return ""


def _pair(setting: str) -> tuple[str, str]:
    field, sign, value = setting.partition("=")
    if not sign:
        raise click.UsageError(f"“{setting}” sets nothing; say FIELD=VALUE")
    return field.strip(), value
