"""The words that sites print around an article, by language; `words/*.yaml` explains the lists."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

import yaml
from msgspec import Struct, convert

from briefing.corpus.text import fold

LANGUAGES = ("fr", "en")
_NEIGHBOURS = ("de", "es")
"""Languages of which the few words around an article are known, not those of its text."""
_LONG = 20_000
"""More characters than that ask for nothing."""
_WORD = re.compile(r"[^\W\d_]+'?")


class Words(Struct, frozen=True):
    """One language's lists; the keys of its file."""

    common: frozenset[str] = frozenset()
    byline: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    credited: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    buttons: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    paywall: tuple[str, ...] = ()
    invitations: tuple[str, ...] = ()
    walls: tuple[str, ...] = ()
    accounts: frozenset[str] = frozenset()
    asks: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    interruptions: tuple[str, ...] = ()
    follow: tuple[str, ...] = ()
    labels: frozenset[str] = frozenset()
    lengths: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    hyphen_after: frozenset[str] = frozenset()
    hyphen_before: frozenset[str] = frozenset()


@cache
def words(language: str) -> Words:
    """The lists of a language, of a neighbour's the few that it has."""
    text = (files(__package__) / "words" / f"{language}.yaml").read_text("utf-8")
    return convert(yaml.load(text, Loader=yaml.BaseLoader), Words, strict=False)  # noqa: S506 - all strings


@cache
def every(name: str) -> tuple[str, ...]:
    """The entries of one list in all languages, longest first: a French page may have English buttons."""
    found = {entry for language in (*LANGUAGES, *_NEIGHBOURS) for entry in getattr(words(language), name)}
    return tuple(sorted(found, key=lambda entry: (-len(entry), entry)))


def folded(line: str) -> str:
    """A line as the lists write it: lower case, plain apostrophes and spaces, one space between words."""
    return " ".join(fold(line).lower().split())


def plain(word: str) -> str:
    """A word in lower case without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def beginning(line: str, name: str) -> int:
    """How many characters of a line are an entry of a list with which it begins, as whole words; 0 where none."""
    found = _beginnings(name).match(fold(line[:200]).lower())
    return found.end() if found else 0


@cache
def _beginnings(name: str) -> re.Pattern[str]:
    entries = ("\\s+".join(map(re.escape, entry.split())) for entry in every(name))
    return re.compile(rf"[^\w«“\"'©]*(?:{'|'.join(entries)})(?!\w)")


def is_one_of(line: str, name: str) -> bool:
    """Whether a line is nothing but an entry of a list, a colon, an arrow or a count aside: « 12 réactions »."""
    return len(line) < 100 and folded(line).strip(" :!.›»>→↓▼|-()0123456789") in every(name)


def is_wall(text: str) -> bool:
    """Whether most of a text asks for consent to cookies, or for proof that its reader is no program."""
    if len(text) > _LONG:
        return False
    lines = text.split("\n")
    return sum(len(line) for line in lines if speaks_of_consent(line)) * 2 > sum(map(len, lines))


def speaks_of_consent(line: str) -> bool:
    """Whether a line speaks to the reader of consent, or doubts that there is one."""
    line = folded(line)
    return any(words in line for words in every("walls"))


def language_of(text: str) -> str | None:
    """The language whose frequent words the text is full of, or None where it is none we know."""
    seen = _WORD.findall(fold(text[:20_000]).lower())
    if len(seen) < 8:
        return None
    shares = {language: sum(word in words(language).common for word in seen) / len(seen) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: shares[language])
    rest = max(share for language, share in shares.items() if language != best)
    return best if shares[best] > 0.2 and shares[best] > 1.5 * rest else None
