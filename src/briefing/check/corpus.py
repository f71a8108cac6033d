"""What is wrong with articles that can each be read, and which files nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.corpus.entities import FILE as ENTITIES
from briefing.languages import find_pack
from briefing.model.dossier import Dossier
from briefing.problems import Problem, Severity, Where
from briefing.project.sources import no_pack


def problems_of_corpus(root: Path, dossier: Dossier) -> Iterator[Problem]:
    """Articles that stand there twice or that no rules can read, and files that are no articles."""
    yield from (no_pack(article) for article in dossier.articles if find_pack(article.meta.language) is None)
    yield from _twice(dossier)
    yield from _unread(root)


def _twice(dossier: Dossier) -> Iterator[Problem]:
    """The same address or the same words: one report would be counted as two."""
    first: dict[str, str] = {}
    for article in sorted(dossier.articles, key=lambda article: article.path):
        for what, key in (("text", article.text_sha256), ("address", article.meta.url or "")):
            other = first.setdefault(key, article.path) if key else article.path
            if other != article.path:
                message = f"{other} has the same {what}; keep one of them"
                yield Problem(Where(article.path), message, Severity.WARNING)
                break


def _unread(root: Path) -> Iterator[Problem]:
    """Files in corpus/ that are neither an article nor the entities."""
    for path in sorted((root / "corpus").rglob("*")):
        name = path.relative_to(root).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and path.suffix != ".md" and name != ENTITIES and not hidden:
            message = "only .md files are read here; make an article of it with briefing add, or move it away"
            yield Problem(Where(name), message, Severity.WARNING)
