"""What a shell completes behind a command: ids of claims, links, articles and entities of the project it stands in."""

from __future__ import annotations

import re
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from briefing.problems import BriefingError

_CLAIM = re.compile(r"^\W*id:\s*[\"']?(c-[\w-]+)", re.MULTILINE)
_ENTITY = re.compile(r"^\W*id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)
_NAMED = re.compile(r"\bentity:\s*[\"']?([a-z0-9-]+)")
"""The entity of a row of a claim file."""


def claims(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of claims."""
    return _begun(begun, _in_claim_files(context, _CLAIM))


def decidable(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of claims; of links once their first letter is there: those of a project that relates are asked for."""
    if not begun.startswith(("k", "d")):
        return claims(context, parameter, begun)
    from briefing.project import load
    from briefing.review.links import proposed, waiting

    try:
        dossier = load(_root(context), proposing=True).dossier
    except BriefingError:
        return []  # the command itself says what is wrong
    return _begun(begun, [link.id for link in (*waiting(dossier), *proposed(dossier))])


def articles(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of articles."""
    return _begun(begun, sorted(path.stem for path in (_root(context) / "corpus").rglob("*.md")))


def entities(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the entities that the project lists, then of those that its claims name."""
    path = _root(context) / "corpus" / "entities.yaml"
    listed = _ENTITY.findall(path.read_text("utf-8", "replace")) if path.is_file() else []
    return _begun(begun, [*listed, *sorted(_in_claim_files(context, _NAMED))])


def _in_claim_files(context: click.Context, pattern: re.Pattern[str]) -> list[str]:
    files = sorted((_root(context) / "claims").glob("*.yaml"))
    return [name for path in files for name in pattern.findall(path.read_text("utf-8", "replace"))]


def _begun(begun: str, names: list[str]) -> list[CompletionItem]:
    return [CompletionItem(name) for name in dict.fromkeys(names) if name.startswith(begun)]


def _root(context: click.Context) -> Path:
    return Path(context.params.get("root") or ".")
