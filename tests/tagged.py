"""The hand-tagged words of `grammar/tagged.txt`, and how a tagger's result compares with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parent / "grammar" / "tagged.txt"
SECTION = "# ---"
NO_SPACE_BEFORE = re.compile(r" (?=[,.]|-(?:t-)?(?:il|elle|on)\b)")
NO_SPACE_AFTER = re.compile(r"(?<=') ")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: half-open offsets in code points, and the tags that are right."""

    start: int
    end: int
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the press prints it, its tagged words, and the line of the file where it stands."""

    text: str
    words: tuple[Word, ...]
    line: int
    section: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many words have a right tag; those cut otherwise than by hand are counted apart."""

    right: int
    wrong: tuple[tuple[str, str, str], ...]
    """The sentence with the word in brackets, the tag by hand, the tag found."""
    cut_otherwise: int

    @property
    def share(self) -> float:
        """The share of right tags among the words that are cut as by hand."""
        return self.right / (self.right + len(self.wrong))

    def confusions(self) -> list[tuple[tuple[str, str], int]]:
        """What is taken for what, the most frequent first."""
        return Counter((hand, found) for _, hand, found in self.wrong).most_common()


def sentences() -> list[Sentence]:
    """The sentences of the file, in its order."""
    found, section = [], ""
    for number, line in enumerate(SOURCE.read_text("utf-8").splitlines(), 1):
        if line.startswith(SECTION):
            section = line.removeprefix(SECTION).strip()
        elif line and not line.startswith("#"):
            found.append(_sentence(line, number, section))
    return found


def _sentence(line: str, number: int, section: str) -> Sentence:
    tokens = [token.rpartition("/") if re.search(r"\w", token) else (token, "", "") for token in line.split()]
    spaced = " ".join(form for form, _, _ in tokens)
    text = NO_SPACE_AFTER.sub("", NO_SPACE_BEFORE.sub("", spaced)).replace("_", " ")
    words, at = [], 0
    for form, _, tags in tokens:
        start = text.index(form.replace("_", " "), at)
        at = start + len(form)
        if tags:
            words.append(Word(start, at, frozenset(tags.split("|"))))
    return Sentence(text, tuple(words), number, section)


def compare(results: Iterable[tuple[Sentence, Iterable[tuple[int, int, str]]]]) -> Comparison:
    """Compares sentences with the words (start, end, tag as in the file) that a tagger found in each."""
    right, cut_otherwise = 0, 0
    wrong = []
    for sentence, found in results:
        tags = {(start, end): tag for start, end, tag in found}
        for word in sentence.words:
            tag = tags.get((word.start, word.end))
            if tag is None:
                cut_otherwise += 1
            elif tag in word.tags:
                right += 1
            else:
                wrong.append((_marked(sentence.text, word), "|".join(sorted(word.tags)), tag))
    return Comparison(right, tuple(wrong), cut_otherwise)


def _marked(text: str, word: Word) -> str:
    return f"{text[: word.start]}[{text[word.start : word.end]}]{text[word.end :]}"
