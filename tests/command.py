"""The program as its users call it, and the files that they write."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from briefing.cli import commands


def run(*arguments: str | Path) -> Result:
    """What a command says and how it ends."""
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def write(root: Path, name: str, text: str) -> None:
    """A file of a project, with the folders that it needs."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")
