"""Reading `corpus/*.md`: front matter and the text as published, strictly, every mistake with its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from briefing.corpus.front import read_front
from briefing.corpus.textfile import read_text
from briefing.model.article import Article
from briefing.model.entity import slug, wrong_id
from briefing.problems import BriefingError, Problem, Severity, Where, did_you_mean

_LONGEST = 1_000_000
"""Characters: as many as two novels have, and read in a minute."""
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def load_corpus(root: Path) -> tuple[tuple[Article, ...], list[Problem]]:
    """The articles of a project, in order of publication (unknown last) and id, and what is wrong with the rest."""
    folder = root / "corpus"
    if not folder.exists():
        message = "there is no corpus folder; make one and put articles in it as corpus/<id>.md"
        return (), [Problem(Where("corpus"), message)]
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        article, found = load_article(path, root)
        problems += found
        if article is not None and articles.setdefault(article.id, article) is not article:
            message = f"{articles[article.id].path} has the same id “{article.id}”; rename one of them"
            problems.append(Problem(Where(article.path), message))
    if not articles and not problems:
        problems.append(Problem(Where("corpus"), "the corpus is empty; add an article as corpus/<id>.md"))
    return tuple(sorted(articles.values(), key=lambda a: (a.meta.published or "9999", a.id))), problems


def load_article(path: Path, root: Path) -> tuple[Article | None, list[Problem]]:
    """One article, or None and why it cannot be read.

    Accents are read composed (Unicode NFC), however the file has them: macOS writes many of them as two characters.
    Lines end in LF, however git's autocrlf has them.
    """
    name = path.relative_to(root).as_posix()
    text, problems = read_text(path, name)
    problems += _wrong_name(path.stem, name)
    if text is None:
        return None, problems
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    front = _FRONT.match(text)
    if front is None:
        return None, [*problems, _no_front(text, name)]
    meta, found = read_front(front[1], name, path.stem)
    body = text[front.end() :].strip()
    problems += [*found, *_wrong_body(text, body, name)]
    if meta is None or any(p.severity is Severity.ERROR for p in problems):
        return None, problems
    begins = Where.at(name, text, text.find(body, front.end()))
    return Article(id=path.stem, text=body, meta=meta, path=name, body_line=begins.line), problems


def find_article(root: Path, name: str) -> Article:
    """An article by its id. Raises BriefingError when there is none or it cannot be read."""
    direct = root / "corpus" / f"{name}.md"
    is_there = not wrong_id(name) and direct.is_file()  # else it stands in a folder below
    for path in [direct] if is_there else sorted((root / "corpus").rglob("*.md")):
        if path.stem == name:
            article, problems = load_article(path, root)
            if article is None:
                raise BriefingError(*problems)
            return article
    articles, problems = load_corpus(root)
    raise BriefingError(*problems, no_article(name, [article.id for article in articles]))


def no_article(name: str, known: Iterable[str]) -> Problem:
    """There is no article of this id."""
    return Problem(Where("corpus"), f"there is no article “{name}”{did_you_mean(name, known)}")


def _wrong_name(stem: str, name: str) -> list[Problem]:
    """Ids become addresses, anchors and the names of other files."""
    wrong = wrong_id(stem)
    message = f"the file's name is the article's id: {wrong}, as in {slug(stem)}.md"
    return [Problem(Where(name), message)] if wrong else []


def _no_front(text: str, name: str) -> Problem:
    if not text.strip():
        return Problem(Where(name, 1), "the article is empty; write its front matter and its text")
    if text.startswith("---"):
        return Problem(Where(name, 1), "the front matter is not closed; end it with a line of ---")
    return Problem(Where(name, 1), "there is no front matter; begin the file with the lines ---, title: …, ---")


def _wrong_body(text: str, body: str, name: str) -> list[Problem]:
    if not body:
        return [Problem(Where.at(name, text, len(text)), "the article is empty; put its text below the front matter")]
    if len(body) > _LONGEST:
        message = f"the text has {len(body):,} characters, more than an article ({_LONGEST:,}); split it"
        return [Problem(Where.at(name, text, text.find(body)), message)]
    return []
