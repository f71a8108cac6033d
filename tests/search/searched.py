"""What the queries search: the sentences of the five articles and the claims of control.yaml, as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import frontmatter
import yaml

from briefing.search.records import Headline, Record

HERE = Path(__file__).parent
_SENTENCE = re.compile(r"[^\s.!?…|][^!?…|\n]*?(?:[.!?…|](?=\s|$)|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Query:
    """A row of queries.yaml."""

    query: str
    finds: tuple[str, ...]
    never: tuple[str, ...]

    def wants(self, passage: str) -> bool:
        """Whether the passage contains one of the words to find."""
        return any(words in passage for words in self.finds)


class Vector(TypedDict):
    """A text and its words."""

    text: str
    gives: list[str]


class Vectors(TypedDict):
    """The content of vectors.yaml; a family is words in one string."""

    tokens: list[Vector]
    families: list[str]
    english: list[str]


def vectors() -> Vectors:
    """What both languages must say."""
    read: Vectors = yaml.safe_load((HERE / "vectors.yaml").read_text("utf-8"))
    return read


class _Article(TypedDict):
    title: str
    claims: list[dict[str, str]]


def queries() -> list[Query]:
    """The table."""
    rows: list[dict[str, str]] = yaml.safe_load((HERE / "queries.yaml").read_text("utf-8"))
    return [Query(row["query"], tuple(row["finds"]), tuple(row.get("not", ()))) for row in rows]


def records() -> list[Record]:
    """All records, articles apart."""
    return [*_articles(), *_control()]


def headline(title: str, path: str = "articles/x.html", language: str = "fr") -> Headline:
    """An article as results name it."""
    return Headline(title=title, path=path, date="", language=language)


def record(number: int, passage: str, article: Headline, *, speaker: str = "", modality: str = "asserted") -> Record:
    """A claim as results show it."""
    speakers = speaker or "L’article, sans citer de source"
    return Record(
        id=f"c-{number}", passage=passage, speakers=speakers, named=speaker, modality=modality, article=article
    )


def _articles() -> Iterator[Record]:
    number = 1000
    for path in sorted((HERE.parents[1] / "corpus").glob("*.md")):
        article = frontmatter.loads(path.read_text("utf-8"))
        for sentence in _SENTENCE.findall(article.content):
            number += 1
            yield record(number, sentence, headline(str(article["title"]), f"articles/{path.stem}.html"))


def _control() -> Iterator[Record]:
    number = 0
    articles: list[_Article] = yaml.safe_load((HERE / "control.yaml").read_text("utf-8"))
    for article in articles:
        at = headline(article["title"], f"articles/{number}.html")
        for claim in article["claims"]:
            number += 1
            yield record(number, claim["said"], at, speaker=claim.get("speaker", ""), modality=claim["modality"])
