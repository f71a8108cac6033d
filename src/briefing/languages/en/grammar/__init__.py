"""The small words of English, and sentences as words with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.model.span import Span
from briefing.yamlfile.packaged import packaged

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a text, in lower case, and where it stands."""

    lower: str
    start: int
    end: int


@cache
def kind(name: str) -> frozenset[str]:
    """The words of one kind of `grammar.yaml`."""
    return frozenset(_kinds()[name].split())


@cache
def _kinds() -> dict[str, str]:
    return packaged(__package__, "grammar", dict[str, str])


def words(text: str, span: Span) -> list[Word]:
    """The words and marks of a span, in order."""
    return [Word(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]


def lowered(text: str) -> str:
    """`text` in lower case, one character for one, so that places hold."""
    plain = text.lower()
    if len(plain) == len(text):
        return plain
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)


def is_finite(word: str) -> bool:
    """Whether a word alone shows that a clause has a verb: an auxiliary or a regular past."""
    listed = word in kind("auxiliaries") or word in kind("pasts")
    return listed or word.endswith(("n't", "'re", "'ve", "'ll")) or _is_past(word)


def _is_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")


def singular(noun: str) -> str:
    """The base form of a noun in the plural: « bodies » → « body », « people » → « person »."""
    known = irregular_nouns()
    if noun.lower() in known:
        return known[noun.lower()]
    for ending, one in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "ze")):
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return noun.removesuffix(ending) + one
    keeps = noun.endswith(("ss", "us", "is"))
    return noun if keeps or not noun.endswith("s") else noun[:-1]


def is_plural(noun: str) -> bool:
    """Whether a noun stands in the plural, by its shape or because it is listed."""
    return noun.lower() in irregular_nouns() or (
        len(noun) > 2 and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s"))
    )


@cache
def irregular_nouns() -> dict[str, str]:
    """Irregular plurals and the nouns that have one form: `nouns.yaml`."""
    return packaged(__package__, "nouns", dict[str, dict[str, str]])["plurals"]
