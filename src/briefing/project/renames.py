"""Articles whose files were renamed by hand: their claims follow them, known by the hash of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from briefing.disk.journal import carry_out, finish
from briefing.disk.lock import locked
from briefing.model.article import Article
from briefing.problems import BriefingError, Problem, Severity, Where
from briefing.store import links
from briefing.store.files import FOLDER, claims_path, read_file
from briefing.store.renaming import renamed


def followed(root: Path, articles: Sequence[Article]) -> list[Problem]:
    """Give the claims of an article that is gone to the one article without claims that has its text; a note for each.

    Where two could be meant, nothing is moved.
    """
    known = {path.stem for path in (root / "corpus").rglob("*.md")} | {Path(links.FILE).stem}
    left = [path.stem for path in sorted((root / FOLDER).glob("*.yaml")) if path.stem not in known]
    new = [article for article in articles if not (root / claims_path(article.id)).exists()]
    if not left or not new:
        return []
    texts = {name: said.text_sha256 for name in left if (said := read_file(root, name).said) is not None}
    times = Counter([*texts.values(), *(article.text_sha256 for article in new)])
    found = {sha: name for name, sha in texts.items() if sha and times[sha] == 2}
    pairs = [(found[article.text_sha256], article) for article in new if article.text_sha256 in found]
    return [problem for old, article in pairs for problem in _followed(root, old, article)]


def _followed(root: Path, old: str, article: Article) -> list[Problem]:
    try:
        with locked(root):
            finish(root)
            carry_out(root, f"rename {old} {article.id}", [article.id], renamed(root, old, article.id))
    except BriefingError as wrong:
        return list(wrong.problems)
    message = f"this article was called {old}; its claims came along, with their ids and reviews"
    return [Problem(Where(article.path), message, Severity.NOTE)]
