"""What a person wrote of a language's tags: its closed classes (closed.yaml), and what follows what (costs.yaml)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from briefing.extract.analysis.syntax import Tag
from briefing.extract.analysis.tagging.costs import Candidate, Costs
from briefing.extract.analysis.tokens import Expression, expression_tree
from briefing.extract.words.lexicon import Entry, load
from briefing.extract.words.morphology import Tense
from briefing.yamlfile.packaged import packaged


class ClosedClass(Entry, frozen=True, kw_only=True):
    """An entry of closed.yaml: words of one class, what each agrees with, and what the reading costs."""

    tag: Tag
    words: Mapping[str, str]
    kind: str = ""
    lemma: str = ""
    """The word itself, if left out."""
    tense: Tense | None = None
    cost: int = 0
    open: bool = False


class Held(Struct, frozen=True):
    """The closed readings of a word, and whether the lexicon's count too."""

    readings: tuple[Candidate, ...]
    open: bool


NONE = Held((), open=True)
"""Of a word that is in no closed class."""


def closed(package: str) -> tuple[ClosedClass, ...]:
    """The entries of a package's closed.yaml."""
    return load(package, "closed", ClosedClass)


@cache
def closed_words(package: str) -> Mapping[str, Held]:
    """The closed readings of each word."""
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    more: set[str] = set()
    for entry in closed(package):
        for word, features in entry.words.items():
            gender, number = _one_of("mf", features), _one_of("sp", features)
            person = "".join(c for c in features if c in "123")
            tense = entry.tense or (Tense.PRESENT if entry.tag is Tag.FINITE else None)
            reading = Candidate(entry.tag, entry.lemma or word, gender, number, person, tense, entry.kind, entry.cost)
            found[word].append(reading)
            if entry.open:
                more.add(word)
    return {word: Held(tuple(readings), word in more) for word, readings in found.items()}


def expressions(package: str) -> Expression:
    """The closed words of several words, cut as the tokens are."""
    parts = (word.replace("'", "' ").split() for word in closed_words(package))
    return expression_tree(words for words in parts if len(words) > 1)


def _one_of(letters: str, features: str) -> str:
    return next((c for c in features if c in letters), "")


def shared(values: Iterable[str]) -> str:
    """What all readings of a word have in common; empty where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def costs(package: str) -> Costs:
    """The table of a package's costs.yaml."""
    table = packaged(package, "costs", dict[str, Any])
    usual = table["usual"]
    after = {
        one: {other: row.get(other.value, row.get("usual", usual)) for other in Tag}
        for one in Tag
        for row in [table["after"].get(one.value, {})]
    }
    single = {name: table[name] for name in Costs.__struct_fields__ if name != "after"}
    return Costs(after=after, **single)
