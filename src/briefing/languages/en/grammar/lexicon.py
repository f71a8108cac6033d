"""The English lexicon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from briefing.extract.words.morphology import Lexicon


@cache
def lexicon() -> Lexicon:
    """The English lexicon, opened when first asked."""
    return Lexicon(Path(str(files(__package__) / "lexicon.marisa")))
