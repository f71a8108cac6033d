"""The tags of words, and the closed classes of `grammar.yaml`."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from briefing.languages.fr.verbs import analyse


class Tag(StrEnum):
    """What a word does in its clause; the first ones, down to time, are classes of `grammar.yaml`."""

    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    SUBJECT = "subject"
    NEUTER = "neuter"
    NEGATION = "negation"
    CLITIC = "clitic"
    THAT = "that"
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    COORDINATOR = "coordinator"
    ADVERB = "adverb"
    TIME = "time"
    NUMBER = "number"
    NAME = "name"
    WORD = "word"
    VERB = "verb"
    """A finite form."""
    PARTICIPLE = "participle"
    """A past participle, with an auxiliary or without."""
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    INVERTED = "inverted"
    """« -t-il »."""
    QUOTE = "quote"
    COMMA = "comma"
    """Also a dash and a bracket: what cuts an insertion off."""
    STOP = "stop"
    COLON = "colon"


class Word(NamedTuple):
    """A word: where it stands, its form in lower case, its tag, and whether it has a capital."""

    start: int
    end: int
    form: str
    tag: Tag
    capital: bool = False


LIGHT = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.INVERTED, Tag.TIME, Tag.CLITIC})
"""Words that may stand between an auxiliary and its participle."""
VERBAL = frozenset({Tag.VERB, Tag.NEGATION, Tag.CLITIC})
"""Words that open a verb group."""
PREVERBAL = frozenset({Tag.SUBJECT, Tag.NEGATION, Tag.CLITIC, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.NEUTER})
"""Words after which « le » is a pronoun."""
_AUXILIARIES = frozenset({"avoir", "être"})
_CONJUGATED = frozenset({Tag.VERB, Tag.INFINITIVE, Tag.GERUND})


@cache
def _classes() -> dict[str, list[str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files(__package__) / "grammar.yaml").read_text("utf-8")
    content: dict[str, list[str]] = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
    return content


@cache
def grammar(name: str) -> frozenset[str]:
    """The forms of one class of `grammar.yaml`."""
    return frozenset(str(_classes()[name]).split())


@cache
def endings(name: str) -> tuple[str, ...]:
    """The ends of words of one class of `grammar.yaml`."""
    return tuple(sorted(grammar(name)))


@cache
def classes(name: str) -> tuple[frozenset[str], ...]:
    """The classes of `grammar.yaml` that are lists of lines, each line a set of forms."""
    return tuple(frozenset(line.split()) for line in _classes()[name])


@cache
def offices() -> tuple[tuple[list[str], list[str]], ...]:
    """Offices and the words that say the same: [chef, état] and [président]."""
    pairs = (line.split(" = ") for line in _classes()["office"])
    return tuple((name.split(), office.split()) for name, office in pairs)


@cache
def locutions() -> dict[str, tuple[str, ...]]:
    """The adverbs of several words, longest first, by their first word (« d' » and « jusqu' » are words)."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(_classes()["locution"], key=len, reverse=True):
        first = phrase.split(" ")[0]
        first = first[: first.index("'") + 1] if "'" in first else first
        found.setdefault(first, []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def closed_classes() -> dict[str, Tag]:
    """The tag of every form that stands in one class only."""
    closed = list(Tag)[: list(Tag).index(Tag.TIME) + 1]
    return {form: tag for tag in closed for form in grammar(tag.value)}


@cache
def plain_classes() -> dict[str, Tag]:
    """The forms whose tag does not depend on what follows."""
    wavering = grammar("with_that") | {"ce", "a"}
    return {form: tag for form, tag in closed_classes().items() if form not in wavering}


@lru_cache(maxsize=1 << 15)
def lemmas(form: str) -> frozenset[str]:
    """The infinitives that a form may belong to."""
    return frozenset(reading.lemma for reading in analyse(form))


def is_auxiliary(word: Word) -> bool:
    """Whether the word is a form of avoir or être."""
    return word.tag in _CONJUGATED and not lemmas(word.form).isdisjoint(_AUXILIARIES)
