"""What a person may get wrong in a word list of a language pack, each with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import yaml

from briefing.corpus.text import plain
from briefing.extract.words.morphology import Tense
from briefing.languages.fr.grammar.lexicon import lexicon

_PROOFS = {"example", "counter"}
_FRAMES, _SENSES = "frames", ("reflexive", "then", "preposition", "negated", "subject")
"""Of a verb of saying: what it may carry, and what parts one use of it from another."""


def twice(path: Path) -> Iterator[str]:
    """Entries that say what another said, whatever their examples, and names that stand twice in their section."""
    seen: set[object] = set()
    for line, words, facts in _facts(path):
        if not seen.isdisjoint(facts):
            yield f"{path}:{line}: « {words} » stands twice"
        seen.update(facts)


def disordered(path: Path) -> Iterator[str]:
    """Names, of those that « ; » parts, before which stands one that a dictionary has behind them."""
    for (_, before, section), (line, name, same) in pairwise(_names(path)):
        if section == same and order(before) > order(name):
            yield f"{path}:{line}: « {name} » stands behind « {before} »"


def order(name: str) -> str:
    """What a name is sorted by: without capitals and accents."""
    return plain(name)


def unknown(path: Path) -> Iterator[str]:
    """Verbs of a French list that the lexicon has no infinitive of."""
    for node, _ in _entries(path):
        for verb in _verbs(node):
            if not any(a.tense is Tense.INFINITIVE for a in lexicon().analyses(verb.value)):
                yield f"{path}:{verb.start_mark.line + 1}: « {verb.value} » is no infinitive of the lexicon"


def _verbs(entry: yaml.MappingNode) -> Iterator[yaml.ScalarNode]:
    for key, value in entry.value:
        if key.value == "verb":
            yield value
        elif key.value == "verbs":
            yield from value.value


def _facts(path: Path) -> Iterator[tuple[int, str, set[object]]]:
    """Each entry or name: its line, its words, and what it states."""
    for node, entry in _entries(path):
        words = str(next(iter(entry.values())))
        said = {key: str(value) for key, value in entry.items() if key not in _PROOFS}
        frames = entry.get(_FRAMES)
        uses = frames if isinstance(frames, list) else [frames]
        which = (said.get("verb", str(said)), *(said.get(key) for key in _SENSES))
        yield node.start_mark.line + 1, words, {(which, use) for use in uses}
    for line, name, section in _names(path):
        yield line, name, {(section, name)}


def _entries(path: Path) -> Iterator[tuple[yaml.MappingNode, dict[str, object]]]:
    text = path.read_text("utf-8")
    root, values = yaml.compose(text), yaml.safe_load(text)
    assert isinstance(root, yaml.MappingNode)
    found = next((value for key, value in root.value if key.value == "entries"), None)
    yield from zip(found.value, values["entries"], strict=True) if found is not None else ()


def _names(path: Path) -> Iterator[tuple[int, str, str]]:
    """Each name of a list whose names « ; » parts: its line, itself, its section."""
    section, parts = "", False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if opened := re.match(r"([\w ]+): >-$", line):
            section, parts = opened[1], False
        elif not line.startswith("  ") or line.lstrip().startswith(("#", "-", "{")):
            section = ""
        parts = parts or (bool(section) and ";" in line)
        if section and parts and line.startswith("  "):
            for entry in line.split(";"):
                if name := entry.split(" = ")[0].split(" > ")[0].strip():
                    yield number, name, section
