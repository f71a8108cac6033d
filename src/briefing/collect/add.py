"""Sources become articles of the corpus, one file each; nothing that stands there is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from msgspec import Struct

from briefing.collect.corpus import FOLDER, Corpus, read_corpus
from briefing.collect.found import Found
from briefing.collect.kinds.signature import ending
from briefing.collect.original import Original
from briefing.corpus.loader import load_article
from briefing.corpus.textfile import leads_out
from briefing.disk.lock import locked
from briefing.disk.write import put, write
from briefing.model.article import Article
from briefing.problems import BriefingError, Problem, Severity, Where

_WIDE = 1_000_000
"""A line of front matter is never folded."""

SNAPSHOTS = "snapshots"
"""Where the sources are kept as they came, if wanted."""

Reader = Callable[[Original], Found | Problem]


class Added(Struct, frozen=True):
    """An article that was written, and what its source did not tell."""

    path: str
    unknown: tuple[str, ...]


def add(
    root: Path, sources: Iterable[Original | Problem], *, read: Reader, retrieved: date, keep_source: bool = False
) -> Iterator[Added | Problem]:
    """Write each source to `corpus/<id>.md`, and say what was added, what was left, and why.

    What is there already is left with a warning; a near copy is added with a warning. A source that cannot be read
    does not stop the others. `keep_source`: the bytes of each source are kept beside as they came; their SHA-256 stands
    in the article. Raises BriefingError when the corpus lies outside the project.
    """
    corpus = read_corpus(root)
    new: set[str] = set()
    for source in sources:
        for outcome in _add_one(root, corpus, source, read, retrieved):
            if isinstance(outcome, Added):
                new.add(Path(outcome.path).stem)
                yield from _snapshot(root, outcome, source) if keep_source else ()
            yield outcome
    known = {article.id: article.path for article in corpus.articles}
    for copy, first in sorted(corpus.near_copies().items()) if new else ():
        if copy in new:
            message = f"this is almost word for word {known[first]}; keep both only if they are two publications"
            yield Problem(Where(known[copy]), message, Severity.WARNING)


def _add_one(
    root: Path, corpus: Corpus, source: Original | Problem, read: Reader, retrieved: date
) -> Iterator[Added | Problem]:
    if isinstance(source, Problem):
        yield source
        return
    found = read(source)
    if isinstance(found, Problem):
        yield found
        return
    with locked(root):
        outcomes = tuple(_kept(root, corpus, source, found, retrieved))
    yield from outcomes


def _kept(root: Path, corpus: Corpus, source: Original, found: Found, retrieved: date) -> Iterator[Added | Problem]:
    corpus.catch_up(root)
    standing = corpus.same_as(found, source)
    if standing:
        message = f"this article is there already as {standing}; it was not added again"
        yield Problem(Where(source.name), message, Severity.WARNING)
        return
    path = f"{FOLDER}/{corpus.new_id(found)}.md"
    text = _file(found, source, retrieved)
    article, problems = _tried(text, path)
    if article is None:
        message = "; ".join(problem.message for problem in problems)
        yield Problem(Where(source.name), f"what was found in it makes no article and was not added: {message}")
        return
    try:
        write(root, path, text, expected=None)
    except BriefingError as problem:
        yield from problem.problems
        return
    yield from problems
    corpus.remember(article, source.sha256)
    yield Added(path, _unknown(found))
    yield from (Problem(Where(path), message, Severity.WARNING) for message in _warnings(found, source))


def _snapshot(root: Path, added: Added, source: Original | Problem) -> Iterator[Problem]:
    """Keep the bytes of an article's source under its name."""
    if isinstance(source, Problem):
        return
    path = f"{SNAPSHOTS}/{Path(added.path).stem}{ending(source.raw)}"
    if leads_out(root / path, path):
        yield Problem(Where(path), "this leads to a place outside the project by a link; the source was not kept")
        return
    try:
        (root / SNAPSHOTS).mkdir(exist_ok=True)
        put(root / path, source.raw, is_new=True)
    except OSError as problem:
        yield Problem(Where(path), f"the source cannot be kept: {problem.strerror or problem}")


def _tried(text: str, path: str) -> tuple[Article | None, list[Problem]]:
    """What the loader makes of a file before it is kept: nothing is added that a build would refuse."""
    with TemporaryDirectory() as folder:
        trial = Path(folder) / path
        trial.parent.mkdir()
        trial.write_bytes(text.encode("utf-8", "replace"))
        return load_article(trial, Path(folder))


def _unknown(found: Found) -> tuple[str, ...]:
    return tuple(key for key in ("title", "author", "outlet", "published", "url") if not getattr(found, key))


def _warnings(found: Found, source: Original) -> Iterator[str]:
    if found.is_partial:
        yield f"{source.name} shows only a part of the article, the rest is for subscribers; add what you may read"
    yield from (f"{source.name}: {message}" for message in found.warnings)


def _file(found: Found, original: Original, retrieved: date) -> str:
    """Front matter and text; what is unknown is left out."""
    meta = {
        "title": found.title,
        "author": found.author,
        "outlet": found.outlet,
        "published": _date(found.published),
        "url": found.url,
        "archived": found.archived,
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
