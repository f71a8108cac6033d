"""Reading `corpus/*.md`: front matter and the text as published, strictly, every mistake with its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path

import frontmatter

from briefing.corpus.edtf import is_edtf
from briefing.model.article import Article, Metadata, Rights
from briefing.problems import Problem, Severity, Where, did_you_mean
from briefing.yamlfile import Document, parse

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_MAX_BYTES = 20_000_000


def load_corpus(root: Path) -> tuple[tuple[Article, ...], list[Problem]]:
    """The articles of a project, in order of publication (unknown last) and id, and what is wrong with the rest."""
    folder = root / "corpus"
    if not folder.is_dir():
        return (), [
            Problem(Where("corpus"), "there is no corpus folder; make one and put articles in it as corpus/<id>.md")
        ]
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        article, found = load_article(path, root)
        problems += found
        if article is None:
            continue
        if article.id in articles:
            problems.append(
                Problem(
                    Where(article.path),
                    f"{articles[article.id].path} has the same id “{article.id}”; rename one of them",
                )
            )
            continue
        articles[article.id] = article
    if not articles and not problems:
        problems.append(Problem(Where("corpus"), "the corpus is empty; add an article as corpus/<id>.md"))
    return tuple(sorted(articles.values(), key=lambda a: (a.meta.published or "9999", a.id))), problems


def load_article(path: Path, root: Path) -> tuple[Article | None, list[Problem]]:
    """One article, or None and why it cannot be read."""
    name = path.relative_to(root).as_posix()
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    if not _ID.fullmatch(path.stem):
        problems.append(
            Problem(Where(name), "the file's name is the article's id: use only a-z, 0-9 and single hyphens")
        )
    meta, found = _metadata(text, name)
    problems += found
    if meta is None:
        return None, problems
    body = _body(text)
    if not body:
        return None, [
            *problems,
            Problem(Where(name, _line(text, len(text))), "the article is empty; put its text below the front matter"),
        ]
    if not unicodedata.is_normalized("NFC", body):
        problems.append(
            Problem(
                Where(name),
                "the text is not in Unicode form NFC, accents may go unnoticed; save it in NFC",
                Severity.WARNING,
            )
        )
    if any(p.severity is Severity.ERROR for p in problems):
        return None, problems
    line = _line(text, text.find(body))
    return Article(id=path.stem, text=body, meta=meta, path=name, body_line=line), problems


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """A file's text in UTF-8, or None and the line at which it stops being so; only regular files are read."""
    try:
        if not path.is_file():
            return None, [Problem(Where(name), "this is not a readable file")]
        if path.stat().st_size > _MAX_BYTES:
            return None, [Problem(Where(name), f"the file is larger than {_MAX_BYTES // 1_000_000} MB; split it")]
        raw = path.read_bytes()
    except OSError as problem:
        return None, [Problem(Where(name), f"the file cannot be read: {problem.strerror or problem}")]
    try:
        return raw.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        return None, [Problem(Where(name, line), "the file is not in UTF-8 here; save it as UTF-8")]


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, max(offset, 0)) + 1


def _body(text: str) -> str:
    """The text below the front matter, as `frontmatter.loads(text).content` gives it."""
    front = _FRONT.match(text)
    return text[front.end() :].strip() if front else str(frontmatter.loads(text).content)


def _metadata(text: str, name: str) -> tuple[Metadata | None, list[Problem]]:
    front = _FRONT.match(text)
    if front is None:
        if text.startswith("---"):
            return None, [Problem(Where(name, 1), "the front matter is not closed; end it with a line of ---")]
        return Metadata(), []
    document = parse("\n" + front[1], name)
    if isinstance(document, Problem):
        return None, [document]
    if document.content is None:
        return Metadata(), []
    if not isinstance(document.content, Mapping):
        return None, [Problem(Where(name, 2), "the front matter must be lines of “key: value”")]
    return _values(document, document.content)


def _values(document: Document, content: Mapping[object, object]) -> tuple[Metadata | None, list[Problem]]:
    """The metadata that the keys give; unknown keys are kept in the file and ignored, null is absent."""
    known = {field.name for field in fields(Metadata)}
    values: dict[str, object] = {}
    problems = [_misspelt(document, str(key), known) for key in content if str(key) not in known]
    for key, given in content.items():
        if key not in known or given is None:
            continue
        value, wrong = _value(str(key), given)
        if wrong:
            problems.append(Problem(document.where([str(key)]), f"{key}: {wrong}"))
        values[str(key)] = value
    found = [p for p in problems if p]
    if any(p.severity is Severity.ERROR for p in found):
        return None, found
    return Metadata(**values), found  # type: ignore[arg-type]


def _misspelt(document: Document, key: str, known: Iterable[str]) -> Problem | None:
    hint = did_you_mean(key, known) if len(key) > 4 else ""
    return Problem(document.where([key]), f"key “{key}” is not used{hint}", Severity.WARNING) if hint else None


def _value(key: str, given: object) -> tuple[object, str]:
    """A field's value, and what is wrong with it if anything is."""
    if key == "tags":
        tags = given if isinstance(given, list) else [given]
        return tuple(str(tag) for tag in tags), ""
    if isinstance(given, (dict, list)):
        return None, "write one value, not a list or a mapping"
    text = given.isoformat() if isinstance(given, date) else str(given).strip()
    match key:
        case "rights":
            wrong = "" if text in set(Rights) else f"“{text}” is none of {', '.join(Rights)}"
            return (Rights.FULL if wrong else Rights(text)), wrong
        case "published" | "retrieved":
            return text, "" if is_edtf(text) else f"“{text}” is no date; write 2024-10-25, 2024-10 or 2024-10~"
        case "url" | "archived":
            return text, "" if re.match(
                r"https?://\S+$", text
            ) else "an address begins with http:// or https:// and has no spaces"
        case "reliability":
            return text, "" if text in set("ABCDEF") else f"“{text}” is none of A, B, C, D, E, F"
    return text or None, ""
