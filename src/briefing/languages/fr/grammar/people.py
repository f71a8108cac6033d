"""Given names, and family names that stand first: the lexicon's and those of `given.yaml`."""

from __future__ import annotations

from functools import lru_cache

from briefing.extract.words.lexicon import listed
from briefing.extract.words.morphology import Pos
from briefing.languages.fr.grammar.lexicon import lexicon

_ACCENTED = {"E": "ÉÈ", "A": "ÂÀ", "O": "Ô", "I": "Î"}
"""What a capital may have lost: « Elodie »."""


def family_first() -> frozenset[str]:
    """Family names that stand before the given name: « Xi Jinping »."""
    return listed(__package__, "given", "family first")


@lru_cache(maxsize=8192)
def is_given(word: str) -> bool:
    """Whether a word with its capital begins a person's name: « Anne », « Anne-Sophie », « J.-P. »."""
    if word.endswith(".") or _is_listed(word):
        return True
    first, _, rest = word.partition("-")
    return bool(rest) and _is_listed(first) and (rest[0].isupper() or _is_listed(rest.capitalize()))


@lru_cache(maxsize=8192)
def is_full_name(word: str) -> bool:
    """Whether a hyphen joins a given name and another, as in what is named after somebody: « Jean-Zay »."""
    first, _, rest = word.partition("-")
    return rest[:1].isupper() and _is_listed(first) and not _is_listed(rest.partition("-")[0])


def _is_listed(name: str) -> bool:
    if name in listed(__package__, "given", "not given"):
        return False
    spellings = (name, *(letter + name[1:] for letter in _ACCENTED.get(name[:1], "")))
    return any(s in listed(__package__, "given", "given") or "given" in kinds_of_name(s) for s in spellings)


@lru_cache(maxsize=8192)
def kinds_of_name(word: str) -> frozenset[str]:
    """The kinds of name that the lexicon gives a word with its capital: « given », « family »."""
    return frozenset(a.kind for a in lexicon().analyses(word) if a.kind)


@lru_cache(maxsize=8192)
def is_listed_name(word: str) -> bool:
    """Whether the lexicon holds a word as a proper name of neither a person nor a family: nearly always a town."""
    return any(a.pos is Pos.NAME and not a.kind for a in lexicon().analyses(word))


@lru_cache(maxsize=8192)
def gender_of_name(word: str) -> str:
    """The gender that the lexicon gives a proper name: « Vatican » is m; empty where it says none."""
    return next((a.gender for a in lexicon().analyses(word) if a.gender), "")


@lru_cache(maxsize=8192)
def gender_of_given(name: str) -> str:
    """The gender that the lexicon gives a given name: « Anne-Sophie » is f; empty where it says none or both."""
    first = name.partition("-")[0]
    genders = {a.gender for a in lexicon().analyses(first) if a.kind == "given"}
    return genders.pop() if len(genders) == 1 else ""
