"""The French lexicon, and which of its nouns name people."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from briefing.extract.words.morphology import Lexicon, Pos


@cache
def lexicon() -> Lexicon:
    """The French lexicon, opened when first asked."""
    return Lexicon(Path(str(files(__package__) / "lexicon.marisa")))


_FEMININE = (
    ("eur", "euse"),
    ("eur", "rice"),
    ("teur", "trice"),
    ("er", "ère"),
    ("en", "enne"),
    ("on", "onne"),
    ("f", "ve"),
    ("x", "se"),
    ("el", "elle"),
    ("", "e"),
    ("e", "esse"),
)
"""How a masculine noun may become feminine: only nouns of people (and beasts) do."""


@lru_cache(maxsize=4096)
def is_animate(lemma: str) -> bool:
    """Whether a common noun names people: it has both genders, « directeur, directrice », « le » or « la ministre »."""
    own = [a for a in lexicon().analyses(lemma) if a.pos is Pos.NOUN]
    if any(not a.gender for a in own):
        return True
    if not any(a.gender == "m" for a in own):
        return False
    formed = (
        lemma.removesuffix(masculine) + feminine for masculine, feminine in _FEMININE if lemma.endswith(masculine)
    )
    return any(
        a.pos is Pos.NOUN and a.gender == "f" and a.lemma == lemma
        for form in formed
        if form != lemma
        for a in lexicon().analyses(form)
    )
