"""A report: somebody says something by some words, in one sentence."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Part(NamedTuple):
    """Words `first` to `last` (excluded) of a sentence."""

    first: int
    last: int


class Report(Struct, frozen=True):
    """A cue with its source and content; `source` is a noun group's index, None where nobody is named."""

    rule: str
    cue: Part
    source: int | None
    content: Part
    indirect: bool
    """Whether the content is a reported clause; otherwise it only holds quoted words of the source."""
    owner: int | None = None
    """The word that points back to the source, where no group does: « à [ses] yeux »."""
