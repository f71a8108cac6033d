"""Sources become articles of the corpus, one file each; nothing that stands there is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from briefing.collect.corpus import FOLDER, Corpus, read_corpus
from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from briefing.corpus.loader import load_article
from briefing.disk.write import write
from briefing.problems import BriefingError, Problem, Severity, Where

_WIDE = 1_000_000
"""A line of front matter is never folded."""


@dataclass(frozen=True, slots=True)
class Added:
    """An article that was written, and what its source did not tell."""

    path: str
    unknown: tuple[str, ...]


def add(root: Path, sources: Iterable[Original | Problem], *, retrieved: date) -> Iterator[Added | Problem]:
    """Write each source to `corpus/<id>.md`, and say what was added, what was left, and why.

    What is there already is left with a warning; a near copy is added with a warning. A source that cannot be read
    does not stop the others. Raises BriefingError when the corpus lies outside the project.
    """
    corpus = read_corpus(root)
    new: set[str] = set()
    for source in sources:
        for outcome in _add_one(root, corpus, source, retrieved):
            if isinstance(outcome, Added):
                new.add(Path(outcome.path).stem)
            yield outcome
    known = {article.id: article.path for article in corpus.articles}
    for copy, first in sorted(corpus.near_copies().items()) if new else ():
        if copy in new:
            message = f"this is almost word for word {known[first]}; keep both only if they are two publications"
            yield Problem(Where(known[copy]), message, Severity.WARNING)


def _add_one(root: Path, corpus: Corpus, source: Original | Problem, retrieved: date) -> Iterator[Added | Problem]:
    if isinstance(source, Problem):
        yield source
        return
    found = read_original(source, today=retrieved)
    if isinstance(found, Problem):
        yield found
        return
    where = Where(source.name)
    standing = corpus.same_as(found, source)
    if standing:
        yield Problem(where, f"this article is there already as {standing}; it was not added again", Severity.WARNING)
        return
    identifier = corpus.new_id(found)
    path = f"{FOLDER}/{identifier}.md"
    try:
        write(root, path, _file(found, source, retrieved), expected=None)
    except BriefingError as problem:
        yield from problem.problems
        return
    article, problems = load_article(root / path, root)
    yield from problems
    if article:
        corpus.remember(article, source.sha256)
    yield Added(
        path, tuple(key for key in ("title", "author", "outlet", "published", "url") if not getattr(found, key))
    )
    if found.is_partial:
        message = f"{source.name} shows only a part of the article, the rest is for subscribers; add what you may read"
        yield Problem(Where(path), message, Severity.WARNING)


def _file(found: Found, original: Original, retrieved: date) -> str:
    """Front matter and text; what is unknown is left out."""
    meta = {
        "title": found.title,
        "author": found.author,
        "outlet": found.outlet,
        "published": _date(found.published),
        "url": found.url,
        "language": found.language,
        "retrieved": retrieved,
        "original_sha256": original.sha256,
    }
    given = {**found.more, **{key: value for key, value in meta.items() if value}}
    front = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=_WIDE)
    return f"---\n{front}---\n\n{found.text}\n"


def _date(value: str | None) -> date | str | None:
    """A whole day as YAML writes it, without quotation marks."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return value
