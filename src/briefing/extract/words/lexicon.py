"""Reading a language pack's word lists: commented YAML whose examples run as tests.

A lexicon is a mapping with `layer` (where its entries show) and `entries`. Each entry is a mapping that fits the
struct that its component declares, mostly a kind of `Entry`.
"""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from msgspec import Struct

from briefing.yamlfile.packaged import packaged

E = TypeVar("E")


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry has; a test looks for the words in square brackets."""

    example: str
    """The entry at work: its words must be found."""
    counter: str | None = None
    """A false friend: its words must not be found."""


@cache
def load(package: str, name: str, entry: type[E]) -> tuple[E, ...]:
    """The entries of `name`.yaml in `package`, each a value of the struct `entry`, which forbids unknown fields.

    Raises BriefingError when the file does not fit; entries are language data, so this is a maintainer's mistake.
    """
    return tuple(packaged(package, name, list[entry], below="entries"))  # type: ignore[valid-type]


def listed(package: str, name: str, kind: str) -> frozenset[str]:
    """The words of one kind in `name`.yaml, which holds nothing but kinds, each with its words."""
    return _lists(package, name)[kind]


@cache
def _lists(package: str, name: str) -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in packaged(package, name, dict[str, str]).items()}
