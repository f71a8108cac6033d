"""What the words of a name tell."""

from __future__ import annotations

from functools import partial

from briefing.extract.words import lexicon
from briefing.languages.en.grammar.words import is_given_name

listed = partial(lexicon.listed, __package__, "words")
"""The words of one kind in `words.yaml`."""


def is_given(word: str) -> bool:
    """Whether a word with its capital begins a person's name."""
    return is_given_name(word) or word in listed("first_names")
