"""The interface in each language: every word that a reader sees and that no article says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from importlib.resources import files
from typing import TypeAlias

import yaml

from briefing.pages.typography import spaces

Words: TypeAlias = "str | list[Words] | dict[str, Words]"
LANGUAGES = ("fr", "en")


def spoken(language: str) -> str:
    """The language of our words on a site in any language: `fr` for « fr-CA », English where we have none."""
    code = language.split("-", maxsplit=1)[0].lower()
    return code if code in LANGUAGES else "en"


@cache
def strings(language: str) -> dict[str, Words]:
    """The catalogue of a language, spaces and apostrophes set; English for a language that has none."""
    code = spoken(language)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files(__package__) / f"{code}.yaml").read_text("utf-8")
    words = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
    return {key: _spaced(value, code) for key, value in words.items()}


@cache
def pronouns() -> frozenset[str]:
    """What articles of any language put for a speaker and what names nobody: « elle », « ce dernier »."""
    return frozenset(str(word) for language in LANGUAGES for word in strings(language)["pronouns"])


def word(words: Mapping[str, Words], *keys: str) -> str:
    """One word or sentence of a catalogue, by the keys that lead to it."""
    return str(_at(words, keys))


def table(words: Mapping[str, Words], *keys: str) -> dict[str, str]:
    """The words of a catalogue that stand below some keys, by the last of theirs."""
    return {key: str(value) for key, value in _at(words, keys).items()}  # type: ignore[union-attr]


def _at(words: Mapping[str, Words], keys: Sequence[str]) -> Words:
    first, *others = keys
    return reduce(lambda held, key: held[key], others, words[first])


def _spaced(words: Words, language: str) -> Words:
    if isinstance(words, str):
        return spaces(words.replace("'", "’"), language)
    if isinstance(words, list):
        return [_spaced(word, language) for word in words]
    return {key: _spaced(word, language) for key, word in words.items()}
