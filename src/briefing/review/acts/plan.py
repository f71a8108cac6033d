"""An act before it is carried out: every file that it changes, as it stands and as it will."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from briefing.disk.hunk import Change
from briefing.disk.journal import carry_out, finish, take_back
from briefing.disk.lock import locked


class Plan(Struct, frozen=True):
    """What is done, to what, and what it writes."""

    said: str
    """In a few words: « accept c-8f3a1c2e »."""
    names: tuple[str, ...]
    """The ids of claims, links, entities or articles that it is about."""
    changes: tuple[Change, ...]
    hints: tuple[str, ...] = ()
    """What it leaves as it was, though a person may expect otherwise: a sentence each."""


def committed(root: Path, plan: Callable[[], Plan]) -> Plan:
    """Make a plan and carry it out while no other command writes; the journal remembers it.

    Raises BriefingError, and then nothing is written.
    """
    with locked(root):
        finish(root)
        made = plan()
        carry_out(root, made.said, made.names, made.changes)
    return made


def undone(root: Path) -> tuple[str, tuple[str, ...]]:
    """Take back the last act that stands; what it was, and its names. Raises BriefingError where that cannot be."""
    with locked(root):
        act = take_back(root)
    return act.said, act.names
