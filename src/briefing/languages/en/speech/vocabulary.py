"""Reporting verbs by their forms, and the set phrases of reporting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import TypeAdapter

from briefing.extract.words.lexicon import load

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
    text = (files(__package__) / "phrases.yaml").read_text("utf-8")
    return TypeAdapter(Phrases).validate_python(yaml.safe_load(text))


@cache
def cue_pattern() -> re.Pattern[str]:
    """Any form of any reporting verb."""
    forms = "|".join(sorted(verbs(), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w'-])(?:{forms})(?![\w'-])", re.IGNORECASE)


def is_report(word: str) -> bool:
    """Whether a word is a finite form of a reporting verb: « denies », « said »."""
    return word in verbs() and not word.endswith("ing")
