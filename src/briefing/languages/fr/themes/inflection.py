"""Plurals and feminines of French nouns, adjectives and noun phrases, by rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain

import yaml
from pydantic import TypeAdapter

_FEMININES = (("el", "elle"), ("en", "enne"), ("er", "ère"), ("if", "ive"), ("eux", "euse"), ("e", "e"))
_PLURALS = (("s", "s"), ("x", "x"), ("z", "z"), ("al", "aux"), ("au", "aux"), ("eu", "eux"))


@cache
def _grammar() -> dict[str, str | dict[str, str]]:
    text = (files(__package__) / "grammar.yaml").read_text("utf-8")
    return TypeAdapter(dict[str, str | dict[str, str]]).validate_python(yaml.safe_load(text))


@cache
def words(name: str) -> frozenset[str]:
    """The words of one class of `grammar.yaml`."""
    listed = _grammar()[name]
    return frozenset(listed.split() if isinstance(listed, str) else listed)


@cache
def _plurals() -> dict[str, str]:
    listed = _grammar()["plurals"]
    return listed if isinstance(listed, dict) else {}


def plural(word: str) -> str:
    """The plural of a word in lower case: « canal » → « canaux », « pneu » → « pneus »."""
    if word in _plurals():
        return _plurals()[word]
    return next((word.removesuffix(one) + many for one, many in _PLURALS if word.endswith(one)), word + "s")


def feminine(adjective: str) -> str:
    """The feminine of an adjective: « policier » → « policière », « naval » → « navale »."""
    return next((adjective.removesuffix(he) + she for he, she in _FEMININES if adjective.endswith(he)), adjective + "e")


def noun_forms(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Singular and plural of the words of a noun phrase, also with « oe » written for « œ »."""
    head = next((i for i, word in enumerate(phrase) if word in words("linking")), len(phrase))
    for form in (phrase, (*map(plural, phrase[:head]), *phrase[head:])):
        yield from {form, tuple(word.replace("œ", "oe") for word in form)}


def adjective_forms(adjective: str) -> Iterator[tuple[str, ...]]:
    """The four forms of an adjective, each a phrase of one word."""
    return chain.from_iterable(noun_forms((form,)) for form in (adjective, feminine(adjective)))
