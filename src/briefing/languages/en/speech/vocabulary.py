"""Reporting verbs by their forms, and the set phrases of reporting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.extract.words.lexicon import load
from briefing.yamlfile.packaged import packaged

Frame = Literal["clause", "that", "listener", "noun", "to", "of", "words", "denial", "charges"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """An entry of `cues.yaml`, which explains the frames."""

    forms: tuple[str, ...]
    takes: tuple[Frame, ...]
    example: str
    counter: str | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """The content of `phrases.yaml`."""

    connectors: tuple[str, ...]
    listeners: str
    speech_places: tuple[str, ...]
    charges: str


@cache
def verbs() -> dict[str, Verb]:
    """The verb of each form."""
    return {form: entry for entry in load(__package__, "cues", Verb) for form in entry.forms}


@cache
def phrases() -> Phrases:
    """The set phrases."""
    return packaged(__package__, "phrases", Phrases)


@cache
def cue_pattern() -> re.Pattern[str]:
    """Any form of any reporting verb."""
    forms = "|".join(sorted(verbs(), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w'-])(?:{forms})(?![\w'-])", re.IGNORECASE)


def is_report(word: str) -> bool:
    """Whether a word is a finite form of a reporting verb: « denies », « said »."""
    return word in verbs() and not word.endswith("ing")
