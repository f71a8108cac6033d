"""What a shell completes behind a command: ids of claims, articles and entities of the project it stands in."""

from __future__ import annotations

import re
from pathlib import Path

import click
from click.shell_completion import CompletionItem

_CLAIM = re.compile(r"^\W*id:\s*[\"']?(c-[\w-]+)", re.MULTILINE)
_ENTITY = re.compile(r"^\W*id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)


def claims(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of claims."""
    files = sorted((_root(context) / "claims").glob("*.yaml"))
    return _begun(begun, [name for path in files for name in _CLAIM.findall(path.read_text("utf-8", "replace"))])


def articles(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of articles."""
    return _begun(begun, sorted(path.stem for path in (_root(context) / "corpus").rglob("*.md")))


def entities(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the entities that the project lists."""
    path = _root(context) / "corpus" / "entities.yaml"
    return _begun(begun, _ENTITY.findall(path.read_text("utf-8", "replace")) if path.is_file() else [])


def _begun(begun: str, names: list[str]) -> list[CompletionItem]:
    return [CompletionItem(name) for name in dict.fromkeys(names) if name.startswith(begun)]


def _root(context: click.Context) -> Path:
    return Path(context.params.get("root") or ".")
